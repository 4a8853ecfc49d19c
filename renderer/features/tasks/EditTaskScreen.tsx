import { type ReactNode, useState } from 'react'
import type { TaskDetail } from '../../../shared/domain/task.ts'
import { counted } from '../../../shared/text/words.ts'
import { useRead } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { useTitle } from '../../app/title.ts'
import { Await } from '../../components/Await.tsx'
import { Button, ButtonLink } from '../../components/Button.tsx'
import { Screen } from '../../components/Screen.tsx'
import { addressOf, taskPlace } from '../../state/place.ts'
import { CausesField } from './CausesField.tsx'
import { changedTask, problemsOf } from './draft.ts'
import { causeProblems, editOf, type TaskEdit, toCauses } from './edit.ts'
import { Effort } from './Effort.tsx'
import { keepEdit, useKeptDraft } from './kept-draft.ts'
import { Group, TaskForm } from './TaskForm.tsx'
import { useChangeTask, useRemoveTask } from './use-task-writes.ts'
import { WhatChanges } from './WhatChanges.tsx'
import styles from './TaskForm.module.css'

/** What is typed of a task and not saved yet; begun anew when the task was changed elsewhere meanwhile. */
function useEdit(detail: TaskDetail): readonly [TaskEdit, (changes: Partial<TaskEdit>) => void] {
  const translator = useTranslator()
  const { task } = detail
  const kept = useKeptDraft((state) => state.edits.get(task.name))
  const isFresh = kept === undefined || JSON.stringify(kept.base) !== JSON.stringify(task)
  const edit = isFresh ? editOf(task, translator) : kept
  return [edit, (changes) => keepEdit(task.name, { ...edit, ...changes })]
}

function useOtherNames(own: string): readonly string[] {
  const tasks = useRead('task.list', {})
  return tasks.data?.map((each) => each.name).filter((name) => name !== own) ?? []
}

function useUsedCauses(task: string): ReadonlyMap<string, number> {
  const used = useRead('task.causes', { task })
  return new Map(used.data?.map(({ cause, trials }) => [cause, trials]))
}

function RemoveTask({ detail: { task, trials } }: { readonly detail: TaskDetail }): ReactNode {
  const translator = useTranslator()
  const remove = useRemoveTask()
  return (
    <div className={styles['removal']}>
      <Button isPending={remove.isPending} onPress={() => remove.mutate({ task: task.name })}>
        {translator.t('screens.setup.remove')}
      </Button>
      <p className={styles['note']}>{counted(translator, 'screens.setup.removeNote', trials)}</p>
    </div>
  )
}

function Form({ detail }: { readonly detail: TaskDetail }): ReactNode {
  const translator = useTranslator()
  const { t } = translator
  const { task } = detail
  const [edit, change] = useEdit(detail)
  const [attempts, setAttempts] = useState(0)
  const { save, isPending } = useChangeTask(() => keepEdit(task.name, null))
  const problems = problemsOf(edit.draft, useOtherNames(task.name), task.plannedRepeats !== null)
  const wrongCauses = causeProblems(edit.causes)
  const isSound = problems.length + wrongCauses.length === 0
  const next = isSound ? changedTask(task, edit.draft, toCauses(edit.causes, task.causes, translator)) : null
  const submit = (): void => {
    setAttempts(attempts + 1)
    if (next !== null && !isPending) save(task, next)
  }
  return (
    <div className={styles['columns']}>
      <TaskForm
        draft={edit.draft}
        change={(changes) => change({ draft: { ...edit.draft, ...changes } })}
        problems={problems}
        attempts={attempts}
        onSubmit={submit}
        isNew={false}
      >
        <Group title={t('screens.setup.causes')} note={t('screens.setup.causesNote')}>
          <CausesField
            causes={edit.causes}
            onChange={(causes) => change({ causes })}
            problems={attempts > 0 ? wrongCauses : []}
            used={useUsedCauses(task.name)}
          />
        </Group>
      </TaskForm>
      <aside className={styles['aside']}>
        <div className={styles['actions']}>
          <Button look="primary" isPending={isPending} onPress={submit}>
            {t('screens.setup.save')}
          </Button>
          <ButtonLink href={addressOf(taskPlace(task.name, 'verdict'))}>{t('screens.setup.back')}</ButtonLink>
        </div>
        <WhatChanges detail={detail} next={next} />
        <Effort draft={edit.draft} />
        <RemoveTask detail={detail} />
      </aside>
    </div>
  )
}

function Lead({ detail: { trials } }: { readonly detail: TaskDetail }): ReactNode {
  const translator = useTranslator()
  return (
    <h2 className={styles['lead']}>
      {trials === 0
        ? translator.t('screens.setup.leadFree')
        : counted(translator, 'screens.setup.lead', trials)}
    </h2>
  )
}

/** Changes what a task is: its levels, plan, budget and causes; says beforehand what of it is told beside the claims. */
export function EditTaskScreen({ task }: { readonly task: string }): ReactNode {
  const { t } = useTranslator()
  const detail = useRead('task.get', { task })
  useTitle([t('screens.commands.editTask'), task])
  return (
    <Screen title={task}>
      <Await query={detail}>
        {(found) => (
          <>
            <Lead detail={found} />
            <Form detail={found} />
          </>
        )}
      </Await>
    </Screen>
  )
}
