import { useIsMutating } from '@tanstack/react-query'
import type { Input } from '../../../shared/contract/contract.ts'
import type { Language } from '../../../shared/domain/settings.ts'
import { useRead, useWrite } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { saveFile } from '../../app/save-file.ts'
import { useBlind } from '../../state/blind.ts'
import type { Place } from '../../state/place.ts'
import { notify } from '../../state/notices.ts'
import { hasTrials, shownConfiguration } from '../tasks/shown.ts'

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

/** True while a report is being made, wherever it was asked for. */
export function useIsExporting(): boolean {
  return useIsMutating({ mutationKey: ['report.render'] }) > 0
}

type Format = Input<'report.render'>['format']

/** Makes and saves the report of what is on screen, as it is there; null where there is nothing to report or one is under way. */
export function useExportPdf(place: Place): (() => void) | null {
  const { language } = useTranslator()
  const save = useExport(place)
  return save === null ? null : () => save('pdf', language)
}

/** The same in the format and the language that are asked for. */
export function useExport(place: Place): ((format: Format, language: Language) => void) | null {
  const { t } = useTranslator()
  const isExporting = useIsExporting()
  const task = place.screen === 'task' ? place.task : ''
  const detail = useRead('task.get', { task }, { enabled: place.screen === 'task' })
  const isBlind = useBlind(task) !== null
  const render = useWrite('report.render', {
    onDone: ({ fileName, mimeType, contentBase64 }) => {
      saveFile(fileName, new Blob([bytesOf(contentBase64)], { type: mimeType }))
      notify('done', t('screens.task.exported', { fileName }))
    },
  })
  // A report names its configuration.
  if (place.screen !== 'task' || isExporting || isBlind) return null
  if (detail.data === undefined) return null
  const { level, scope } = place
  const configuration = shownConfiguration(detail.data, place)
  if (configuration === null || !hasTrials(detail.data, configuration)) return null
  return (format, language) =>
    render.mutate({
      task,
      configuration,
      language,
      format,
      ...(level === null ? {} : { level }),
      ...(scope === null ? {} : { scope }),
    })
}
