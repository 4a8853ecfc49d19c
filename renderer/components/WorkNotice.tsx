import type { ReactNode } from 'react'
import { Progress } from './JobAwait.tsx'
import styles from './WorkNotice.module.css'

/** Among the notices: how far work is that goes on whatever is on screen meanwhile, and a way to give it up. */
export function WorkNotice(props: {
  readonly label: string
  readonly progress: number
  readonly onCancel: () => void
}): ReactNode {
  return (
    <div className={styles['progress']}>
      <Progress {...props} />
    </div>
  )
}
