import type { ReactNode } from 'react'
import { useTranslator } from '../../app/language.ts'
import { Button } from '../../components/Button.tsx'
import type { TaskPlace } from '../../state/place.ts'
import { cancelExport, useExportPdf, useExportProgress, useIsExporting } from './export.ts'

/** Saves the report as PDF; meanwhile it says how far that is, and gives it up. */
export function ExportButton({ place }: { readonly place: TaskPlace }): ReactNode {
  const { t, language } = useTranslator()
  const exportPdf = useExportPdf(place)
  const isExporting = useIsExporting()
  const { share, step } = useExportProgress()
  if (!isExporting) {
    return (
      <Button look="primary" isDisabled={exportPdf === null} onPress={() => exportPdf?.()}>
        {t('screens.task.exportPdf')}
      </Button>
    )
  }
  const far =
    share === null
      ? (step ?? '')
      : new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share)
  return <Button onPress={cancelExport}>{t('screens.task.cancelExport', { far })}</Button>
}
