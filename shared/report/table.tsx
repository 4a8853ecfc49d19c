import type { ReactElement, ReactNode } from 'react'
import type { Verdict } from '../domain/level.ts'
import type { Translator } from '../text/translator.ts'
import { longTable } from './context.ts'
import { levelVerdictWord } from '../text/words.ts'

export interface Column {
  readonly head: string
  /** Figures stand right, words left. */
  readonly align?: 'right'
}

export interface Row {
  readonly key: string
  /** The first cell is the row's header. */
  readonly cells: readonly ReactNode[]
}

/** A figure stays on one line; words in its place, such as why there is none, may wrap. */
function classOfCell(column: Column | undefined, cell: ReactNode): string | undefined {
  const isWords = typeof cell === 'string' && /\p{L} \p{L}/u.test(cell)
  return column?.align === 'right' && isWords ? 'right words' : column?.align
}

/** A table with a header for each column and row; its head is repeated on every page it runs over. */
export function Table(props: {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly labelledBy: string
}): ReactElement {
  const { columns, rows, labelledBy } = props
  return (
    <table aria-labelledby={labelledBy} className={rows.length > longTable ? 'dense' : undefined}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.head} scope="col" className={column.align}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [first, ...others] }) => (
          <tr key={key}>
            <th scope="row">{first}</th>
            {others.map((cell, index) => (
              <td key={columns[index + 1]?.head} className={classOfCell(columns[index + 1], cell)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export type Facts = readonly (readonly [name: string, value: ReactNode])[]

/** Facts as pairs of name and value. */
export function FactTable(props: { readonly labelledBy: string; readonly facts: Facts }): ReactElement {
  return (
    <table aria-labelledby={props.labelledBy} className="facts">
      <tbody>
        {props.facts.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="right">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The verdict's word in its colour; the word itself carries the meaning. */
export function VerdictWord(props: {
  readonly translator: Translator
  readonly verdict: Verdict
}): ReactElement {
  return <span className={`tone-${props.verdict}`}>{levelVerdictWord(props.translator, props.verdict)}</span>
}

/**
 * A section with its heading; the heading never stands alone at the foot of a page.
 * @param props.long it may run over pages; others move to the next page whole
 */
export function Section(props: {
  readonly id: string
  readonly title: string
  readonly long?: boolean
  readonly children: ReactNode
}): ReactElement {
  return (
    <section className={props.long === true ? 'long' : undefined}>
      <h2 id={props.id}>{props.title}</h2>
      {props.children}
    </section>
  )
}
