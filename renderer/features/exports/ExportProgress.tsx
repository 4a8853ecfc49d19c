import type { ReactNode } from 'react'
import { cancelWork, useProgress } from '../../api/use-job.ts'
import { useTranslator } from '../../app/language.ts'
import { Progress } from '../../components/JobAwait.tsx'
import { exporting, useIsExporting } from './export.ts'
import styles from './ExportProgress.module.css'

/** How far an export is, whatever is on screen meanwhile, and a way to give it up. */
export function ExportProgress(): ReactNode {
  const { t } = useTranslator()
  const isExporting = useIsExporting()
  const progress = useProgress(exporting, isExporting)
  if (!isExporting) return null
  return (
    <div className={styles['progress']}>
      <Progress
        label={t('screens.exports.exporting')}
        progress={progress}
        onCancel={() => void cancelWork(exporting)}
      />
    </div>
  )
}
