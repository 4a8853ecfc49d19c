import { type CaseMapLayout, palette } from '../../../shared/charts/index.ts'
import type { MapColours } from './paint-map.ts'
import { paintMap } from './paint-map.ts'

const svgNamespace = 'http://www.w3.org/2000/svg'
/** Pixels of the image per pixel of the picture. */
const density = 2

/** The light value that the palette gives beside each token. */
function light(token: string): string {
  return /,\s*(#[0-9a-f]{6})\)$/.exec(token)?.[1] ?? '#000000'
}

/** A picture is read on white paper, whatever the window's theme. */
const onPaper: MapColours = {
  passes: light(palette.passes),
  neverSoft: light(palette.neverSoft),
  never: light(palette.never),
  lineStrong: light(palette.lineStrong),
  ink: light(palette.ink),
  panel: light(palette.panel),
}

/** Of no page: an image in it is not loaded, only written. */
const paper = document.implementation.createDocument(svgNamespace, 'svg')

function element(name: string, attributes: Readonly<Record<string, string>>, text = ''): Element {
  const made = paper.createElementNS(svgNamespace, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.textContent = text
  return made
}

/** A map that is drawn as an image, as a drawing of its own that holds this image: to be copied and saved. */
export function mapPicture(
  layout: CaseMapLayout,
  outcomes: readonly string[],
  words: { readonly title: string; readonly description: string },
): SVGSVGElement {
  const canvas = document.createElement('canvas')
  paintMap(canvas, layout, outcomes, { colours: onPaper, scale: density })
  const { width, height } = layout
  const size = { width: String(width), height: String(height) }
  const svg = element('svg', { ...size, viewBox: `0 0 ${width} ${height}`, role: 'img' })
  if (!(svg instanceof SVGSVGElement)) throw new Error('this browser makes no drawings')
  svg.append(
    element('title', {}, words.title),
    element('desc', {}, words.description),
    element('image', { ...size, href: canvas.toDataURL('image/png') }),
  )
  return svg
}
