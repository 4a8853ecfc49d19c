import { useIsMutating } from '@tanstack/react-query'
import type { Input } from '../../../shared/contract/contract.ts'
import { Cancelled } from '../../../shared/domain/failure.ts'
import { client } from '../../api/client.ts'
import { useRead, useWrite } from '../../api/hooks.ts'
import { cancelWork, underName, useWorkProgress } from '../../api/use-job.ts'
import { useTranslator } from '../../app/language.ts'
import { saveFile } from '../../app/save-file.ts'
import { useBlind } from '../../state/blind.ts'
import { notify } from '../../state/notices.ts'
import type { Place } from '../../state/place.ts'
import { hasTrials, shownConfiguration } from '../tasks/shown.ts'
import { excessOf, optionsOf } from './draft.ts'
import { useReportDraft } from './kept-options.ts'

const operation = 'report.render'

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

/** True while a report is being made, wherever it was asked for. */
export function useIsExporting(): boolean {
  return useIsMutating({ mutationKey: [operation] }) > 0
}

/** How far a report is. */
export interface ExportProgress {
  /** In [0, 1]; null while it is printed: no browser tells how far a print is. */
  readonly share: number | null
  /** What is done at the moment, in words; undefined before it is known. */
  readonly step: string | undefined
}

export function useExportProgress(): ExportProgress {
  const { t } = useTranslator()
  const { share, step } = useWorkProgress(operation, useIsExporting())
  return {
    share: step === 'printing' ? null : share,
    step: step === undefined ? undefined : t(`screens.report.steps.${step}`),
  }
}

export function cancelExport(): void {
  void cancelWork(operation)
}

type Format = Input<'report.render'>['format']

/** Makes and saves the report of what is on screen, as it is there; null where there is nothing to report or one is under way. */
export function useExportPdf(place: Place): (() => void) | null {
  const save = useExport(place)
  return save === null ? null : () => save('pdf')
}

/** The same in the format that is asked for. */
export function useExport(place: Place): ((format: Format) => void) | null {
  const { t, language } = useTranslator()
  const isExporting = useIsExporting()
  const task = place.screen === 'task' ? place.task : ''
  const detail = useRead('task.get', { task }, { enabled: place.screen === 'task' })
  const draft = useReportDraft(task)
  const isBlind = useBlind(task) !== null
  const render = useWrite(operation, {
    call: (input) => underName(operation, (job) => client.call(operation, { ...input, job })),
    onDone: ({ fileName, mimeType, contentBase64 }) => {
      saveFile(fileName, new Blob([bytesOf(contentBase64)], { type: mimeType }))
      notify('done', t('screens.task.exported', { fileName }))
    },
    onFailed: (error) => {
      if (error instanceof Cancelled) notify('done', t('screens.report.cancelled'))
    },
  })
  // A report names its configuration.
  if (place.screen !== 'task' || isExporting || isBlind) return null
  if (detail.data === undefined) return null
  const { level, scope } = place
  const configuration = shownConfiguration(detail.data, place)
  if (configuration === null || !hasTrials(detail.data, configuration)) return null
  const options = optionsOf(draft, language, detail.data)
  if (excessOf(options) !== null) return null
  return (format) =>
    render.mutate({
      ...options,
      task,
      configuration,
      format,
      ...(level === null ? {} : { level }),
      ...(scope === null ? {} : { scope }),
    })
}
