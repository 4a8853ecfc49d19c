import { createElement, Fragment, type ReactElement } from 'react'

/**
 * Text with its superscript digits in a font that has all of them. They stay what they are: lowered to plain digits and
 * raised by style, 10⁶¹ would be copied and read aloud as 1061.
 */
export function Exponents({ text }: { readonly text: string }): ReactElement {
  const pieces = text.split(/([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/).map((piece, index) =>
    // Every second piece is what was split at.
    index % 2 === 0 ? piece : createElement('span', { className: 'exponent' }, piece),
  )
  return createElement(Fragment, null, ...pieces)
}
