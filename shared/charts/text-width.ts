/**
 * Widths of text without a font at hand: charts are also laid out where there is no screen. Advance widths in
 * hundredths of an em, the larger of Inter Regular and Semi-bold, for U+0020 to U+007E; figures as wide as tabular
 * ones. A label is so never wider than was planned for.
 */
const asciiAdvances = [
  28, 32, 52, 64, 65, 100, 66, 33, 37, 37, 54, 67, 32, 47, 32, 38, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 32,
  33, 67, 67, 67, 54, 100, 73, 66, 74, 72, 61, 59, 75, 75, 28, 58, 70, 57, 92, 76, 77, 65, 77, 65, 65, 66, 74,
  73, 102, 72, 71, 65, 37, 38, 37, 48, 47, 35, 57, 62, 58, 62, 59, 39, 63, 61, 26, 26, 57, 26, 90, 61, 61, 62,
  62, 40, 55, 35, 61, 59, 84, 57, 59, 57, 45, 36, 45, 67,
]
const firstAscii = 0x20
const thin = /[·‘’]/u
const upper = /\p{Lu}/u
const fullWidth =
  /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u
const pictograph = /\p{Extended_Pictographic}/u

function emOf(grapheme: string): number {
  const known = asciiAdvances[(grapheme.codePointAt(0) ?? 0) - firstAscii]
  if (known !== undefined) return known / 100
  if (fullWidth.test(grapheme)) return 0.95
  if (pictograph.test(grapheme)) return 1.4
  if (thin.test(grapheme)) return 0.32
  return upper.test(grapheme) || grapheme === '…' || grapheme === '—' ? 1 : 0.67
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

function graphemes(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), (each) => each.segment)
}

/** Width of `text` in pixels at `fontSize` pixels in either weight, at most a few per cent too wide. */
export function textWidth(text: string, fontSize: number): number {
  return graphemes(text).reduce((sum, each) => sum + emOf(each), 0) * fontSize
}

/**
 * `name` and `ending` on one line of at most `width` pixels. When both do not fit, the name gives way, ending in
 * an ellipsis; the ending stays whole.
 */
export function fitName(name: string, ending: string, width: number, fontSize: number): string {
  const whole = `${name}${ending}`
  if (textWidth(whole, fontSize) <= width) return whole
  const letters = [...graphemes(name)]
  while (letters.length > 0) {
    letters.pop()
    const shortened = `${letters.join('').trimEnd()}…${ending}`
    if (textWidth(shortened, fontSize) <= width) return shortened
  }
  return ending.trimStart()
}
