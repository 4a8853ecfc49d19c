import { useId, type ReactNode, useState } from 'react'
import { PanelCorner } from './panel-corner.ts'
import styles from './Panel.module.css'

interface PanelProps {
  readonly title: string
  /** What the numbers below rest on, beside the title. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

export function Panel({ title, aside, children }: PanelProps): ReactNode {
  const titleId = useId()
  const [corner, setCorner] = useState<HTMLElement | null>(null)
  return (
    <section className={styles['panel']} aria-labelledby={titleId}>
      <div className={styles['head']}>
        <div className={styles['words']}>
          <h2 id={titleId}>{title}</h2>
          {aside === undefined ? null : <span className={styles['aside']}>{aside}</span>}
        </div>
        <div ref={setCorner} className={styles['corner']} />
      </div>
      <PanelCorner value={corner}>{children}</PanelCorner>
    </section>
  )
}
