/**
 * How texts stand in cells that a spreadsheet opens: written by exports, taken back by imports. Both rules live here, so
 * that what one puts there the other takes off again.
 */

/** What makes a spreadsheet compute a text, full-width forms included, behind apostrophes of the text's own. */
const guardable = /^'*(?:[=+\-@\t\r\n＝＋－＠]|$)/u
const guarded = /^'+(?:[=+\-@\t\r\n＝＋－＠]|$)/u

/**
 * The text with an apostrophe before it when a spreadsheet would compute it, and when it already looks like a text that
 * has got one; the empty text is an apostrophe, for an empty cell says that nothing is known.
 */
export function guardText(text: string): string {
  return guardable.test(text) ? `'${text}` : text
}

/** Takes the apostrophe off again that `guardText` put there. Every other cell is the text itself. */
export function unguardText(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell
}

function splitNames(cell: string): readonly string[] {
  return cell
    .split('|')
    .map((each) => each.trim())
    .filter((each) => each !== '')
}

function parsedList(cell: string): readonly string[] | undefined {
  if (!/^\s*\[/u.test(cell)) return undefined
  try {
    const value: unknown = JSON.parse(cell)
    const isTexts = Array.isArray(value) && value.every((each) => typeof each === 'string')
    return isTexts ? value : undefined
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return undefined
  }
}

/** The names in a cell: a JSON list of texts as it stands, else what stands between bars, without the space around it. */
export function namesInCell(cell: string): readonly string[] {
  return parsedList(cell) ?? splitNames(cell)
}

/** The names joined by bars, or as a JSON list where bars would not give the same names back. */
export function cellOfNames(names: readonly string[]): string {
  const joined = names.join('|')
  const back = namesInCell(joined)
  const isSame = back.length === names.length && back.every((each, index) => each === names[index])
  return isSame && joined !== '' ? joined : JSON.stringify(names)
}
