import { type ReactNode, useEffect } from 'react'
import type { CaseDetail } from '../../../shared/domain/case.ts'
import type { Cause } from '../../../shared/domain/cause.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { formatDayAndTime } from '../../../shared/text/moments.ts'
import { formatCount } from '../../../shared/text/numbers.ts'
import { useRead } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { Await } from '../../components/Await.tsx'
import { ButtonLink } from '../../components/Button.tsx'
import { Panel } from '../../components/Panel.tsx'
import { addressOf, type TaskPlace } from '../../state/place.ts'
import type { TaskViewProps } from '../tasks/task-view.ts'
import { CaseBar } from './CaseBar.tsx'
import { attemptsText, groupOfRow } from './case-words.ts'
import { listPlace } from './go.ts'
import { keepCase } from './kept-list.ts'
import { LongText } from './LongText.tsx'
import { editText } from './trial-words.ts'
import { TrialsTable } from './TrialsTable.tsx'
import styles from './OneCase.module.css'

type Tried = CaseDetail['configurations'][number]

/** How the case did with the configuration on screen. */
function Lead({
  found,
  tried,
  configuration,
}: {
  readonly found: CaseDetail
  readonly tried: Tried | undefined
  readonly configuration: string
}): ReactNode {
  const translator = useTranslator()
  const { t, language } = translator
  const values = {
    case: found.case,
    configuration,
    repeats: attemptsText(translator, found.plannedRepeats),
    passes: formatCount(language, tried?.passes ?? 0),
    counted: formatCount(language, tried?.counted ?? 0),
  }
  const group = tried === undefined ? 'untried' : groupOfRow(tried)
  return <h2 className={styles['lead']}>{t(`screens.cases.one.lead.${group}`, values)}</h2>
}

function Trials({ tried, causes }: { readonly tried: Tried; readonly causes: readonly Cause[] }): ReactNode {
  const { t, language } = useTranslator()
  const title = t('screens.cases.one.trials', { configuration: tried.configuration })
  return (
    <Panel
      title={title}
      aside={t('screens.cases.one.trialsAside', {
        passes: formatCount(language, tried.passes),
        counted: formatCount(language, tried.counted),
      })}
    >
      <TrialsTable trials={tried.trials} causes={causes} label={title} />
    </Panel>
  )
}

function History({
  found,
  causes,
}: {
  readonly found: CaseDetail
  readonly causes: readonly Cause[]
}): ReactNode {
  const translator = useTranslator()
  const { t, language } = translator
  const isSingle = new Set(found.edits.map(({ configuration }) => configuration)).size <= 1
  return (
    <Panel title={t('screens.cases.one.history')}>
      {found.edits.length === 0 && <p className={styles['quiet']}>{t('screens.cases.one.noHistory')}</p>}
      <ol className={styles['edits']}>
        {found.edits.map((edit) => {
          const who = edit.after?.loggedBy
          const when = formatDayAndTime(language, edit.changedAt)
          const repeat = t('screens.cases.edit.repeat', { repeat: formatCount(language, edit.repeat) })
          return (
            <li key={`${edit.changedAt} ${edit.configuration} ${edit.repeat} ${edit.change}`}>
              <span className={styles['when']}>{who === undefined ? when : `${when}, ${who}`}</span>
              <span>
                <strong>{isSingle ? repeat : `${edit.configuration}, ${repeat}`}</strong>{' '}
                {editText(translator, edit, causes)}
              </span>
            </li>
          )
        })}
      </ol>
    </Panel>
  )
}

function Found({
  found,
  configuration,
  causes,
}: {
  readonly found: CaseDetail
  readonly configuration: string | null
  readonly causes: readonly Cause[]
}): ReactNode {
  const { t } = useTranslator()
  const shown = found.configurations.find((each) => each.configuration === configuration)
  const others = found.configurations.filter((each) => each !== shown)
  return (
    <>
      {configuration !== null && <Lead found={found} tried={shown} configuration={configuration} />}
      <Panel title={t('screens.cases.one.input')} aside={found.segment ?? undefined}>
        {found.input === null || found.input === '' ? (
          <p className={styles['quiet']}>{t('screens.cases.one.noInput')}</p>
        ) : (
          <LongText key={found.case} text={found.input} lines={10} />
        )}
      </Panel>
      {shown !== undefined && <Trials tried={shown} causes={causes} />}
      {others.map((each) => (
        <Trials key={each.configuration} tried={each} causes={causes} />
      ))}
      <History found={found} causes={causes} />
    </>
  )
}

function Missing({ label, place }: { readonly label: string; readonly place: TaskPlace }): ReactNode {
  const { t } = useTranslator()
  return (
    <div className={styles['missing']}>
      <h2 className={styles['lead']}>{t('screens.cases.one.missing', { case: label })}</h2>
      <ButtonLink href={addressOf(listPlace(place))}>{t('screens.cases.one.back')}</ButtonLink>
    </div>
  )
}

/** One case: its input, all its trials, and what was changed about them. */
export function OneCase({
  detail,
  place,
  configuration,
  label,
}: TaskViewProps & { readonly label: string }): ReactNode {
  const query = useRead('case.get', { task: place.task, case: label }, { keepPrevious: true })
  const list = addressOf(listPlace(place))
  useEffect(() => keepCase(list, label), [list, label])
  const isMissing = query.error instanceof ExpectedFailure && query.error.code === 'case-not-found'
  if (isMissing) return <Missing label={label} place={place} />
  return (
    <>
      <CaseBar place={place} configuration={configuration} label={label} />
      <div className={styles['one']}>
        <Await query={query}>
          {(found) => <Found found={found} configuration={configuration} causes={detail.task.causes} />}
        </Await>
      </div>
    </>
  )
}
