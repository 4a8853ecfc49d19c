import { useId, type ReactNode } from 'react'
import styles from './Panel.module.css'

interface PanelProps {
  readonly title: string
  /** What the numbers below rest on, beside the title. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

export function Panel({ title, aside, children }: PanelProps): ReactNode {
  const titleId = useId()
  return (
    <section className={styles['panel']} aria-labelledby={titleId}>
      <div className={styles['head']}>
        <h2 id={titleId}>{title}</h2>
        {aside === undefined ? null : <span className={styles['aside']}>{aside}</span>}
      </div>
      {children}
    </section>
  )
}
