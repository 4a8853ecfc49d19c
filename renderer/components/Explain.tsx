import type { ReactNode } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Popover } from 'react-aria-components/Popover'
import { Button } from './Button.tsx'
import { cx } from './cx.ts'
import styles from './Explain.module.css'

interface ExplainProps {
  /** The words one clicks on. */
  readonly label: ReactNode
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** One click away: what a number means and how it is computed, in plain words. */
export function Explain({ label, title, paragraphs }: ExplainProps): ReactNode {
  return (
    <DialogTrigger>
      <Button look="link">{label}</Button>
      <Popover className={cx(styles['popover'])} offset={6}>
        <Dialog className={cx(styles['dialog'])}>
          <Heading slot="title">{title}</Heading>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
