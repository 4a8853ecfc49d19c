import type { ReactNode } from 'react'
import styles from './ChartLinks.module.css'

/** A place of a drawing that leads somewhere, in pixels from its top left corner. */
export interface ChartLink {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly href: string
  /** What is there and what opens. */
  readonly name: string
}

interface Props {
  readonly links: readonly ChartLink[]
  /** The drawing. */
  readonly children: ReactNode
}

/** A drawing with links over its parts: an image holds none, and the keyboard reaches these. */
export function ChartLinks({ links, children }: Props): ReactNode {
  return (
    <div className={styles['frame']}>
      {children}
      {links.map(({ id, x, y, width, height, href, name }) => (
        <a
          key={id}
          href={href}
          aria-label={name}
          className={styles['link']}
          style={{ left: x, top: y, width, height }}
        />
      ))}
    </div>
  )
}
