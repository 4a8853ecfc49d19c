import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { ReportFont } from '../../../shared/report/font.ts'

const fontList = z.array(
  z.object({ family: z.string(), weight: z.string(), unicodeRange: z.string(), file: z.string() }),
)

/** First and last code point of a stretch, both included. */
type Stretch = readonly [first: number, last: number]

interface Face {
  readonly listed: z.infer<typeof fontList>[number]
  readonly stretches: readonly Stretch[]
}

const facesByFolder = new Map<string, readonly Face[]>()

/** Reads `U+41` or `U+41-5A`; fontsource writes no wildcards. */
function parseStretch(text: string): Stretch {
  const found = /^U\+([0-9a-f]{1,6})(?:-([0-9a-f]{1,6}))?$/i.exec(text.trim())
  if (found?.[1] === undefined) throw new Error(`"${text}" is not a unicode-range that Nines can read`)
  return [Number.parseInt(found[1], 16), Number.parseInt(found[2] ?? found[1], 16)]
}

function readFaces(fontsFolder: string): readonly Face[] {
  const known = facesByFolder.get(fontsFolder)
  if (known !== undefined) return known
  const list = fontList.parse(JSON.parse(readFileSync(join(fontsFolder, 'fonts.json'), 'utf8')))
  const faces = list.map((listed) => ({
    listed,
    stretches: listed.unicodeRange.split(',').map(parseStretch),
  }))
  facesByFolder.set(fontsFolder, faces)
  return faces
}

function codePointsOf(text: string): ReadonlySet<number> {
  const codePoints = new Set<number>()
  for (let index = 0; index < text.length; index += 1) {
    const codePoint = text.codePointAt(index) ?? 0
    codePoints.add(codePoint)
    if (codePoint > 0xffff) index += 1
  }
  return codePoints
}

function covers({ stretches }: Face, point: number): boolean {
  return stretches.some(([first, last]) => first <= point && point <= last)
}

/**
 * The report fonts that `text` needs, embedded: only the files whose `unicode-range` meets its characters, and
 * of a character that several families have, only the first family, as the style sheet prefers it. So an English
 * report carries 50 KB and a Korean one some 200 KB instead of 5 MB. Characters that no file covers are left to
 * the reader's own fonts.
 * @param text the report's HTML as it stands; a character written as a numeric entity is not seen
 * @param resourcesFolder the folder with `fonts/fonts.json` and its files
 * @throws Error when the resources are missing or unreadable: the installation is broken
 */
export function readFontsFor(text: string, resourcesFolder: string): readonly ReportFont[] {
  const fontsFolder = join(resourcesFolder, 'fonts')
  let left = [...codePointsOf(text)]
  const needed: Face[] = []
  for (const family of Map.groupBy(readFaces(fontsFolder), ({ listed }) => listed.family).values()) {
    needed.push(...family.filter((face) => left.some((point) => covers(face, point))))
    left = left.filter((point) => !family.some((face) => covers(face, point)))
  }
  return needed.map(({ listed: { family, weight, unicodeRange, file } }) => {
    const base64 = readFileSync(join(fontsFolder, file), 'base64')
    return { family, weight, unicodeRange, base64 }
  })
}
