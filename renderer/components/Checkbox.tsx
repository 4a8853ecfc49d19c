import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'
import { cx } from './cx.ts'
import styles from './Checkbox.module.css'

interface Props {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ReactNode
}

export function Checkbox({ checked, onChange, children }: Props) {
  return (
    <AriaCheckbox className={cx(styles['checkbox'])} isSelected={checked} onChange={onChange}>
      <span className={styles['box']} aria-hidden>
        {checked ? '✓' : ''}
      </span>
      {children}
    </AriaCheckbox>
  )
}
