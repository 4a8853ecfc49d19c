import { useRead } from '../api/hooks.ts'
import type { WindowContext } from '../commands/window-commands.ts'
import { useExportTrials } from '../features/exports/export.ts'
import { useExportPdf } from '../features/reports/export.ts'
import { useChangeSettings } from '../features/settings/change.ts'
import { shownConfiguration } from '../features/tasks/shown.ts'
import { openDialog } from '../state/dialog.ts'
import { actOn, latestUndo, useNotices } from '../state/notices.ts'
import { type Place, taskOf } from '../state/place.ts'
import { goTo } from '../state/view.ts'
import { useTranslator } from './language.ts'
import { shownTheme } from './theme.ts'

/** The configuration on screen, as far as it is stored. */
function useStoredConfiguration(place: Place): string | null {
  const task = taskOf(place)
  const detail = useRead('task.get', { task: task ?? '' }, { enabled: task !== null })
  if (task === null || detail.data === undefined) return null
  const shown =
    place.screen === 'task'
      ? shownConfiguration(detail.data, place)
      : (detail.data.configurations[0]?.name ?? null)
  return detail.data.configurations.some((each) => each.name === shown) ? shown : null
}

/** What the commands act on, here and now. */
export function useWindowContext(place: Place): WindowContext {
  const exportPdf = useExportPdf(place)
  const exportTrials = useExportTrials(place)
  const configuration = useStoredConfiguration(place)
  const changeSettings = useChangeSettings()
  const offer = latestUndo(useNotices((state) => state.shown))
  const settings = useRead('settings.get', {})
  const { language } = useTranslator()
  return {
    place,
    goTo,
    exportPdf,
    exportTrials,
    configuration,
    open: openDialog,
    undo: offer === null ? null : () => actOn(offer),
    look: { language, theme: shownTheme(settings.data?.theme ?? 'system') },
    changeSettings,
  }
}
