import { useIsMutating } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { cancelWork, useProgress } from '../../api/use-job.ts'
import { useTranslator } from '../../app/language.ts'
import { WorkNotice } from '../../components/WorkNotice.tsx'

const undoing = 'import.undo'

/** How far the undo of an import is, and a way to give it up. */
export function UndoProgress(): ReactNode {
  const { t } = useTranslator()
  const isUndoing = useIsMutating({ mutationKey: [undoing] }) > 0
  const progress = useProgress(undoing, isUndoing)
  if (!isUndoing) return null
  return (
    <WorkNotice
      label={t('screens.undoImport.undoing')}
      progress={progress}
      onCancel={() => void cancelWork(undoing)}
    />
  )
}
