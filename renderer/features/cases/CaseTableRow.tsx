import { memo, type ReactNode } from 'react'
import type { CaseRow } from '../../../shared/domain/case.ts'
import type { Cause } from '../../../shared/domain/cause.ts'
import { isMeasured } from '../../../shared/domain/measured.ts'
import { formatCount, formatLatency, formatMoney } from '../../../shared/text/numbers.ts'
import type { Translator } from '../../../shared/text/translator.ts'
import { counted, notMeasuredText } from '../../../shared/text/words.ts'
import { useTranslator } from '../../app/language.ts'
import { cx } from '../../components/cx.ts'
import { causesText } from './case-words.ts'
import type { Column, ColumnId } from './columns.ts'
import { Strip } from './Strip.tsx'
import styles from './CaseTable.module.css'

/** What the row leaves out of its passes: "1 void, 2 beyond the plan". */
function leftOut(translator: Translator, { voids, beyondPlan }: CaseRow): string {
  return [
    ...(voids > 0 ? [counted(translator, 'screens.cases.table.void', voids)] : []),
    ...(beyondPlan > 0 ? [counted(translator, 'screens.cases.table.beyond', beyondPlan)] : []),
  ].join(', ')
}

function figure(translator: Translator, value: CaseRow['costUsd'], format: typeof formatMoney): ReactNode {
  if (isMeasured(value)) return format(translator.language, value)
  return <span title={notMeasuredText(translator, value.notMeasured)}>–</span>
}

interface ContentProps {
  readonly id: ColumnId
  readonly row: CaseRow
  readonly href: string
  readonly causes: readonly Cause[]
  /** Width of one attempt. */
  readonly cell: number
}

function Content({ id, row, href, causes, cell }: ContentProps): ReactNode {
  const translator = useTranslator()
  const { language } = translator
  switch (id) {
    case 'case':
      return (
        <a href={href} tabIndex={-1} title={row.case}>
          {row.case}
        </a>
      )
    case 'input':
      return <span title={row.input ?? undefined}>{row.input}</span>
    case 'segment':
      return <span title={row.segment ?? undefined}>{row.segment}</span>
    case 'attempts':
      return <Strip outcomes={row.outcomes} cell={cell} />
    case 'passes': {
      const rest = leftOut(translator, row)
      return (
        <span title={rest === '' ? undefined : rest}>
          {formatCount(language, row.passes)}/{formatCount(language, row.counted)}
          {rest !== '' && <span className={styles['rest']}>*</span>}
        </span>
      )
    }
    case 'causes': {
      const text = causesText(translator, causes, row)
      return <span title={text}>{text}</span>
    }
    case 'cost':
      return figure(translator, row.costUsd, formatMoney)
    case 'latency':
      return figure(translator, row.latencyMs, formatLatency)
  }
}

interface Props {
  readonly index: number
  readonly top: number
  readonly row: CaseRow | undefined
  readonly columns: readonly Column[]
  readonly causes: readonly Cause[]
  readonly isActive: boolean
  readonly href: string
  /** Width of one attempt. */
  readonly cell: number
}

export const rowId = (index: number): string => `case-row-${index}`

/** One case of the table. */
export const CaseTableRow = memo(function CaseTableRow(props: Props): ReactNode {
  const { index, top, row, columns, causes, isActive, href, cell } = props
  return (
    <div
      role="row"
      id={rowId(index)}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isActive}
      className={cx(styles['row'], styles['body'], isActive && styles['active'])}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map(({ id, isFigure }) => (
        <span
          key={id}
          role={id === 'case' ? 'rowheader' : 'gridcell'}
          className={cx(styles['cell'], styles[id], isFigure && styles['figure'])}
        >
          {row === undefined ? (
            id === 'case' && '…'
          ) : (
            <Content id={id} row={row} href={href} causes={causes} cell={cell} />
          )}
        </span>
      ))}
    </div>
  )
})
