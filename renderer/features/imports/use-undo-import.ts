import type { Input, Output } from '../../../shared/contract/contract.ts'
import { Cancelled, ExpectedFailure } from '../../../shared/domain/failure.ts'
import type { Translator } from '../../../shared/text/translator.ts'
import { counted } from '../../../shared/text/words.ts'
import { failureText } from '../../api/failure-text.ts'
import { useWrite } from '../../api/hooks.ts'
import { client } from '../../api/client.ts'
import { underName } from '../../api/use-job.ts'
import { useTranslator } from '../../app/language.ts'
import { notify } from '../../state/notices.ts'
import { home, taskOf } from '../../state/place.ts'
import { goTo, replacePlace, useView } from '../../state/view.ts'
import { useRestoreTask } from '../tasks/use-task-writes.ts'

async function callUndo(input: Input<'import.undo'>): Promise<Output<'import.undo'>> {
  return await underName('import.undo', (job) => client.call('import.undo', { ...input, job }))
}

/** What went: its attempts, or the cases where it had brought nothing else. */
function doneText(translator: Translator, { trials, cases }: Output<'import.undo'>): string {
  return trials === 0 && cases > 0
    ? counted(translator, 'screens.undoImport.doneCases', cases)
    : counted(translator, 'screens.undoImport.done', trials)
}

/** A configuration that went with its import is not asked for any longer. */
function leaveConfigurations({ task, configurations }: Output<'import.undo'>): void {
  const { place } = useView.getState()
  if (place.screen !== 'task' || place.task !== task || place.configuration === null) return
  if (configurations.includes(place.configuration)) replacePlace({ ...place, configuration: null })
}

/** Takes an import back. A task that came with it can be brought back; what somebody changed is kept only if one says so. */
export function useUndoImport() {
  const translator = useTranslator()
  const { t } = translator
  const restore = useRestoreTask()
  const tellCancelled = (error: Error): void => {
    if (error instanceof Cancelled) notify('done', t('screens.undoImport.cancelled'))
  }
  const undoRest = useWrite('import.undo', {
    call: callUndo,
    onFailed: tellCancelled,
    onDone: (undone) => {
      leaveConfigurations(undone)
      notify(
        'done',
        `${doneText(translator, undone)} ${counted(translator, 'screens.undoImport.kept', undone.changed)}`,
      )
    },
  })
  return useWrite('import.undo', {
    call: callUndo,
    onDone: (undone) => {
      const { task, removedTask } = undone
      leaveConfigurations(undone)
      if (!removedTask) return notify('done', doneText(translator, undone))
      if (taskOf(useView.getState().place) === task) goTo(home)
      notify('done', t('screens.setup.removed', { task }), {
        label: t('screens.commands.undo'),
        undoes: true,
        run: () => restore.mutate({ task }),
      })
    },
    onFailed: (error, input) => {
      tellCancelled(error)
      if (!(error instanceof ExpectedFailure) || error.code !== 'import-changed') return
      // In the place of the same words without a way on.
      notify('failure', failureText(error, t), {
        label: t('screens.undoImport.rest'),
        run: () => undoRest.mutate({ ...input, keepChanged: true }),
      })
    },
  })
}
