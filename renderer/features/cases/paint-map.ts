import { type CaseMapLayout, cornerOf } from '../../../shared/charts/index.ts'

/** Red, green, blue and opacity, 0 to 255 each. */
type Colour = readonly [number, number, number, number]

/** What a map is drawn in, each written as `#rrggbb`. */
export interface MapColours {
  readonly passes: string
  readonly neverSoft: string
  readonly never: string
  readonly lineStrong: string
  readonly ink: string
  readonly panel: string
}

const clear: Colour = [0, 0, 0, 0]

/** Those of the theme that is on screen. */
export function coloursOnScreen(): MapColours {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string): string => style.getPropertyValue(name).trim()
  return {
    passes: token('--passes'),
    neverSoft: token('--never-soft'),
    never: token('--never'),
    lineStrong: token('--line-strong'),
    ink: token('--ink'),
    panel: token('--panel'),
  }
}

function colourOf(text: string): Colour {
  const parts = /^#(..)(..)(..)$/.exec(text)
  if (parts === null) throw new Error(`${text} is no colour of the form #rrggbb`)
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => Number.parseInt(part, 16))
  return [red, green, blue, 255]
}

/** One pixel for each attempt, all bands below each other without a gap. */
function cellsImage(
  layout: CaseMapLayout,
  outcomes: readonly string[],
  { passes, neverSoft, never, lineStrong }: MapColours,
): OffscreenCanvas {
  const { perBand, bands, rows } = layout
  const letters = { P: passes, F: neverSoft, E: never, V: lineStrong }
  const colours = new Map(Object.entries(letters).map(([letter, text]) => [letter, colourOf(text)]))
  const columns = Math.min(perBand, Math.max(1, outcomes.length))
  const image = new ImageData(columns, bands * rows)
  for (const [index, each] of outcomes.entries()) {
    const band = Math.floor(index / perBand)
    for (let row = 0; row < each.length; row += 1) {
      const at = ((band * rows + row) * columns + (index % perBand)) * 4
      image.data.set(colours.get(each.charAt(row)) ?? clear, at)
    }
  }
  const canvas = new OffscreenCanvas(image.width, image.height)
  canvas.getContext('2d')?.putImageData(image, 0, 0)
  return canvas
}

/** Hairlines between cells that have room for them, and a bar in those that colour alone would tell apart. */
function paintSigns(
  context: CanvasRenderingContext2D,
  layout: CaseMapLayout,
  outcomes: readonly string[],
  { ink, panel }: MapColours,
): void {
  const { cellWidth, cellHeight, hairline } = layout
  if (hairline === 0) return
  context.fillStyle = panel
  for (let x = cellWidth - hairline; x < layout.width; x += cellWidth) {
    context.fillRect(x, 0, hairline, layout.height)
  }
  for (let row = 0; row < layout.bands * layout.rows; row += 1) {
    const { y } = cornerOf(layout, {
      index: Math.floor(row / layout.rows) * layout.perBand,
      row: row % layout.rows,
    })
    context.fillRect(0, y + cellHeight - hairline, layout.width, hairline)
  }
  for (const [index, each] of outcomes.entries()) {
    for (let row = 0; row < each.length; row += 1) {
      const letter = each.charAt(row)
      if (letter !== 'E' && letter !== 'V') continue
      const { x, y } = cornerOf(layout, { index, row })
      context.fillStyle = letter === 'E' ? ink : panel
      context.fillRect(x + 1, y + Math.floor((cellHeight - hairline) / 2), cellWidth - hairline - 2, 1)
    }
  }
}

/** Draws every attempt in a few image operations, whatever their number. */
export function paintMap(
  canvas: HTMLCanvasElement,
  layout: CaseMapLayout,
  outcomes: readonly string[],
  { colours, scale }: { readonly colours: MapColours; readonly scale: number },
): void {
  canvas.width = Math.max(1, Math.round(layout.width * scale))
  canvas.height = Math.max(1, Math.round(layout.height * scale))
  const context = canvas.getContext('2d')
  if (context === null) return
  context.scale(scale, scale)
  context.imageSmoothingEnabled = false
  const cells = cellsImage(layout, outcomes, colours)
  for (let band = 0; band < layout.bands; band += 1) {
    context.drawImage(
      cells,
      0,
      band * layout.rows,
      cells.width,
      layout.rows,
      0,
      band * layout.bandHeight,
      cells.width * layout.cellWidth,
      layout.rows * layout.cellHeight,
    )
  }
  paintSigns(context, layout, outcomes, colours)
}
