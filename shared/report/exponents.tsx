import { createElement, Fragment, type ReactElement } from 'react'

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Text with its superscript digits set as exponents: the fonts of the report do not have all of them. */
export function Exponents({ text }: { readonly text: string }): ReactElement {
  const pieces = text.split(/([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/).map((piece, index) => {
    // Every second piece is what was split at.
    if (index % 2 === 0) return piece
    const digits = Array.from(piece, (digit) => superscripts.indexOf(digit))
    return createElement('sup', null, digits.join(''))
  })
  return createElement(Fragment, null, ...pieces)
}
