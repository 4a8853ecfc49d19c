import { codePointsOf, isInRange, parseUnicodeRange } from '../../shared/text/unicode-range.ts'
import type { EmbeddedFace } from './chart-picture.ts'

/** `U+0-10FFFF`, what a face without a range covers. */
const everything = 'U+0-10FFFF'

function facesOfPage(): readonly CSSFontFaceRule[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule),
  )
}

function property(face: CSSFontFaceRule, name: string): string {
  return face.style.getPropertyValue(name).trim()
}

function rangeOf(face: CSSFontFaceRule): string {
  const range = property(face, 'unicode-range')
  return range === '' ? everything : range
}

interface NeededFace {
  readonly face: CSSFontFaceRule
  /** The first of the characters it is needed for that is more than space. */
  readonly letter: string
}

/** The faces whose files have characters of the text; of one that several families have, the first family alone. */
function facesFor(text: string): readonly NeededFace[] {
  let left = [...codePointsOf(text.replaceAll(/\s/g, ''))]
  const needed: NeededFace[] = []
  for (const family of Map.groupBy(facesOfPage(), (face) => property(face, 'font-family')).values()) {
    const ranged = family.map((face) => ({ face, range: parseUnicodeRange(rangeOf(face)) }))
    for (const { face, range } of ranged) {
      const point = left.find((each) => isInRange(range, each))
      if (point !== undefined) needed.push({ face, letter: String.fromCodePoint(point) })
    }
    left = left.filter((point) => !ranged.some(({ range }) => isInRange(range, point)))
  }
  return needed
}

async function asDataAddress(address: string): Promise<string> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} could not be read: ${response.status}`)
  const content = await response.blob()
  return await new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      if (typeof reader.result === 'string') resolve(reader.result)
    })
    reader.addEventListener('error', () => reject(new Error(`${address} could not be read`)))
    reader.readAsDataURL(content)
  })
}

async function embedded({ face, letter }: NeededFace): Promise<EmbeddedFace> {
  const [family, weight] = [property(face, 'font-family'), property(face, 'font-weight')]
  const address = /url\("?([^")]+)"?\)/.exec(property(face, 'src'))?.[1] ?? ''
  const url = new URL(address, face.parentStyleSheet?.href ?? document.baseURI).href
  const source = `url(${await asDataAddress(url)}) format("woff2")`
  const rule = `@font-face{font-family:${family};font-weight:${weight};unicode-range:${rangeOf(face)};src:${source}}`
  return { family, weight, rule, letter }
}

/**
 * The fonts of this page that the text needs: inside a picture the page's own are out of reach, and without them
 * Korean depends on what the computer has.
 */
export async function embeddedFacesFor(text: string): Promise<readonly EmbeddedFace[]> {
  return await Promise.all(facesFor(text).map(embedded))
}
