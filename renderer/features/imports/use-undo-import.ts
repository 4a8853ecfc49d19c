import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { counted } from '../../../shared/text/words.ts'
import { failureText } from '../../api/failure-text.ts'
import { useWrite } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { notify } from '../../state/notices.ts'
import { home, taskOf } from '../../state/place.ts'
import { goTo, useView } from '../../state/view.ts'
import { useRestoreTask } from '../tasks/use-task-writes.ts'

/** Takes an import back. A task that came with it can be brought back; what somebody changed is kept only if one says so. */
export function useUndoImport() {
  const translator = useTranslator()
  const { t } = translator
  const restore = useRestoreTask()
  const undoRest = useWrite('import.undo', {
    onDone: ({ trials, changed }) =>
      notify(
        'done',
        `${counted(translator, 'screens.undoImport.done', trials)} ${counted(translator, 'screens.undoImport.kept', changed)}`,
      ),
  })
  return useWrite('import.undo', {
    onDone: ({ task, trials, removedTask }) => {
      if (!removedTask) return notify('done', counted(translator, 'screens.undoImport.done', trials))
      if (taskOf(useView.getState().place) === task) goTo(home)
      notify('done', t('screens.setup.removed', { task }), {
        label: t('screens.commands.undo'),
        undoes: true,
        run: () => restore.mutate({ task }),
      })
    },
    onFailed: (error, input) => {
      if (!(error instanceof ExpectedFailure) || error.code !== 'import-changed') return
      // In the place of the same words without a way on.
      notify('failure', failureText(error, t), {
        label: t('screens.undoImport.rest'),
        run: () => undoRest.mutate({ ...input, keepChanged: true }),
      })
    },
  })
}
