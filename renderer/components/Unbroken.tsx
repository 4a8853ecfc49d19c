import { Fragment, type ReactNode } from 'react'
import styles from './Unbroken.module.css'

/** An interval with the value before it and the brackets around it: `(27–59%)`, `42%(27–59%)`, `(−3~21%p)`, `(−3 to 21 points)`. */
const interval = String.raw`(?:\d[\d.,]*%)?\(?[−+]?\d[\d.,]*%?(?:[–~]| to )[−+]?\d[\d.,]*(?:%?p?| points)\)?`
/** A figure that a Korean particle follows: `54%를`. */
const figure = String.raw`\d[\d.,]*%p?(?=\p{Script=Hangul})`
/** A few words in brackets: `(up to 4)`. */
const aside = String.raw`\([^()\s][^()]{0,12}\)`
/** What Korean writes on without a space belongs to it. */
const together = new RegExp(String.raw`(?:${interval}|${figure}|${aside})\p{Script=Hangul}*`, 'gu')

interface Piece {
  readonly at: number
  readonly before: string
  readonly whole: string
}

function piecesOf(text: string): { readonly pieces: readonly Piece[]; readonly rest: string } {
  let end = 0
  const pieces = [...text.matchAll(together)].map((found): Piece => {
    const before = text.slice(end, found.index)
    end = found.index + found[0].length
    return { at: found.index, before, whole: found[0] }
  })
  return { pieces, rest: text.slice(end) }
}

/** A sentence whose figures stay in one line each: an interval broken in two would read as two figures. */
export function Unbroken({ text }: { readonly text: string }): ReactNode {
  const { pieces, rest } = piecesOf(text)
  return (
    <>
      {pieces.map((piece) => (
        <Fragment key={piece.at}>
          {piece.before}
          <span className={styles['unbroken']}>{piece.whole}</span>
        </Fragment>
      ))}
      {rest}
    </>
  )
}
