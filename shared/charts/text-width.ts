import { closed, setApart } from '../text/sentence.ts'

/**
 * Widths of text without a font at hand: charts are also laid out where there is no screen. Advance widths in
 * hundredths of an em, the largest of Inter Regular and Semi-bold with usual and with tabular figures, for U+0020
 * to U+007E. A label is so never wider than was planned for.
 */
const asciiAdvances = [
  29, 33, 53, 65, 66, 101, 67, 33, 40, 40, 65, 68, 32, 65, 32, 41, 66, 65, 65, 65, 67, 65, 65, 65, 65, 65, 32,
  33, 68, 68, 68, 55, 101, 75, 66, 74, 73, 61, 60, 75, 75, 28, 58, 71, 57, 93, 76, 77, 65, 78, 66, 66, 67, 75,
  75, 105, 72, 72, 66, 40, 43, 40, 49, 52, 36, 58, 63, 59, 63, 60, 42, 63, 62, 27, 31, 57, 27, 91, 62, 61, 63,
  63, 41, 55, 35, 62, 59, 84, 57, 59, 57, 46, 36, 46, 68,
]
const firstAscii = 0x20
/** Controls of direction, which take no room. */
const unseen = /[\u2066-\u2069]/u
const thin = /[·‘’]/u
const upper = /\p{Lu}/u
const hangul = /\p{Script=Hangul}/u
/** Of a whole em: Chinese and Japanese signs, arrows and comparisons, the dash and the ellipsis. */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60\p{Sm}…—]/u
const pictograph = /\p{Extended_Pictographic}/u

/** Advance width of what is seen as one letter, in hundredths of an em. */
function advanceOf(grapheme: string): number {
  const known = asciiAdvances[(grapheme.codePointAt(0) ?? 0) - firstAscii]
  if (known !== undefined) return known
  if (hangul.test(grapheme)) return 95
  if (unseen.test(grapheme)) return 0
  if (pictograph.test(grapheme)) return 140
  if (thin.test(grapheme)) return 32
  return upper.test(grapheme) || wide.test(grapheme) ? 100 : 68
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

function graphemes(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), (each) => each.segment)
}

function advance(text: string): number {
  return graphemes(text).reduce((sum, each) => sum + advanceOf(each), 0)
}

/** Width of `text` in pixels at `fontSize` pixels in either weight, at most a few per cent too wide. */
export function textWidth(text: string, fontSize: number): number {
  return (advance(text) * fontSize) / 100
}

/**
 * `name` and `ending` on one line of at most `width` pixels. When both do not fit, the name gives way, ending in
 * an ellipsis; the ending stays whole.
 */
export function fitName(name: string, ending: string, width: number, fontSize: number): string {
  const fits = (hundredths: number): boolean => (hundredths * fontSize) / 100 <= width
  const shownWhole = ending === '' ? name : setApart(name)
  if (fits(advance(`${name}${ending}`))) return `${shownWhole}${ending}`
  let used = advance(`…${ending}`)
  if (!fits(used)) return ending.trimStart()
  let shown = ''
  for (const grapheme of graphemes(name)) {
    used += advanceOf(grapheme)
    if (!fits(used)) break
    shown += grapheme
  }
  const cut = `${closed(shown.trimEnd())}…`
  return `${ending === '' ? cut : setApart(cut)}${ending}`
}

/** As much of the letters as fits into so many hundredths of an em. */
function taken(letters: readonly string[], most: number): readonly string[] {
  let used = 0
  const end = letters.findIndex((each) => {
    used += advanceOf(each)
    return used > most
  })
  return end < 0 ? letters : letters.slice(0, end)
}

/** The same with the middle left out: what tells names of one drawing apart is often at their end. */
export function fitMiddle(name: string, width: number, fontSize: number): string {
  const most = (width * 100) / fontSize
  if (advance(name) <= most) return name
  const letters = graphemes(name)
  const room = most - advanceOf('…')
  const end = taken(letters.toReversed(), (2 * room) / 3)
    .toReversed()
    .join('')
  const beginning = taken(letters, room - advance(end)).join('')
  return room <= 0 ? '' : closed(`${beginning.trimEnd()}…${end.trimStart()}`)
}
