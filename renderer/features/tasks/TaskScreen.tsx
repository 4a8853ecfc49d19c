import type { ReactNode } from 'react'
import { scopes, type TaskDetail } from '../../../shared/domain/task.ts'
import { formatRequired } from '../../../shared/text/numbers.ts'
import { useRead } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { useTitle } from '../../app/title.ts'
import { Await } from '../../components/Await.tsx'
import { Button, ButtonLink } from '../../components/Button.tsx'
import { cx } from '../../components/cx.ts'
import { Picker } from '../../components/Picker.tsx'
import { Screen } from '../../components/Screen.tsx'
import { addressOf, type TaskPlace, taskTabs } from '../../state/place.ts'
import { replacePlace } from '../../state/view.ts'
import { VerdictView } from '../assessments/VerdictView.tsx'
import { useExportPdf, useIsExporting } from '../reports/export.ts'
import { LogView } from '../trials/LogView.tsx'
import { shownConfiguration } from './shown.ts'
import styles from './TaskScreen.module.css'

interface ViewProps {
  readonly detail: TaskDetail
  readonly place: TaskPlace
}

function ConfigurationPicker({ detail, place }: ViewProps): ReactNode {
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
    />
  )
}

function LevelPicker({ detail: { task }, place }: ViewProps): ReactNode {
  const { t, language } = useTranslator()
  return (
    <Picker
      label={t('screens.task.level')}
      choices={task.levels.map(({ name, required }) => ({
        id: name,
        name,
        detail: formatRequired(language, required),
      }))}
      chosen={place.level ?? task.target}
      onChoose={(level) => replacePlace({ ...place, level })}
    />
  )
}

function ScopePicker({ detail: { task }, place }: ViewProps): ReactNode {
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

function Bar(props: ViewProps): ReactNode {
  const { t } = useTranslator()
  const { place } = props
  const exportPdf = useExportPdf(place)
  const isExporting = useIsExporting()
  return (
    <>
      <div className={cx(styles['pickers'], place.tab === 'verdict' && styles['several'])}>
        <ConfigurationPicker {...props} />
        {place.tab === 'verdict' && <LevelPicker {...props} />}
        {place.tab === 'verdict' && <ScopePicker {...props} />}
      </div>
      {place.tab === 'verdict' && (
        <ButtonLink href={addressOf({ ...place, tab: 'log' })}>{t('screens.task.logTrials')}</ButtonLink>
      )}
      <Button look="primary" isDisabled={exportPdf === null} onPress={() => exportPdf?.()}>
        {t(isExporting ? 'screens.task.exporting' : 'screens.task.exportPdf')}
      </Button>
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
          href={addressOf({ ...place, tab })}
          aria-current={tab === place.tab ? 'page' : undefined}
          className={styles['tab']}
        >
          {t(`screens.command.${tab}`)}
        </a>
      ))}
    </nav>
  )
}

function View(props: ViewProps): ReactNode {
  const configuration = shownConfiguration(props.detail, props.place)
  return props.place.tab === 'log' ? (
    <LogView {...props} configuration={configuration} />
  ) : (
    <VerdictView {...props} configuration={configuration} />
  )
}

/** One task: its configuration, level and claim in the top bar, its views below. */
export function TaskScreen({ place }: { readonly place: TaskPlace }): ReactNode {
  const { t } = useTranslator()
  const detail = useRead('task.get', { task: place.task })
  useTitle([t(`screens.command.${place.tab}`), place.task])
  return (
    <Screen
      title={place.task}
      bar={detail.data === undefined ? null : <Bar detail={detail.data} place={place} />}
      below={<Tabs place={place} />}
      filled={place.tab === 'log'}
    >
      <Await query={detail}>{(found) => <View detail={found} place={place} />}</Await>
    </Screen>
  )
}
