import { type ReactNode, useMemo } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { cx } from '../../components/cx.ts'
import styles from './CellForm.module.css'

interface Props {
  readonly label: string
  /** Id of what the form stands beside. */
  readonly beside: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A small form beside a cell or a button, for as long as it is rendered; Escape and a press elsewhere close it. */
export function CellForm({ label, beside, onClose, children }: Props): ReactNode {
  const trigger = useMemo(() => ({ current: document.getElementById(beside) }), [beside])
  return (
    <Popover
      className={cx(styles['popover'])}
      triggerRef={trigger}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      offset={4}
      placement="bottom start"
    >
      <Dialog className={cx(styles['dialog'])} aria-label={label}>
        {children}
      </Dialog>
    </Popover>
  )
}

interface TitleProps {
  readonly title: string
  readonly detail?: string
}

export function FormTitle({ title, detail }: TitleProps): ReactNode {
  return (
    <p className={styles['title']}>
      <strong>{title}</strong>
      {detail !== undefined && <span>{detail}</span>}
    </p>
  )
}
