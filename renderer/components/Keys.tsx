import type { ReactNode } from 'react'
import { isApple } from '../commands/command.ts'
import { shortcutKeys, type Shortcut } from '../commands/shortcut.ts'
import styles from './Keys.module.css'

/** The keys of a shortcut, as they are printed on the keyboard. */
export function Keys({ shortcut }: { readonly shortcut: Shortcut }): ReactNode {
  return (
    <span className={styles['keys']}>
      {shortcutKeys(shortcut, isApple()).map((key) => (
        <kbd key={key} className={styles['key']}>
          {key}
        </kbd>
      ))}
    </span>
  )
}
