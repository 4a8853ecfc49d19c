import type { ChartTable } from '../../shared/charts/index.ts'

/** How the words of a drawing are set on screen: in CSS, which a picture does not have around it. */
export interface Lettering {
  readonly family: string
  readonly size: string
}

const tag = /<[^!?][^<>]*>/g
const variable = /var\(\s*--[\w-]+\s*,\s*([^()]+?)\s*\)/g

/**
 * In every tag the light colours that shared/charts/palette.ts gives beside each variable: a picture is read on
 * white paper. Texts stay as they are, whatever they hold.
 */
function inLight(markup: string): string {
  return markup.replaceAll(tag, (found) => found.replaceAll(variable, '$1'))
}

function numbersIn(opening: string, attribute: string): readonly number[] {
  const found = new RegExp(`\\s${attribute}="([^"]*)"`).exec(opening)?.[1] ?? ''
  return found.split(/[\s,]+/).map(Number)
}

function openingOf(markup: string): string | null {
  return /^<svg\b[^<>]*>/.exec(markup)?.[0] ?? null
}

function quoted(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', "'").replaceAll('<', '&lt;')
}

/**
 * A drawing as a picture of its own: light, on white, with the fonts it names and as large as on screen.
 * @param markup of an `svg` element with a `viewBox`, as XMLSerializer writes it
 */
export function pictureOf(markup: string, { family, size }: Lettering): string {
  const opening = openingOf(markup)
  const [x, y, width, height] = opening === null ? [] : numbersIn(opening, 'viewBox')
  if (opening === null || height === undefined) throw new Error('not the markup of a drawing')
  const lettering = `<svg font-family="${quoted(family)}" font-size="${quoted(size)}"`
  const paper = `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#ffffff"/>`
  const inside = inLight(markup.slice(opening.length))
  // A title counts as that of the whole picture when it comes first.
  const words = /^(?:<(title|desc)\b[^<>]*>[^<]*<\/\1>)*/.exec(inside)?.[0] ?? ''
  const root = inLight(opening).replace('<svg', lettering)
  return `${root}${words}${paper}${inside.slice(words.length)}`
}

/** The size of a picture in pixels, as its root says. */
export function sizeOf(picture: string): { readonly width: number; readonly height: number } {
  const opening = openingOf(picture) ?? ''
  const [width = 0] = numbersIn(opening, 'width')
  const [height = 0] = numbersIn(opening, 'height')
  return { width, height }
}

function tabbed(cells: readonly string[]): string {
  return cells.map((cell) => cell.replaceAll(/[\t\r\n]+/g, ' ')).join('\t')
}

/** A font file inside a picture. */
export interface EmbeddedFace {
  readonly family: string
  readonly weight: string
  /** The whole `@font-face` rule. */
  readonly rule: string
  /** A letter the picture needs this file for. */
  readonly letter: string
}

/** Each font file has a letter in a cell of this size under the drawing. */
export const probeSize = 16

/**
 * A picture with its fonts inside and, in a strip under it, a letter of each: where a letter can be seen, its font
 * has been read. Nothing else tells, and what is drawn before has no words.
 */
export function withFaces(picture: string, faces: readonly EmbeddedFace[]): string {
  const { width, height } = sizeOf(picture)
  const [across, down] = [Math.max(width, faces.length * probeSize), height + probeSize]
  const rules = faces.map((each) => each.rule).join('')
  const probes = faces.map(
    ({ family, weight, letter }, index) =>
      `<text x="${index * probeSize + 2}" y="${down - 4}" font-size="12" font-family="${quoted(family)}" font-weight="${Number.parseInt(weight, 10)}">${quoted(letter)}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${across}" height="${down}" viewBox="0 0 ${across} ${down}"><style>${rules}</style>${picture}${probes.join('')}</svg>`
}

/** A table as spreadsheets take it from the clipboard: a line per row, tabs between cells. */
export function tabSeparated({ columns, rows }: ChartTable): string {
  const head = columns.map((each) => each.title)
  return [head, ...rows].map(tabbed).join('\n')
}

/** A file name that every system takes, from the title of the chart. */
export function pictureName(title: string, ending: 'png' | 'svg'): string {
  const plain = title.replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-').replaceAll(/^-+|-+$/g, '')
  return `${plain === '' ? 'chart' : plain.slice(0, 60)}.${ending}`
}
