import { Fragment, type ReactNode } from 'react'
import styles from './Unbroken.module.css'

/** An interval with the value before it and the brackets around it: `(27–59%)`, `42%(27–59%)`, `(−3~21%p)`, `(−3 to 21 points)`. */
const interval = /(?:\d[\d.,]*%)?\(?[−+]?\d[\d.,]*%?(?:[–~]| to )[−+]?\d[\d.,]*(?:%?p?| points)\)?/gu

interface Piece {
  readonly at: number
  readonly before: string
  readonly interval: string
}

function piecesOf(text: string): { readonly pieces: readonly Piece[]; readonly rest: string } {
  let end = 0
  const pieces = [...text.matchAll(interval)].map((found): Piece => {
    const before = text.slice(end, found.index)
    end = found.index + found[0].length
    return { at: found.index, before, interval: found[0] }
  })
  return { pieces, rest: text.slice(end) }
}

/** A sentence whose intervals stay in one line each: a line break inside would read as two figures. */
export function Unbroken({ text }: { readonly text: string }): ReactNode {
  const { pieces, rest } = piecesOf(text)
  return (
    <>
      {pieces.map((piece) => (
        <Fragment key={piece.at}>
          {piece.before}
          <span className={styles['unbroken']}>{piece.interval}</span>
        </Fragment>
      ))}
      {rest}
    </>
  )
}
