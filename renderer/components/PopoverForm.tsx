import { type ReactNode, useState } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { Button, type ButtonLook } from './Button.tsx'
import { cx } from './cx.ts'
import styles from './PopoverForm.module.css'

interface Props {
  readonly label: string
  /** Where the label says too little by itself, as in a table. */
  readonly ariaLabel?: string
  readonly look?: ButtonLook
  readonly children: (close: () => void) => ReactNode
}

/** A button that opens a small form beside it; the form closes it when it is done. */
export function PopoverForm({ label, ariaLabel, look = 'plain', children }: Props): ReactNode {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <Button look={look} {...(ariaLabel === undefined ? {} : { 'aria-label': ariaLabel })}>
        {label}
      </Button>
      <Popover className={cx(styles['popover'])} offset={6} placement="bottom end">
        <Dialog className={cx(styles['dialog'])} aria-label={ariaLabel ?? label}>
          {children(() => setIsOpen(false))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
