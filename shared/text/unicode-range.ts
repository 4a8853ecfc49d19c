/** First and last code point of a stretch, both included. */
type Stretch = readonly [first: number, last: number]

/** The characters a font file has glyphs for. */
export type UnicodeRange = readonly Stretch[]

/** Reads `U+41` or `U+41-5A`; fontsource writes no wildcards. */
function parseStretch(text: string): Stretch {
  const found = /^U\+([0-9a-f]{1,6})(?:-([0-9a-f]{1,6}))?$/i.exec(text.trim())
  if (found?.[1] === undefined) throw new Error(`"${text}" is not a unicode-range that Nines can read`)
  return [Number.parseInt(found[1], 16), Number.parseInt(found[2] ?? found[1], 16)]
}

/** A CSS `unicode-range`. */
export function parseUnicodeRange(text: string): UnicodeRange {
  return text.split(',').map(parseStretch)
}

export function isInRange(range: UnicodeRange, point: number): boolean {
  return range.some(([first, last]) => first <= point && point <= last)
}

/** Every code point of the text, once. */
export function codePointsOf(text: string): ReadonlySet<number> {
  const codePoints = new Set<number>()
  for (let index = 0; index < text.length; index += 1) {
    const codePoint = text.codePointAt(index) ?? 0
    codePoints.add(codePoint)
    if (codePoint > 0xffff) index += 1
  }
  return codePoints
}
