import { useRef } from 'react'
import type { Input } from '../../../shared/contract/contract.ts'
import type { Task } from '../../../shared/domain/task.ts'
import { useWrite } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { notify } from '../../state/notices.ts'
import { home, type Place, taskOf, taskPlace } from '../../state/place.ts'
import { goTo, replacePlace, useView } from '../../state/view.ts'

/** The same place, of the task under its present name. */
function underName(place: Place, name: string): Place {
  return place.screen === 'task' || place.screen === 'edit-task' ? { ...place, task: name } : place
}

type Changes = Input<'task.change'>['changes']

/** All that a task says, as a change. */
function whole(task: Task): Changes {
  return { ...task, levels: [...task.levels], causes: [...task.causes] }
}

/** Saves what a task says from now on, and offers to undo it. */
export function useChangeTask(onSaved: () => void) {
  const { t } = useTranslator()
  /** What is being saved, until the answer comes. */
  const asked = useRef<{ readonly before: Task; readonly after: Task } | null>(null)
  const undo = useWrite('task.change', {
    onDone: ({ name }, { task }) => {
      const { place } = useView.getState()
      if (name !== task && taskOf(place) === task) replacePlace(underName(place, name))
    },
  })
  const save = useWrite('task.change', {
    onDone: ({ name }) => {
      onSaved()
      goTo(taskPlace(name, 'verdict'))
      if (asked.current === null) return
      const { before, after } = asked.current
      // A plan that has a number of repeats cannot go back to having none.
      const cannotUndo = before.plannedRepeats === null && after.plannedRepeats !== null
      const undoing = {
        label: t('screens.commands.undo'),
        undoes: true,
        run: () => undo.mutate({ task: name, changes: whole(before) }),
      } as const
      notify('done', t('screens.setup.saved', { task: name }), cannotUndo ? null : undoing)
    },
  })
  return {
    isPending: save.isPending,
    save: (before: Task, after: Task): void => {
      asked.current = { before, after }
      save.mutate({ task: before.name, changes: whole(after) })
    },
  }
}

/** Puts a task out of sight, and offers to bring it back. */
export function useRemoveTask() {
  const { t } = useTranslator()
  const restore = useRestoreTask()
  return useWrite('task.remove', {
    onDone: ({ name }) => {
      if (taskOf(useView.getState().place) === name) goTo(home)
      notify('done', t('screens.setup.removed', { task: name }), {
        label: t('screens.commands.undo'),
        undoes: true,
        run: () => restore.mutate({ task: name }),
      })
    },
  })
}

/** Brings a removed task back, and goes there. */
export function useRestoreTask() {
  return useWrite('task.restore', { onDone: ({ name }) => goTo(taskPlace(name, 'verdict')) })
}
