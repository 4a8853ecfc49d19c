import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './Screen.module.css'

interface Props {
  readonly title: string
  /** Pickers and buttons in the top bar. */
  readonly bar?: ReactNode
  /** What stands between the top bar and the content, such as tabs. */
  readonly below?: ReactNode
  /** What stays at the bottom edge. */
  readonly footer?: ReactNode
  /** The content manages its own scrolling and padding. */
  readonly filled?: boolean
  readonly children: ReactNode
}

/** The frame every screen shares: top bar, content, bottom bar. */
export function Screen({ title, bar, below, footer, filled = false, children }: Props) {
  return (
    <>
      <header className={styles['bar']}>
        <h1 className={styles['title']} title={title}>
          {title}
        </h1>
        {bar}
      </header>
      {below}
      <main id="content" tabIndex={-1} className={cx(styles['content'], filled && styles['filled'])}>
        {children}
      </main>
      {footer}
    </>
  )
}
