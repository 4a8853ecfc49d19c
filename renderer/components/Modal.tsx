import type { ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal as AriaModal, ModalOverlay } from 'react-aria-components/Modal'
import { useTranslator } from '../app/language.ts'
import { Button } from './Button.tsx'
import { cx } from './cx.ts'
import styles from './Modal.module.css'

interface BareProps {
  readonly label: string
  readonly onClose: () => void
  readonly isWide?: boolean
  readonly children: ReactNode
}

interface ModalFrameProps {
  readonly onClose: () => void
  readonly isWide?: boolean
  readonly children: ReactNode
}

function ModalFrame({ onClose, isWide = false, children }: ModalFrameProps): ReactNode {
  return (
    <ModalOverlay
      className={cx(styles['shade'])}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <AriaModal className={cx(styles['modal'], isWide && styles['wide'])}>{children}</AriaModal>
    </ModalOverlay>
  )
}

/** A dialog over the window that has the keys to itself and draws everything in it. Escape closes it. */
export function BareModal({ label, children, ...frame }: BareProps): ReactNode {
  return (
    <ModalFrame {...frame}>
      <Dialog className={cx(styles['dialog'])} aria-label={label}>
        {children}
      </Dialog>
    </ModalFrame>
  )
}

interface ModalProps extends BareProps {
  /** There is nothing in it but text: keys scroll it. */
  readonly isText?: boolean
}

/** The same with a title and a way out in its head. */
export function Modal({ label, children, isText = false, ...frame }: ModalProps): ReactNode {
  const { t } = useTranslator()
  return (
    <ModalFrame {...frame}>
      <Dialog className={cx(styles['dialog'])}>
        <div className={styles['head']}>
          <Heading slot="title">{label}</Heading>
          <Button look="quiet" onPress={frame.onClose}>
            {t('screens.app.close')}
          </Button>
        </div>
        <div
          className={styles['body']}
          {...(isText ? { role: 'group', tabIndex: 0, 'aria-label': label } : {})}
        >
          {children}
        </div>
      </Dialog>
    </ModalFrame>
  )
}
