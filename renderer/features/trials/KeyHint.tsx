import type { ReactNode } from 'react'
import { Keys } from '../../components/Keys.tsx'
import type { Shortcut } from '../../commands/shortcut.ts'
import styles from './LogKeys.module.css'

interface Props {
  readonly shortcut: Shortcut
  readonly children: ReactNode
}

/** A key and what it does. */
export function KeyHint({ shortcut, children }: Props): ReactNode {
  return (
    <span className={styles['key']}>
      <Keys shortcut={shortcut} /> {children}
    </span>
  )
}
