import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import styles from './Button.module.css'
import { cx } from './cx.ts'

export type ButtonLook = 'plain' | 'primary' | 'quiet' | 'link'

function classOf(look: ButtonLook): string {
  return cx(styles['button'], look !== 'plain' && styles[look])
}

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
  readonly look?: ButtonLook
}

export function Button({ look = 'plain', ...props }: ButtonProps): ReactNode {
  return <AriaButton {...props} className={classOf(look)} />
}

interface ButtonLinkProps {
  readonly href: string
  readonly look?: ButtonLook
  readonly children: ReactNode
}

/** A link to another place of the window that looks like a button. */
export function ButtonLink({ href, look = 'plain', children }: ButtonLinkProps): ReactNode {
  return (
    <a href={href} className={classOf(look)}>
      {children}
    </a>
  )
}
