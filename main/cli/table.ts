/** How many columns of a terminal a text fills: Hangul, Han, kana and full-width forms fill two. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) {
    width += /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠]/u.test(character) ? 2 : 1
  }
  return width
}

export type Alignment = 'left' | 'right'

/** Rows as aligned text, two spaces between columns, none at the end of a line. */
export function formatTable(rows: readonly (readonly string[])[], alignments: readonly Alignment[]): string {
  const widths = alignments.map((_, column) =>
    Math.max(0, ...rows.map((row) => displayWidth(row[column] ?? ''))),
  )
  const line = (row: readonly string[]): string =>
    alignments
      .map((alignment, column) => {
        const text = row[column] ?? ''
        const gap = ' '.repeat((widths[column] ?? 0) - displayWidth(text))
        return alignment === 'left' ? text + gap : gap + text
      })
      .join('  ')
      .trimEnd()
  return rows.map((row) => `  ${line(row)}`).join('\n')
}
