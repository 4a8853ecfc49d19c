import { type ReactNode, useId } from 'react'
import {
  longestCoverNote,
  papers,
  reportDetails,
  type ReportOptions,
  reportSections,
} from '../../../shared/domain/report-options.ts'
import { languages } from '../../../shared/domain/settings.ts'
import { formatCount } from '../../../shared/text/numbers.ts'
import { counted } from '../../../shared/text/words.ts'
import { useTranslator } from '../../app/language.ts'
import { Button } from '../../components/Button.tsx'
import { Checkbox } from '../../components/Checkbox.tsx'
import { Choices } from '../../components/Choices.tsx'
import { TextBox } from '../../components/Field.tsx'
import { Panel } from '../../components/Panel.tsx'
import type { TaskViewProps } from '../tasks/task-view.ts'
import { excessOf, type ReportDraft, toggled } from './draft.ts'
import styles from './OptionsPanel.module.css'

/** Each in its own words: for those who cannot read the present one. */
const languageNames = { en: 'English', ko: '한국어' } as const

interface Props extends TaskViewProps {
  readonly draft: ReportDraft
  readonly options: ReportOptions
  /** The level the verdict is about, which is always shown. */
  readonly level: string
  readonly change: (changes: ReportDraft) => void
  readonly startOver: () => void
}

function Group(props: {
  readonly title: string
  readonly note?: string
  readonly children: ReactNode
}): ReactNode {
  const noteId = useId()
  const { title, note, children } = props
  return (
    <fieldset className={styles['group']} {...(note === undefined ? {} : { 'aria-describedby': noteId })}>
      <legend>{title}</legend>
      {note !== undefined && (
        <p id={noteId} className={styles['note']}>
          {note}
        </p>
      )}
      <div className={styles['checks']}>{children}</div>
    </fieldset>
  )
}

function Form({ options, change }: Props): ReactNode {
  const { t } = useTranslator()
  return (
    <>
      <Choices
        label={t('screens.report.language')}
        choices={languages.map((id) => ({ id, name: languageNames[id] }))}
        chosen={options.language}
        onChoose={(language) => change({ language })}
      />
      <Choices
        label={t('screens.report.paper')}
        choices={papers.map((id) => ({ id, name: t(`screens.report.papers.${id}`) }))}
        chosen={options.paper}
        onChoose={(paper) => change({ paper })}
      />
      <div className={styles['field']}>
        <Choices
          label={t('screens.report.detail')}
          choices={reportDetails.map((id) => ({ id, name: t(`screens.report.details.${id}`) }))}
          chosen={options.detail}
          onChoose={(detail) => change({ detail })}
        />
        <p className={styles['note']} role="status">
          {t(`screens.report.detailNotes.${options.detail}`)}
        </p>
      </div>
    </>
  )
}

function Sections({ draft, options, detail, change }: Props): ReactNode {
  const { t } = useTranslator()
  const hidden = draft.hiddenSections ?? []
  const offered = reportSections.filter((each) => each !== 'comparison' || detail.configurations.length > 1)
  return (
    <Group title={t('screens.report.sections')}>
      {offered.map((id) => (
        <Checkbox
          key={id}
          checked={options.sections.includes(id)}
          onChange={(isShown) => change({ hiddenSections: toggled(hidden, id, isShown) })}
        >
          {t(`screens.report.section.${id}`)}
        </Checkbox>
      ))}
    </Group>
  )
}

function Levels({ draft, detail, level, change }: Props): ReactNode {
  const { t } = useTranslator()
  const hidden = draft.hiddenLevels ?? []
  const others = detail.task.levels.filter(({ name }) => name !== level)
  if (others.length === 0) return null
  return (
    <Group title={t('screens.report.levels')} note={t('screens.report.levelsNote', { level })}>
      {others.map(({ name }) => (
        <Checkbox
          key={name}
          checked={!hidden.includes(name)}
          onChange={(isShown) => change({ hiddenLevels: toggled(hidden, name, isShown) })}
        >
          {name}
        </Checkbox>
      ))}
    </Group>
  )
}

function Compared({ draft, detail, configuration, change }: Props): ReactNode {
  const { t } = useTranslator()
  const hidden = draft.hiddenConfigurations ?? []
  const others = detail.configurations.filter(({ name }) => name !== configuration)
  if (others.length === 0) return null
  return (
    <Group title={t('screens.report.compared')}>
      {others.map(({ name }) => (
        <Checkbox
          key={name}
          checked={!hidden.includes(name)}
          onChange={(isShown) => change({ hiddenConfigurations: toggled(hidden, name, isShown) })}
        >
          {name}
        </Checkbox>
      ))}
    </Group>
  )
}

function CoverNote({ options, change }: Props): ReactNode {
  const translator = useTranslator()
  const { t, language } = translator
  const excess = excessOf(options)
  return (
    <TextBox
      label={t('screens.report.coverNote')}
      note={t('screens.report.coverNoteNote', { most: formatCount(language, longestCoverNote) })}
      value={options.coverNote}
      onChange={(coverNote) => change({ coverNote })}
      lines={5}
      wrong={excess === null ? null : counted(translator, 'screens.report.coverNoteLong', excess)}
    />
  )
}

/** What the author decides about the report; the preview beside it follows. */
export function OptionsPanel(props: Props): ReactNode {
  const { t } = useTranslator()
  const { draft, options, change, startOver } = props
  const hasParts = options.detail !== 'one-page'
  return (
    <div className={styles['panel']}>
      <Panel title={t('screens.report.options')}>
        <div className={styles['form']}>
          <Form {...props} />
          {hasParts && <Sections {...props} />}
          {hasParts && options.sections.includes('comparison') && <Compared {...props} />}
          <Levels {...props} />
          <div className={styles['last']}>
            <div className={styles['field']}>
              <Checkbox checked={options.anonymous} onChange={(anonymous) => change({ anonymous })}>
                {t('screens.report.anonymous')}
              </Checkbox>
              <p className={styles['note']}>{t('screens.report.anonymousNote')}</p>
            </div>
            <CoverNote {...props} />
            {Object.keys(draft).length > 0 && (
              <div>
                <Button onPress={startOver}>{t('screens.report.startOver')}</Button>
              </div>
            )}
          </div>
        </div>
      </Panel>
    </div>
  )
}
