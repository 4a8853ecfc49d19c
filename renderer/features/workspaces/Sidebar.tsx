import type { ReactNode } from 'react'
import type { Output } from '../../../shared/contract/contract.ts'
import type { TaskSummary } from '../../../shared/domain/task.ts'
import { formatMoment } from '../../../shared/text/moments.ts'
import { formatCount } from '../../../shared/text/numbers.ts'
import { counted } from '../../../shared/text/words.ts'
import { useRead } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { Hidden } from '../../components/Hidden.tsx'
import { useBlind } from '../../state/blind.ts'
import { addressOf, home, type Place, taskOf, taskPlace } from '../../state/place.ts'
import styles from './Sidebar.module.css'
import { VerdictMark } from './VerdictMark.tsx'

function PlaceLink(props: {
  readonly place: Place
  readonly isCurrent: boolean
  readonly children: ReactNode
}): ReactNode {
  return (
    <a
      className={styles['link']}
      href={addressOf(props.place)}
      aria-current={props.isCurrent ? 'page' : undefined}
    >
      {props.children}
    </a>
  )
}

function TaskLink({
  task,
  isCurrent,
}: {
  readonly task: TaskSummary
  readonly isCurrent: boolean
}): ReactNode {
  const translator = useTranslator()
  const isBlind = useBlind(task.name) !== null
  return (
    <li>
      <PlaceLink place={taskPlace(task.name, isBlind ? 'log' : 'verdict')} isCurrent={isCurrent}>
        {isBlind ? <span className={styles['noMark']} /> : <VerdictMark verdict={task.verdict} />}
        <span className={styles['name']} title={task.name}>
          {task.name}
        </span>
        <span className={styles['count']}>
          <span aria-hidden>{formatCount(translator.language, task.trials)}</span>
          <Hidden>{counted(translator, 'screens.sidebar.trials', task.trials)}</Hidden>
        </span>
      </PlaceLink>
    </li>
  )
}

/** Which workspace this is, and that nothing of it is lost. */
function Foot({
  info,
  asOf,
}: {
  readonly info: Output<'workspace.info'>
  /** When that was so. */
  readonly asOf: Date
}): ReactNode {
  const { t, language } = useTranslator()
  const { lastAt, problem } = info.backup
  const backup =
    lastAt === null
      ? t('screens.workspaces.footNone')
      : t('screens.workspaces.foot', { when: formatMoment(language, lastAt, asOf) })
  return (
    <p className={styles['foot']}>
      <a href={addressOf(home)} title={info.path}>
        {info.name}
      </a>
      <span>
        {t('screens.app.saved')} ·{' '}
        <a href={addressOf({ screen: 'settings' })} data-tone={problem === null ? undefined : 'short'}>
          {problem === null ? backup : t('screens.workspaces.footProblem')}
        </a>
      </span>
    </p>
  )
}

/** Tasks and the places of the workspace; always there. */
export function Sidebar({ place }: { readonly place: Place }): ReactNode {
  const { t } = useTranslator()
  const tasks = useRead('task.list', {})
  const info = useRead('workspace.info', {})
  return (
    <nav className={styles['sidebar']} aria-label="Nines">
      <a className={styles['brand']} href={addressOf(home)}>
        Nines
      </a>
      <h2 className={styles['head']}>{t('screens.sidebar.tasks')}</h2>
      <ul className={styles['list']}>
        {tasks.data?.map((task) => (
          <TaskLink key={task.name} task={task} isCurrent={taskOf(place) === task.name} />
        ))}
        <li>
          <PlaceLink place={{ screen: 'new-task' }} isCurrent={place.screen === 'new-task'}>
            <span className={styles['quiet']}>+ {t('screens.sidebar.newTask')}</span>
          </PlaceLink>
        </li>
      </ul>
      <h2 className={styles['head']}>{t('screens.sidebar.workspace')}</h2>
      <ul>
        <li>
          <PlaceLink place={{ screen: 'import', task: null }} isCurrent={place.screen === 'import'}>
            {t('screens.sidebar.import')}
          </PlaceLink>
        </li>
        <li>
          <PlaceLink place={{ screen: 'settings' }} isCurrent={place.screen === 'settings'}>
            {t('screens.sidebar.settings')}
          </PlaceLink>
        </li>
      </ul>
      {info.data !== undefined && <Foot info={info.data} asOf={new Date(info.dataUpdatedAt)} />}
    </nav>
  )
}
