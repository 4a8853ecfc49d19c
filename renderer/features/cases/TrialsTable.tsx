import { Fragment, type ReactNode } from 'react'
import type { CaseTrial } from '../../../shared/domain/case.ts'
import type { Cause } from '../../../shared/domain/cause.ts'
import { formatDayAndTime } from '../../../shared/text/moments.ts'
import {
  formatCount,
  formatLatency,
  formatMoney,
  formatNumber,
  formatPercent,
} from '../../../shared/text/numbers.ts'
import type { Translator } from '../../../shared/text/translator.ts'
import { counted } from '../../../shared/text/words.ts'
import { useTranslator } from '../../app/language.ts'
import { cx } from '../../components/cx.ts'
import { nameOfCause } from './case-words.ts'
import { LongText } from './LongText.tsx'
import styles from './OneCase.module.css'

const signs = { pass: '✓', fail: '✕', error: '!', void: '∅' } as const

type FigureId = 'score' | 'confidence' | 'time' | 'cost' | 'tokens'

/** The figures of a trial; null where one was not logged. */
const figures: Readonly<Record<FigureId, (translator: Translator, trial: CaseTrial) => string | null>> = {
  score: ({ language }, { score }) => (score === undefined ? null : formatNumber(language, score, 4)),
  confidence: ({ language }, { confidence }) =>
    confidence === undefined ? null : formatPercent(language, confidence),
  time: ({ language }, { latencyMs }) =>
    latencyMs === undefined ? null : formatLatency(language, latencyMs),
  cost: ({ language }, { costUsd }) => (costUsd === undefined ? null : formatMoney(language, costUsd)),
  tokens: ({ language }, { inputTokens, outputTokens }) =>
    inputTokens === undefined && outputTokens === undefined
      ? null
      : [inputTokens, outputTokens]
          .map((each) => (each === undefined ? '–' : formatCount(language, each)))
          .join(' / '),
}
const figureIds: readonly FigureId[] = ['score', 'confidence', 'time', 'cost', 'tokens']

function Outcome({
  trial,
  causes,
}: {
  readonly trial: CaseTrial
  readonly causes: readonly Cause[]
}): ReactNode {
  const translator = useTranslator()
  const { t } = translator
  const cause = trial.cause === undefined ? null : nameOfCause(translator, causes, trial.cause)
  const severity = trial.severity === undefined ? null : t(`screens.cases.one.severity.${trial.severity}`)
  const standing = trial.outcome === 'void' ? 'void' : 'beyond'
  const notes = [cause, severity, trial.counts ? null : t(`screens.cases.one.notCounted.${standing}`)]
  return (
    <>
      <span className={cx(styles['sign'], styles[trial.outcome])} aria-hidden>
        {signs[trial.outcome]}
      </span>
      <span className={styles['word']}>{t(`screens.cases.map.${trial.outcome}`)}</span>
      <span className={styles['quiet']}>{notes.filter((each) => each !== null).join(' · ')}</span>
    </>
  )
}

/** Who said so, and when: "Kim, 27 Nov 2026, 09:05". */
function loggedText(translator: Translator, { loggedBy, grader, loggedAt }: CaseTrial): string {
  const { t, language } = translator
  const who = loggedBy ?? (grader === undefined ? null : t(`screens.cases.one.grader.${grader}`))
  return [who, formatDayAndTime(language, loggedAt)].filter((each) => each !== null).join(', ')
}

/** The texts of a trial, below its figures. */
function Texts({ trial }: { readonly trial: CaseTrial }): ReactNode {
  const translator = useTranslator()
  const { t, language } = translator
  const { note, answer, actions, startedAt } = trial
  const texts: readonly (readonly [string, string | undefined])[] = [
    [t('screens.cases.one.note'), note],
    [t('screens.cases.one.answer'), answer],
    [
      counted(translator, 'screens.cases.one.actions', actions?.length ?? 0),
      actions === undefined || actions.length === 0 ? undefined : actions.join(' → '),
    ],
    [
      t('screens.cases.one.started'),
      startedAt === undefined ? undefined : formatDayAndTime(language, startedAt),
    ],
  ]
  const given = texts.flatMap(([name, text]) => (text === undefined || text === '' ? [] : [{ name, text }]))
  if (given.length === 0) return null
  return (
    <dl className={styles['texts']}>
      {given.map(({ name, text }) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>
            <LongText text={text} lines={3} />
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}

interface Props {
  readonly trials: readonly CaseTrial[]
  readonly causes: readonly Cause[]
  /** Names the table for screen readers. */
  readonly label: string
}

/** The trials of one configuration with everything that was logged of them; columns nobody filled are left out. */
export function TrialsTable({ trials, causes, label }: Props): ReactNode {
  const translator = useTranslator()
  const { t, language } = translator
  const shown = figureIds.filter((id) => trials.some((trial) => figures[id](translator, trial) !== null))
  const hasVerdicts = trials.some(({ verifier }) => verifier !== undefined)
  const columns = 3 + shown.length + (hasVerdicts ? 1 : 0)
  return (
    <table className={styles['trials']} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('screens.cases.one.repeat')}</th>
          <th scope="col">{t('screens.cases.one.outcome')}</th>
          {hasVerdicts && <th scope="col">{t('screens.cases.one.verifier')}</th>}
          {shown.map((id) => (
            <th key={id} scope="col" data-figures>
              {t(`screens.cases.one.${id}`)}
            </th>
          ))}
          <th scope="col" className={styles['logged']}>
            {t('screens.cases.one.logged')}
          </th>
        </tr>
      </thead>
      {trials.map((trial) => (
        <tbody key={trial.repeat} className={cx(!trial.counts && styles['uncounted'])}>
          <tr>
            <th scope="row">{formatCount(language, trial.repeat)}</th>
            <td className={styles['outcome']}>
              <Outcome trial={trial} causes={causes} />
            </td>
            {hasVerdicts && (
              <td>{trial.verifier === undefined ? '–' : t(`screens.cases.one.${trial.verifier}`)}</td>
            )}
            {shown.map((id) => (
              <td key={id} data-figures>
                {figures[id](translator, trial) ?? '–'}
              </td>
            ))}
            <td className={styles['logged']}>{loggedText(translator, trial)}</td>
          </tr>
          <TextsRow trial={trial} columns={columns} />
        </tbody>
      ))}
    </table>
  )
}

function hasTexts({ note, answer, actions, startedAt }: CaseTrial): boolean {
  return (
    [note, answer, startedAt].some((each) => each !== undefined && each !== '') || (actions?.length ?? 0) > 0
  )
}

function TextsRow({ trial, columns }: { readonly trial: CaseTrial; readonly columns: number }): ReactNode {
  if (!hasTexts(trial)) return null
  return (
    <tr className={styles['below']}>
      <td colSpan={columns}>
        <Texts trial={trial} />
      </td>
    </tr>
  )
}
