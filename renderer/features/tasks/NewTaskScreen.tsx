import { type ReactNode, useState } from 'react'
import { useRead, useWrite } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { useTitle } from '../../app/title.ts'
import { Button } from '../../components/Button.tsx'
import { Screen } from '../../components/Screen.tsx'
import { taskPlace } from '../../state/place.ts'
import { goTo } from '../../state/view.ts'
import { emptyDraft, problemsOf, type TaskDraft, toNewTask } from './draft.ts'
import { Effort } from './Effort.tsx'
import { keepDraft, useKeptDraft } from './kept-draft.ts'
import { TaskForm } from './TaskForm.tsx'
import styles from './TaskForm.module.css'

/** A short form with presets; only a name is needed. */
export function NewTaskScreen(): ReactNode {
  const { t } = useTranslator()
  const tasks = useRead('task.list', {})
  const [empty] = useState(() => emptyDraft(t))
  const kept = useKeptDraft((state) => state.draft)
  const draft = kept ?? empty
  const [attempts, setAttempts] = useState(0)
  const create = useWrite('task.create', {
    onDone: ({ name }) => {
      keepDraft(null)
      goTo(taskPlace(name, 'log'))
    },
  })
  useTitle([t('screens.newTask.title')])
  const problems = problemsOf(draft, tasks.data?.map((each) => each.name) ?? [])
  const change = (changes: Partial<TaskDraft>): void =>
    keepDraft({ ...(useKeptDraft.getState().draft ?? empty), ...changes })
  const submit = (): void => {
    setAttempts(attempts + 1)
    if (problems.length === 0 && !create.isPending) create.mutate(toNewTask(draft))
  }
  return (
    <Screen title={t('screens.newTask.title')}>
      <h2 className={styles['lead']}>{t('screens.newTask.lead')}</h2>
      <div className={styles['columns']}>
        <TaskForm
          draft={draft}
          change={change}
          problems={problems}
          attempts={attempts}
          onSubmit={submit}
          isNew
        />
        <aside className={styles['aside']}>
          {/* Above what comes and goes, so that it stays where one is about to press. */}
          <div className={styles['actions']}>
            <Button look="primary" isPending={create.isPending} onPress={submit}>
              {t('screens.newTask.create')}
            </Button>
            {kept !== null && (
              <Button look="quiet" onPress={() => keepDraft(null)}>
                {t('screens.newTask.startOver')}
              </Button>
            )}
          </div>
          <Effort draft={draft} />
        </aside>
      </div>
    </Screen>
  )
}
