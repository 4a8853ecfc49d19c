import type { ReactNode } from 'react'
import { cancelWork, useProgress } from '../../api/use-job.ts'
import { useTranslator } from '../../app/language.ts'
import { WorkNotice } from '../../components/WorkNotice.tsx'
import { exporting, useIsExporting } from './export.ts'

/** How far an export is, whatever is on screen meanwhile, and a way to give it up. */
export function ExportProgress(): ReactNode {
  const { t } = useTranslator()
  const isExporting = useIsExporting()
  const progress = useProgress(exporting, isExporting)
  if (!isExporting) return null
  return (
    <WorkNotice
      label={t('screens.exports.exporting')}
      progress={progress}
      onCancel={() => void cancelWork(exporting)}
    />
  )
}
