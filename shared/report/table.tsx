import type { ReactElement, ReactNode } from 'react'
import type { Verdict } from '../domain/level.ts'
import type { Translator } from '../text/translator.ts'
import type { Sentence } from '../text/sentence.ts'
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
    <div className="table">
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
    </div>
  )
}

export type Facts = readonly (readonly [name: string, value: ReactNode])[]

interface FactsProps {
  readonly labelledBy: string
  readonly facts: Facts
}

/**
 * Facts as pairs of name and value.
 * @param props.isWide over the whole width, for values that are sentences
 */
export function FactTable(props: FactsProps & { readonly isWide?: boolean }): ReactElement {
  const isWide = props.isWide === true
  return (
    <div className="table">
      <table aria-labelledby={props.labelledBy} className={isWide ? 'facts wide' : 'facts'}>
        <tbody>
          {props.facts.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className={isWide ? undefined : 'right'}>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Counts with their sum under a line. */
export function SumTable(props: FactsProps & { readonly sum: Facts[number] }): ReactElement {
  const { labelledBy, facts, sum } = props
  const rows = [...facts, sum]
  return (
    <div className="table">
      <table aria-labelledby={labelledBy} className="facts sums">
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name} className={name === sum[0] ? 'sum' : undefined}>
              <th scope="row">{name}</th>
              <td className="right">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The verdict's word in its colour; the word itself carries the meaning. */
export function VerdictWord(props: {
  readonly translator: Translator
  readonly verdict: Verdict
}): ReactElement {
  return <span className={`tone-${props.verdict}`}>{levelVerdictWord(props.translator, props.verdict)}</span>
}

interface SectionProps {
  readonly id: string
  readonly title: string
  /** It may run over pages; others move to the next page whole. */
  readonly long?: boolean
  readonly children: ReactNode
}

/**
 * A section of page one with its heading, which never stands alone at the foot of a page.
 * @param props.more beside the heading, where one reads more of it
 */
export function Section({
  id,
  title,
  long,
  more,
  children,
}: SectionProps & { readonly more?: ReactNode }): ReactElement {
  return (
    <section className={long === true ? 'long' : undefined}>
      <div className="head">
        <h2 id={id}>{title}</h2>
        {more}
      </div>
      {children}
    </section>
  )
}

/** The same inside a part of the report. */
export function Passage({ id, title, long, children }: SectionProps): ReactElement {
  return (
    <section className={long === true ? 'long' : undefined}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  )
}

/** A part of the report: its heading, and its answer in words before any figure. */
export function Part(props: {
  readonly id: string
  readonly title: string
  readonly answer: ReactNode
  readonly children: ReactNode
}): ReactElement {
  return (
    <div className="part">
      <h2 id={props.id}>{props.title}</h2>
      {props.answer !== '' && <p className="answer">{props.answer}</p>}
      {props.children}
    </div>
  )
}

/** Sentences under a heading or a chart, a paragraph each. */
export function Notes({ texts }: { readonly texts: readonly string[] }): ReactElement {
  return (
    <>
      {texts.map((text) => (
        <p key={text} className="note">
          {text}
        </p>
      ))}
    </>
  )
}

/** A sentence whose deciding words have their colour. */
export function Coloured({ parts }: Sentence): ReactElement {
  return (
    <>
      {parts.map(({ text, tone }) =>
        tone === undefined ? (
          text
        ) : (
          <span key={text} className={`tone-${tone}`}>
            {text}
          </span>
        ),
      )}
    </>
  )
}
