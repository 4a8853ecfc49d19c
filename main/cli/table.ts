const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })
const wide = /^[ᄀ-ᅟ〈〉⺀-꓏ꥠ-ꥼ가-힣豈-﫿︰-﹏＀-｠￠-￦\u{20000}-\u{3FFFD}]/u
const emoji = /^\p{Emoji_Presentation}|\uFE0F/u
const widthless = /^[\p{Mn}\p{Me}\p{Cf}]+$/u

function characterWidth(character: string): number {
  if (widthless.test(character)) return 0
  return wide.test(character) || emoji.test(character) ? 2 : 1
}

/** How many columns of a terminal a text fills: Hangul, Han, kana, full-width forms and emoji fill two. */
export function displayWidth(text: string): number {
  let width = 0
  for (const { segment } of characters.segment(text)) width += characterWidth(segment)
  return width
}

export type Alignment = 'left' | 'right'

/** A cell keeps to its line, whatever a name holds. */
function cellText(text: string | undefined): string {
  return (text ?? '').replaceAll(/\s+/gu, ' ')
}

/** Rows as aligned text, two spaces between columns, none at the end of a line. */
export function formatTable(rows: readonly (readonly string[])[], alignments: readonly Alignment[]): string {
  const cells = rows.map((row) => alignments.map((_, column) => cellText(row[column])))
  const widths = alignments.map((_, column) =>
    Math.max(0, ...cells.map((row) => displayWidth(row[column] ?? ''))),
  )
  const line = (row: readonly string[]): string =>
    row
      .map((text, column) => {
        const gap = ' '.repeat((widths[column] ?? 0) - displayWidth(text))
        return alignments[column] === 'left' ? text + gap : gap + text
      })
      .join('  ')
      .trimEnd()
  return cells.map((row) => `  ${line(row)}`).join('\n')
}
