import { textWidth } from '../charts/text-width.ts'
import { type ReportContext, textWidthPx } from './context.ts'

/**
 * How close together the lines of page one stand: it is laid out without a page at hand, from widths of text, and
 * what decides is to stay on one page however much there is to say.
 */
export type Density = 'roomy' | 'close' | 'closest'

export const fontSizePx = 12.5

/** One of two panels side by side. */
export const panelWidthPx = (textWidthPx - 28) / 2

/** Heights when lines stand close, px. */
export const close = { line: 17.3, row: 25.3, head: 24, section: 35, betweenNotes: 6 } as const

/** A line is never filled to its end: so much stays free, px. */
const rag = 16

/** Lines that a text takes at this width. */
export function linesOf(text: string, width: number, fontSize = fontSizePx): number {
  return Math.max(1, Math.ceil(textWidth(text, fontSize) / (width - rag)))
}

/** Rows of a table with so many lines each, without its head. */
export function rowsHeight(lines: readonly number[]): number {
  return lines.reduce((height, each) => height + close.row + (each - 1) * close.line, 0)
}

export function notesHeight(lines: readonly number[]): number {
  return lines.reduce((height, each) => height + each * close.line + close.betweenNotes, -close.betweenNotes)
}

/** Between the margins, px: 297 − 23 − 20 mm, and 11 in − 19 − 15 mm. */
const paperHeight = { A4: 960, Letter: 927.5 } as const

/** Stays free. Widths of text are at most a few per cent too wide, so what is laid out is lower than these heights. */
const reserve = 8

/** How much higher the same is when its lines do not stand close. */
const roomier = 1.1

/** @param height of all that is to stand on page one, with its lines close */
export function densityFor({ options }: Pick<ReportContext, 'options'>, height: number): Density {
  const room = paperHeight[options.paper] - reserve
  if (height > room) return 'closest'
  // Letter is shorter: there, lines stand close as a rule.
  return options.paper === 'A4' && height * roomier <= room ? 'roomy' : 'close'
}
