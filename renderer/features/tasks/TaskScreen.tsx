import { type ReactNode, Suspense, useEffect, useRef } from 'react'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { scopes, type TaskDetail } from '../../../shared/domain/task.ts'
import { formatRequired } from '../../../shared/text/numbers.ts'
import { useRead } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { useTitle } from '../../app/title.ts'
import { Await, Waiting } from '../../components/Await.tsx'
import { ButtonLink } from '../../components/Button.tsx'
import { cx } from '../../components/cx.ts'
import { Picker } from '../../components/Picker.tsx'
import { Screen } from '../../components/Screen.tsx'
import { type Blindness, useBlind } from '../../state/blind.ts'
import { openDialog } from '../../state/dialog.ts'
import { addressOf, tabPlace, type TaskPlace, taskTabs } from '../../state/place.ts'
import { replacePlace } from '../../state/view.ts'
import { ExportButton } from '../reports/ExportButton.tsx'
import { BlindGate, BlindPicker, blindConfiguration } from './Blind.tsx'
import { shownConfiguration } from './shown.ts'
import type { TaskViewProps } from './task-view.ts'
import { taskViews } from './views.ts'
import styles from './TaskScreen.module.css'

type BarProps = Omit<TaskViewProps, 'configuration'>

function ConfigurationPicker({ detail, place }: BarProps): ReactNode {
  const { t } = useTranslator()
  const chosen = shownConfiguration(detail, place)
  const known = detail.configurations.map(({ name }) => ({ id: name, name }))
  // The log asks for the first one in its own words.
  if (chosen === null) return null
  const isNew = !known.some((each) => each.id === chosen)
  return (
    <Picker
      label={t('screens.task.configuration')}
      choices={isNew ? [...known, { id: chosen, name: chosen }] : known}
      chosen={chosen}
      onChoose={(configuration) => replacePlace({ ...place, configuration })}
      {...(isNew
        ? {}
        : {
            action: {
              name: t('screens.commands.describeConfiguration'),
              run: () => openDialog({ kind: 'configuration', task: detail.task.name, configuration: chosen }),
            },
          })}
    />
  )
}

function LevelPicker({ detail: { task }, place }: BarProps): ReactNode {
  const { t, language } = useTranslator()
  return (
    <Picker
      label={t('screens.task.level')}
      choices={task.levels.map(({ name, required }) => ({
        id: name,
        name,
        detail: formatRequired(language, required),
        isTold: true,
      }))}
      chosen={place.level ?? task.target}
      onChoose={(level) => replacePlace({ ...place, level })}
    />
  )
}

function ScopePicker({ detail: { task }, place }: BarProps): ReactNode {
  const { t } = useTranslator()
  return (
    <Picker
      label={t('screens.task.scope')}
      choices={scopes.map((id) => ({
        id,
        name: t(`screens.scope.${id}`),
        detail: t(`screens.scope.${id}Detail`),
      }))}
      chosen={place.scope ?? task.scope}
      onChoose={(scope) => replacePlace({ ...place, scope })}
    />
  )
}

const pickers = {
  configuration: ConfigurationPicker,
  level: LevelPicker,
  scope: ScopePicker,
} as const

function Bar({ blind, ...props }: BarProps & { readonly blind: Blindness | null }): ReactNode {
  const { t } = useTranslator()
  const { place } = props
  const shown = taskViews[place.tab].pickers
  if (blind !== null) return place.tab === 'log' ? <BlindPicker {...props} blind={blind} /> : null
  return (
    <>
      <div className={cx(styles['pickers'], shown.length > 1 && styles['several'])}>
        {shown.map((id) => {
          const Choose = pickers[id]
          return <Choose key={id} {...props} />
        })}
      </div>
      {place.tab === 'verdict' && (
        <ButtonLink href={addressOf(tabPlace(place, 'log'))}>{t('screens.task.logTrials')}</ButtonLink>
      )}
      <ExportButton place={place} />
    </>
  )
}

function Tabs({ place }: { readonly place: TaskPlace }): ReactNode {
  const { t } = useTranslator()
  return (
    <nav className={styles['tabs']} aria-label={t('screens.task.views')}>
      {taskTabs.map((tab) => (
        <a
          key={tab}
          href={addressOf(tabPlace(place, tab))}
          aria-current={tab === place.tab ? 'page' : undefined}
          className={styles['tab']}
          data-name={t(`screens.command.${tab}`)}
        >
          {t(`screens.command.${tab}`)}
        </a>
      ))}
      <a
        href={addressOf({ screen: 'edit-task', task: place.task })}
        className={cx(styles['tab'], styles['edit'])}
      >
        {t('screens.commands.editTask')}
      </a>
    </nav>
  )
}

function View(props: BarProps): ReactNode {
  const { detail, place } = props
  const { View: Shown } = taskViews[place.tab]
  const blind = useBlind(place.task)
  if (blind !== null && place.tab !== 'log') return <BlindGate {...props} />
  const configuration = blind === null ? shownConfiguration(detail, place) : blindConfiguration(blind, detail)
  return (
    <Suspense fallback={<Waiting />}>
      <Shown {...props} configuration={configuration} />
    </Suspense>
  )
}

/** While a task is blind, the address does not name its configuration either. */
function useNamelessAddress(place: TaskPlace, isBlind: boolean): void {
  useEffect(() => {
    if (isBlind && place.configuration !== null) replacePlace({ ...place, configuration: null })
  }, [place, isBlind])
}

/** A configuration that was there and went with an import, undone elsewhere, is not asked for any longer. */
function useKnownConfiguration(place: TaskPlace, detail: TaskDetail | undefined): void {
  const seen = useRef<string | null>(null)
  useEffect(() => {
    if (detail === undefined || place.configuration === null) return
    const asked = JSON.stringify([place.task, place.configuration])
    if (detail.configurations.some(({ name }) => name === place.configuration)) seen.current = asked
    else if (seen.current === asked) replacePlace({ ...place, configuration: null })
  }, [place, detail])
}

/** Trying again would not bring it: where one can go on instead. */
function Missing({ task }: { readonly task: string }): ReactNode {
  const { t } = useTranslator()
  return (
    <div className={styles['missing']} role="alert">
      <h2>{t('screens.homeLead.missing', { task })}</h2>
      <p>{t('screens.homeLead.missingText')}</p>
      <div className={styles['ways']}>
        <ButtonLink look="primary" href={addressOf({ screen: 'home' })}>
          {t('screens.command.home')}
        </ButtonLink>
        <ButtonLink href={addressOf({ screen: 'settings' })}>{t('screens.command.settings')}</ButtonLink>
      </div>
    </div>
  )
}

/** One task: its configuration, level and claim in the top bar, its views below. */
export function TaskScreen({ place }: { readonly place: TaskPlace }): ReactNode {
  const { t } = useTranslator()
  const detail = useRead('task.get', { task: place.task })
  const blind = useBlind(place.task)
  useNamelessAddress(place, blind !== null)
  useKnownConfiguration(place, detail.data)
  const isMissing = detail.error instanceof ExpectedFailure && detail.error.code === 'task-not-found'
  useTitle([t(`screens.command.${place.tab}`), place.task])
  return (
    <Screen
      title={place.task}
      bar={detail.data === undefined ? null : <Bar detail={detail.data} place={place} blind={blind} />}
      below={<Tabs place={place} />}
      filled={detail.data !== undefined && taskViews[place.tab].filled}
    >
      {isMissing ? (
        <Missing task={place.task} />
      ) : (
        <Await query={detail}>{(found) => <View detail={found} place={place} />}</Await>
      )}
    </Screen>
  )
}
