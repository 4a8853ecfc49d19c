import { saveFile } from '../app/save-file.ts'
import { pictureName, pictureOf, probeSize, sizeOf, withFaces } from './chart-picture.ts'
import { embeddedFacesFor } from './page-fonts.ts'

/** Pixels of a PNG per pixel on screen: sharp in print and on dense screens. */
const density = 2

const svgType = 'image/svg+xml'
const pngType = 'image/png'

/** A browser that has not read a font after 3 s shows another one in its place. */
const fontPatienceMs = 4000

function pictureOfDrawing(svg: SVGSVGElement): string {
  const { fontFamily, fontSize } = getComputedStyle(svg)
  // Where the picture is opened, Inter is installed under its plain name, if it is.
  const lettering = { family: fontFamily.replace('"Inter Variable"', '$&, Inter'), size: fontSize }
  return pictureOf(new XMLSerializer().serializeToString(svg), lettering)
}

async function imageOf(picture: string): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(new Blob([picture], { type: svgType }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    return image
  } finally {
    URL.revokeObjectURL(address)
  }
}

function canvasOf(width: number, height: number) {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width)
  canvas.height = Math.round(height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('this browser draws no pictures')
  return { canvas, context }
}

/** Waits until each letter of the strip under the drawing, which begins at `top`, can be seen. */
async function fontsRead(image: HTMLImageElement, top: number, letters: number): Promise<void> {
  const { canvas, context } = canvasOf(Math.max(1, letters) * probeSize, probeSize)
  const { width, height } = canvas
  const isSeen = (index: number): boolean =>
    context.getImageData(index * probeSize, 0, probeSize, probeSize).data.some((value) => value > 0)
  const latest = performance.now() + fontPatienceMs
  while (performance.now() < latest) {
    context.clearRect(0, 0, width, height)
    context.drawImage(image, 0, -top)
    if (Array.from({ length: letters }, (_, index) => index).every(isSeen)) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function pngOf(svg: SVGSVGElement): Promise<Blob> {
  const picture = pictureOfDrawing(svg)
  // Title and description are words too, but none that is drawn.
  const drawn = [...svg.querySelectorAll('text')].map((each) => each.textContent)
  const faces = await embeddedFacesFor(drawn.join(''))
  const image = await imageOf(withFaces(picture, faces))
  const { width, height } = sizeOf(picture)
  await fontsRead(image, height, faces.length)
  const { canvas, context } = canvasOf(width * density, height * density)
  // The strip falls under the edge.
  context.drawImage(image, 0, 0, image.naturalWidth * density, image.naturalHeight * density)
  return await new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('the picture could not be written as PNG'))
      else resolve(blob)
    }, pngType)
  })
}

/** The clipboard is asked at once, while the press that allows it is fresh; the picture may follow. */
export async function copyPng(svg: SVGSVGElement): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ [pngType]: pngOf(svg) })])
}

/**
 * As a picture for those who take one, and as text for editors: small and open to be changed, with the names of the
 * fonts instead of the fonts.
 */
export async function copySvg(svg: SVGSVGElement): Promise<void> {
  const text = pictureOfDrawing(svg)
  const kinds = [svgType, 'text/plain'].filter((type) => ClipboardItem.supports(type))
  const item = Object.fromEntries(kinds.map((type) => [type, new Blob([text], { type })]))
  await navigator.clipboard.write([new ClipboardItem(item)])
}

export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
}

/** @returns the name of the file */
export async function savePng(svg: SVGSVGElement, title: string): Promise<string> {
  const fileName = pictureName(title, 'png')
  saveFile(fileName, await pngOf(svg))
  return fileName
}

/** @returns the name of the file */
export function saveSvg(svg: SVGSVGElement, title: string): string {
  const fileName = pictureName(title, 'svg')
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n${pictureOfDrawing(svg)}\n`
  saveFile(fileName, new Blob([xml], { type: svgType }))
  return fileName
}
