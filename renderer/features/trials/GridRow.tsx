import { memo, type ReactNode } from 'react'
import type { GridCase } from '../../../shared/contract/contract.ts'
import type { Cause } from '../../../shared/domain/cause.ts'
import { formatCount } from '../../../shared/text/numbers.ts'
import { causeName } from '../../../shared/text/sentences.ts'
import type { Translator } from '../../../shared/text/translator.ts'
import { useTranslator } from '../../app/language.ts'
import { cx } from '../../components/cx.ts'
import type { GridTrial } from './grading.ts'
import styles from './LogGrid.module.css'

export function GridHead({ repeats }: { readonly repeats: number }): ReactNode {
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
      <span role="columnheader" className={styles['passes']}>
        {t('screens.log.passes')}
      </span>
    </div>
  )
}

const signs = { pass: '✓', fail: '✕', error: '!', void: '∅' } as const

function causeOf(translator: Translator, trial: GridTrial, causes: readonly Cause[]): string | null {
  if (trial.cause === null) return null
  return causeName(translator, trial.cause, causes.find((each) => each.key === trial.cause)?.name ?? null)
}

/** The attempt in words: outcome, cause, verdict, note. */
function trialText(translator: Translator, trial: GridTrial | undefined, cause: string | null): string {
  const { t } = translator
  if (trial === undefined) return t('screens.log.unlogged')
  const verdict = trial.verifier === null ? null : t(`screens.log.${trial.verifier}`)
  return [t(`screens.log.${trial.outcome}`), cause, verdict, trial.note]
    .filter((part) => part !== null)
    .join(', ')
}

function Attempt(props: {
  readonly row: number
  readonly repeat: number
  /** Case and repeat in words. */
  readonly label: string
  readonly trial: GridTrial | undefined
  readonly isActive: boolean
  readonly causes: readonly Cause[]
}): ReactNode {
  const translator = useTranslator()
  const { trial, causes } = props
  const cause = trial === undefined ? null : causeOf(translator, trial, causes)
  const text = trialText(translator, trial, cause)
  return (
    <span
      role="gridcell"
      data-row={props.row}
      data-repeat={props.repeat}
      id={`cell-${props.row}-${props.repeat}`}
      aria-selected={props.isActive}
      aria-label={`${props.label}: ${text}`}
      title={trial === undefined ? undefined : text}
      className={cx(styles['attempt'], props.isActive && styles['active'])}
    >
      {trial !== undefined && (
        <>
          <span className={cx(styles['sign'], styles[trial.outcome])}>{signs[trial.outcome]}</span>
          <span className={styles['cause']}>{cause}</span>
          {trial.verifier !== null && (
            <span className={styles['verdict']}>{trial.verifier === 'accept' ? 'V✓' : 'V✕'}</span>
          )}
        </>
      )}
    </span>
  )
}

interface Props {
  readonly index: number
  readonly top: number
  readonly row: GridCase | undefined
  readonly repeats: number
  /** The repeat of the active cell when it is in this row. */
  readonly active: number | null
  readonly causes: readonly Cause[]
}

function passesText({ language }: Translator, row: GridCase): string {
  const fair = row.trials.filter((trial) => trial.outcome !== 'void')
  const passes = fair.filter((trial) => trial.outcome === 'pass').length
  return fair.length === 0 ? '' : `${formatCount(language, passes)}/${formatCount(language, fair.length)}`
}

/** One case with its attempts. */
export const GridRow = memo(function GridRow(props: Props): ReactNode {
  const translator = useTranslator()
  const { index, top, row, repeats, active, causes } = props
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
            isActive={active === repeat}
            causes={causes}
          />
        )
      })}
      <span role="gridcell" className={styles['passes']}>
        {row === undefined ? '' : passesText(translator, row)}
      </span>
    </div>
  )
})
