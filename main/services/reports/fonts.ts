import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { ReportFont } from '../../../shared/report/font.ts'
import {
  codePointsOf,
  isInRange,
  parseUnicodeRange,
  type UnicodeRange,
} from '../../../shared/text/unicode-range.ts'

const fontList = z.array(
  z.object({ family: z.string(), weight: z.string(), unicodeRange: z.string(), file: z.string() }),
)

interface Face {
  readonly listed: z.infer<typeof fontList>[number]
  readonly range: UnicodeRange
}

const facesByFolder = new Map<string, readonly Face[]>()

function readFaces(fontsFolder: string): readonly Face[] {
  const known = facesByFolder.get(fontsFolder)
  if (known !== undefined) return known
  const list = fontList.parse(JSON.parse(readFileSync(join(fontsFolder, 'fonts.json'), 'utf8')))
  const faces = list.map((listed) => ({
    listed,
    range: parseUnicodeRange(listed.unicodeRange),
  }))
  facesByFolder.set(fontsFolder, faces)
  return faces
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
    needed.push(...family.filter((face) => left.some((point) => isInRange(face.range, point))))
    left = left.filter((point) => !family.some((face) => isInRange(face.range, point)))
  }
  return needed.map(({ listed: { family, weight, unicodeRange, file } }) => {
    const base64 = readFileSync(join(fontsFolder, file), 'base64')
    return { family, weight, unicodeRange, base64 }
  })
}
