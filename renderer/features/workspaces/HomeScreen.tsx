import { type ReactNode, Suspense } from 'react'
import { later } from '../../app/later.ts'
import type { TaskSummary } from '../../../shared/domain/task.ts'
import { formatCount, formatRequired } from '../../../shared/text/numbers.ts'
import { useRead, useWrite } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { useTitle } from '../../app/title.ts'
import { Await } from '../../components/Await.tsx'
import { Button, ButtonLink } from '../../components/Button.tsx'
import { Screen } from '../../components/Screen.tsx'
import { useBlind, useBlindTasks } from '../../state/blind.ts'
import { addressOf, taskPlace } from '../../state/place.ts'
import { goTo } from '../../state/view.ts'
import { homeSentence } from './home-lead.ts'
import styles from './HomeScreen.module.css'
import { VerdictMark } from './VerdictMark.tsx'

const WorkspacesPanel = later(async () => (await import('./WorkspacesPanel.tsx')).WorkspacesPanel)

interface Way {
  readonly action: ReactNode
  readonly note: string
}

function useWays(): readonly Way[] {
  const { t } = useTranslator()
  const sample = useWrite('sample.open', { onDone: ({ task }) => goTo(taskPlace(task, 'verdict')) })
  return [
    {
      action: (
        <ButtonLink look="primary" href={addressOf({ screen: 'new-task' })}>
          {t('screens.home.newTask')}
        </ButtonLink>
      ),
      note: t('screens.home.newTaskNote'),
    },
    {
      action: (
        <Button isPending={sample.isPending} onPress={() => sample.mutate({})}>
          {t('screens.home.sample')}
        </Button>
      ),
      note: t('screens.home.sampleNote'),
    },
    {
      action: (
        <ButtonLink href={addressOf({ screen: 'import', task: null })}>{t('screens.home.import')}</ButtonLink>
      ),
      note: t('screens.home.importNote'),
    },
  ]
}

function TaskRow({ task }: { readonly task: TaskSummary }): ReactNode {
  const { language, t } = useTranslator()
  const isBlind = useBlind(task.name) !== null
  const address = addressOf(taskPlace(task.name, 'verdict'))
  return (
    <tr>
      <th scope="row">
        <a className={styles['task']} href={address} title={task.name}>
          {task.name}
        </a>
      </th>
      <td>
        {task.target} {formatRequired(language, task.required)}
      </td>
      <td>{isBlind ? t('screens.log.blind.on') : <VerdictMark verdict={task.verdict} withWord />}</td>
      <td data-figures>{formatCount(language, task.configurations)}</td>
      <td data-figures>{formatCount(language, task.cases)}</td>
      <td data-figures>{formatCount(language, task.trials)}</td>
    </tr>
  )
}

/** How the tasks stand, in words, and each of them. */
function Tasks({ tasks }: { readonly tasks: readonly TaskSummary[] }): ReactNode {
  const isBlind = useBlindTasks()
  const standings = tasks.map(({ name, verdict }) => (isBlind(name) ? 'blind' : verdict))
  const { lead, rest } = homeSentence(useTranslator(), standings)
  return (
    <div>
      <h2 className={styles['lead']}>{lead}</h2>
      {rest !== '' && <p className={styles['rest']}>{rest}</p>}
      <TaskTable tasks={tasks} />
    </div>
  )
}

function TaskTable({ tasks }: { readonly tasks: readonly TaskSummary[] }): ReactNode {
  const { t } = useTranslator()
  return (
    <table className={styles['tasks']}>
      <thead>
        <tr>
          <th scope="col">{t('screens.home.task')}</th>
          <th scope="col">{t('screens.home.target')}</th>
          <th scope="col">{t('screens.home.verdict')}</th>
          <th scope="col" data-figures>
            {t('screens.home.configurations')}
          </th>
          <th scope="col" data-figures>
            {t('screens.home.cases')}
          </th>
          <th scope="col" data-figures>
            {t('screens.home.trials')}
          </th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <TaskRow key={task.name} task={task} />
        ))}
      </tbody>
    </table>
  )
}

/** Every task with its verdict; on the first day, what Nines is for and three ways to begin. Then the workspaces. */
export function HomeScreen(): ReactNode {
  const { t } = useTranslator()
  const tasks = useRead('task.list', {})
  const ways = useWays()
  useTitle([t('screens.command.home')])
  return (
    <Screen title={t('screens.command.home')}>
      <Await query={tasks}>
        {(found) => (
          <div className={styles['home']}>
            {found.length === 0 ? (
              <div className={styles['welcome']}>
                <h2>{t('screens.home.welcome')}</h2>
                <p>{t('screens.home.introduction')}</p>
              </div>
            ) : (
              <Tasks tasks={found} />
            )}
            <ul className={styles['ways']}>
              {ways.map(({ action, note }) => (
                <li key={note}>
                  {action}
                  <span className={styles['note']}>{note}</span>
                </li>
              ))}
            </ul>
            <Suspense>
              <WorkspacesPanel />
            </Suspense>
          </div>
        )}
      </Await>
    </Screen>
  )
}
