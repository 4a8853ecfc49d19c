import { type ReactNode, Suspense } from 'react'
import { later } from '../../app/later.ts'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import type { Assessment } from '../../../shared/domain/assessment.ts'
import { useTranslator } from '../../app/language.ts'
import { Waiting } from '../../components/Await.tsx'
import { Button } from '../../components/Button.tsx'
import { cx } from '../../components/cx.ts'
import styles from './MethodDialog.module.css'

const MethodDialog = later(async () => (await import('./MethodDialog.tsx')).MethodDialog)

/** The words that open the method. */
export function Method({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const { t } = useTranslator()
  return (
    <DialogTrigger>
      <Button look="link">{t('screens.verdict.method')}</Button>
      <ModalOverlay className={cx(styles['shade'])} isDismissable>
        <Modal className={cx(styles['modal'])}>
          <Suspense fallback={<Waiting />}>
            <MethodDialog assessment={assessment} />
          </Suspense>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}
