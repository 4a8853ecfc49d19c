import type { ReactNode } from 'react'
import type { ChartTable } from '../../shared/charts/index.ts'
import { formatCount } from '../../shared/text/numbers.ts'
import { useTranslator } from '../app/language.ts'
import figures from '../features/assessments/FigureTable.module.css'
import styles from './ChartTableView.module.css'
import { Unbroken } from './Unbroken.tsx'

interface Cell {
  readonly key: string
  readonly text: string
  readonly figure: { readonly 'data-figures'?: true }
}

/** Columns may be called the same, and rows too: their places tell them apart. */
function inColumns(texts: readonly string[], { columns }: ChartTable): readonly Cell[] {
  return texts.map((text, index) => ({
    key: String(index),
    text,
    figure: columns[index]?.isFigure === true ? { 'data-figures': true } : {},
  }))
}

function Row({ cells }: { readonly cells: readonly Cell[] }): ReactNode {
  return (
    <tr>
      {cells.map(({ key, text, figure }, index) =>
        index === 0 ? (
          <th key={key} scope="row" {...figure}>
            {text}
          </th>
        ) : (
          <td key={key} {...figure}>
            <Unbroken text={text} />
          </td>
        ),
      )}
    </tr>
  )
}

interface Props {
  readonly title: string
  readonly table: ChartTable
  /** At most this many pixels; beyond, it scrolls. */
  readonly height: number
}

/** A table is drawn whole: more rows than these would keep the window waiting. */
const mostRows = 500

/** The values of a chart as a table, in the place of the drawing. */
export function ChartTableView({ title, table, height }: Props): ReactNode {
  const { t, language } = useTranslator()
  const label = t('screens.frame.tableOf', { title })
  const count = table.rows.length
  const head = inColumns(
    table.columns.map((each) => each.title),
    table,
  )
  const rows = table.rows
    .slice(0, mostRows)
    .map((texts, index) => ({ key: String(index), cells: inColumns(texts, table) }))
  return (
    <div
      className={styles['scroll']}
      style={{ maxHeight: height }}
      role="group"
      aria-label={label}
      tabIndex={0}
    >
      <table className={figures['table']} aria-label={label}>
        <thead>
          <tr>
            {head.map(({ key, text, figure }) => (
              <th key={key} scope="col" {...figure}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <Row key={key} cells={cells} />
          ))}
        </tbody>
      </table>
      {count > mostRows && (
        <p className={styles['rest']}>
          {t('screens.frame.firstRows', {
            shown: formatCount(language, mostRows),
            number: formatCount(language, count),
          })}
        </p>
      )}
    </div>
  )
}
