import { type ReactNode, Suspense, useState } from 'react'
import { later } from '../../app/later.ts'
import { languages, type Settings, theme as themeSchema } from '../../../shared/domain/settings.ts'
import { trialsText } from '../../../shared/text/sentences.ts'
import { counted } from '../../../shared/text/words.ts'
import { useRead } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { useTitle } from '../../app/title.ts'
import { Await, Waiting } from '../../components/Await.tsx'
import { Choices } from '../../components/Choices.tsx'
import { TextBox } from '../../components/Field.tsx'
import { Screen } from '../../components/Screen.tsx'
import { RemovedTasks } from '../tasks/RemovedTasks.tsx'
import { useChangeSettings } from './change.ts'
import styles from './SettingsScreen.module.css'

const BackupsPanel = later(async () => (await import('./BackupsPanel.tsx')).BackupsPanel)

/** Each language in its own words: who cannot read the present one must find theirs. */
const languageNames = { en: 'English', ko: '한국어' } as const

function Preferences({ settings }: { readonly settings: Settings }): ReactNode {
  const { t } = useTranslator()
  const change = useChangeSettings()
  const [loggerName, setLoggerName] = useState(settings.loggerName ?? '')
  const keepName = (): void => {
    const name = loggerName.trim()
    if (name !== (settings.loggerName ?? '')) change({ loggerName: name === '' ? null : name })
  }
  const system = { id: 'system', name: t('screens.settings.followSystem') } as const
  return (
    <div className={styles['preferences']}>
      <Choices
        label={t('screens.settings.language')}
        chosen={settings.language ?? 'system'}
        choices={[system, ...languages.map((id) => ({ id, name: languageNames[id] }))]}
        onChoose={(id) => change({ language: id === 'system' ? null : id })}
      />
      <Choices
        label={t('screens.settings.theme')}
        chosen={settings.theme}
        choices={themeSchema.options.map((id) =>
          id === 'system' ? system : { id, name: t(`screens.settings.${id}`) },
        )}
        onChoose={(theme) => change({ theme })}
      />
      <TextBox
        label={t('screens.settings.loggerName')}
        note={t('screens.settings.loggerNameNote')}
        value={loggerName}
        onChange={setLoggerName}
        onBlur={keepName}
        onEnter={keepName}
      />
    </div>
  )
}

function WorkspaceFacts(): ReactNode {
  const translator = useTranslator()
  const { t } = translator
  const info = useRead('workspace.info', {})
  return (
    <Await query={info}>
      {({ path, tasks, trials, appVersion }) => (
        <dl className={styles['facts']}>
          <dt>{t('screens.settings.file')}</dt>
          <dd>{path}</dd>
          <dt>{t('screens.settings.contents')}</dt>
          <dd>
            {counted(translator, 'screens.settings.tasks', tasks)}, {trialsText(translator, trials)}
          </dd>
          <dt>{t('screens.settings.version')}</dt>
          <dd>{appVersion}</dd>
        </dl>
      )}
    </Await>
  )
}

/** What one person prefers on this computer, and where the data are. Every change is kept at once. */
export function SettingsScreen(): ReactNode {
  const { t } = useTranslator()
  const settings = useRead('settings.get', {})
  useTitle([t('screens.settings.title')])
  return (
    <Screen title={t('screens.settings.title')}>
      <Await query={settings}>{(found) => <Preferences settings={found} />}</Await>
      <h2 className={styles['head']}>{t('screens.settings.workspace')}</h2>
      <WorkspaceFacts />
      <h2 className={styles['head']}>{t('screens.backups.title')}</h2>
      <Suspense fallback={<Waiting />}>
        <BackupsPanel />
      </Suspense>
      <RemovedTasks />
    </Screen>
  )
}
