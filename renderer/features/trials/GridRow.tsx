import { memo, type ReactNode } from 'react'
import type { GridCase } from '../../../shared/domain/grid-case.ts'
import type { Cause } from '../../../shared/domain/cause.ts'
import type { Outcome } from '../../../shared/domain/trial.ts'
import { formatCount } from '../../../shared/text/numbers.ts'
import type { Translator } from '../../../shared/text/translator.ts'
import { useTranslator } from '../../app/language.ts'
import { cx } from '../../components/cx.ts'
import type { Coming } from './grader.ts'
import { attemptsWanted, type GridTrial } from './grading.ts'
import styles from './LogGrid.module.css'
import { causeOf, trialText, trialTooltip } from './trial-text.ts'

interface HeadProps {
  readonly repeats: number
  readonly showsPasses: boolean
}

export function GridHead({ repeats, showsPasses }: HeadProps): ReactNode {
  const { t, language } = useTranslator()
  return (
    <div role="row" aria-rowindex={1} className={cx(styles['row'], styles['head'])}>
      <span role="columnheader" className={styles['label']}>
        {t('screens.log.case')}
      </span>
      <span role="columnheader" className={styles['input']}>
        {t('screens.log.input')}
      </span>
      {Array.from({ length: repeats }, (_, index) => (
        <span key={index} role="columnheader" className={styles['attempt']}>
          {t('screens.log.repeat', { number: formatCount(language, index + 1) })}
        </span>
      ))}
      {showsPasses && (
        <span role="columnheader" className={styles['passes']}>
          {t('screens.log.passes')}
        </span>
      )}
    </div>
  )
}

const signs = { pass: '✓', fail: '✕', error: '!', void: '∅' } as const

/** A grade that is seen and not stored yet. */
function ComingSign({ outcome }: { readonly outcome: Outcome }): ReactNode {
  return (
    <span aria-hidden className={cx(styles['sign'], styles[outcome], styles['coming'])}>
      {signs[outcome]}
    </span>
  )
}

function TrialSigns({
  trial,
  cause,
}: {
  readonly trial: GridTrial
  readonly cause: string | null
}): ReactNode {
  return (
    <>
      <span className={cx(styles['sign'], styles[trial.outcome])}>{signs[trial.outcome]}</span>
      <span className={styles['cause']}>{trial.outcome === 'void' ? trial.note : cause}</span>
      {trial.verifier !== null && (
        <span className={styles['verdict']}>{trial.verifier === 'accept' ? 'V✓' : 'V✕'}</span>
      )}
    </>
  )
}

interface AttemptProps {
  readonly row: number
  readonly repeat: number
  /** Case and repeat in words. */
  readonly label: string
  readonly trial: GridTrial | undefined
  readonly coming: Outcome | undefined
  readonly isActive: boolean
  /** No attempt is wanted here. */
  readonly isBeyond: boolean
  /** A note waits for the grade. */
  readonly hasKeptNote: boolean
  readonly causes: readonly Cause[]
  readonly loggerName: string | null
}

function Attempt(props: AttemptProps): ReactNode {
  const translator = useTranslator()
  const { trial, coming, causes, loggerName, hasKeptNote } = props
  const text = trialText(translator, trial, { causes, loggerName, hasKeptNote })
  const hasMark = hasKeptNote || (trial !== undefined && trial.note !== null && trial.outcome !== 'void')
  return (
    <span
      role="gridcell"
      data-row={props.row}
      data-repeat={props.repeat}
      id={`cell-${props.row}-${props.repeat}`}
      aria-selected={props.isActive}
      aria-label={`${props.label}: ${text}`}
      title={trialTooltip(translator, trial, { causes, loggerName, hasKeptNote })}
      className={cx(
        styles['attempt'],
        props.isActive && styles['active'],
        props.isBeyond && trial === undefined && styles['beyond'],
        hasMark && styles['noted'],
        hasKeptNote && styles['kept'],
      )}
    >
      {coming !== undefined && <ComingSign outcome={coming} />}
      {coming === undefined && trial !== undefined && (
        <TrialSigns trial={trial} cause={causeOf(translator, trial, causes)} />
      )}
    </span>
  )
}

interface Props extends HeadProps {
  readonly index: number
  readonly top: number
  readonly row: GridCase | undefined
  readonly plannedRepeats: number | null
  /** The repeat of the active cell when it is in this row. */
  readonly active: number | null
  readonly causes: readonly Cause[]
  readonly loggerName: string | null
  /** Grades of this row on their way to the disk. */
  readonly coming: readonly Coming[]
  /** Repeats of this row whose notes wait for a grade. */
  readonly keptNotes: readonly number[]
}

function passesText({ language }: Translator, row: GridCase): string {
  const fair = row.trials.filter((trial) => trial.outcome !== 'void')
  const passes = fair.filter((trial) => trial.outcome === 'pass').length
  return fair.length === 0 ? '' : `${formatCount(language, passes)}/${formatCount(language, fair.length)}`
}

/** One case with its attempts. */
export const GridRow = memo(function GridRow(props: Props): ReactNode {
  const translator = useTranslator()
  const { index, top, row, repeats, active, causes, loggerName, coming, keptNotes } = props
  const wanted = attemptsWanted(props.plannedRepeats, row?.trials ?? []) ?? repeats
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={cx(styles['row'], styles['case'], active !== null && styles['current'])}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="rowheader" className={styles['label']} title={row?.case}>
        {row?.case ?? '…'}
      </span>
      <span role="gridcell" className={styles['input']} title={row?.input ?? undefined}>
        {row?.input}
      </span>
      {Array.from({ length: repeats }, (_, each) => {
        const repeat = each + 1
        return (
          <Attempt
            key={repeat}
            row={index}
            repeat={repeat}
            label={`${row?.case ?? ''}, ${translator.t('screens.log.repeat', { number: repeat })}`}
            trial={row?.trials.find((trial) => trial.repeat === repeat)}
            coming={coming.findLast(({ cell }) => cell.repeat === repeat)?.outcome}
            isActive={active === repeat}
            isBeyond={row !== undefined && repeat > wanted}
            hasKeptNote={keptNotes.includes(repeat)}
            causes={causes}
            loggerName={loggerName}
          />
        )
      })}
      {props.showsPasses && (
        <span role="gridcell" className={styles['passes']}>
          {row === undefined ? '' : passesText(translator, row)}
        </span>
      )}
    </div>
  )
})
