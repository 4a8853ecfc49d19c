import { useIsMutating } from '@tanstack/react-query'
import type { ExportFormat } from '../../../shared/domain/export.ts'
import { Cancelled } from '../../../shared/domain/failure.ts'
import { counted } from '../../../shared/text/words.ts'
import { client } from '../../api/client.ts'
import { useRead, useWrite } from '../../api/hooks.ts'
import { underName } from '../../api/use-job.ts'
import { bytesOf } from '../../app/bytes.ts'
import { useTranslator } from '../../app/language.ts'
import { saveFile } from '../../app/save-file.ts'
import { useBlind } from '../../state/blind.ts'
import { notify } from '../../state/notices.ts'
import { type Place, taskOf } from '../../state/place.ts'

/** What the export under way is called, for whoever asks how far it is or gives it up. */
export const exporting = 'trial.export'

/** True while trials are being exported, wherever it was asked for. */
export function useIsExporting(): boolean {
  return useIsMutating({ mutationKey: [exporting] }) > 0
}

/** Saves all trials of the task on screen; null where there are none, or an export is under way. */
export function useExportTrials(place: Place): ((format: ExportFormat) => void) | null {
  const translator = useTranslator()
  const isExporting = useIsExporting()
  const task = taskOf(place)
  const detail = useRead('task.get', { task: task ?? '' }, { enabled: task !== null })
  const isBlind = useBlind(task ?? '') !== null
  const write = useWrite(exporting, {
    isLarge: true,
    call: (input) => underName(exporting, (job) => client.call(exporting, { ...input, job })),
    onFailed: (error) => {
      if (error instanceof Cancelled) notify('done', translator.t('screens.exports.cancelled'))
    },
    onDone: ({ fileName, mimeType, contentBase64, trials }) => {
      saveFile(fileName, new Blob([...bytesOf(contentBase64)], { type: mimeType }))
      notify('done', counted(translator, 'screens.exports.exported', trials, { file: fileName }))
    },
  })
  // The file names the configurations.
  if (task === null || isExporting || isBlind) return null
  if (detail.data === undefined || detail.data.trials === 0) return null
  return (format) => write.mutate({ task, format })
}
