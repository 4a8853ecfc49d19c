import type { ReactNode } from 'react'
import styles from './Hidden.module.css'

/** Words for screen readers alone, where the eye reads a sign or a place instead. */
export function Hidden({ children }: { readonly children: ReactNode }) {
  return <span className={styles['hidden']}>{children}</span>
}
