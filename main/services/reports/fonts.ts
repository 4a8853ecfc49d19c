import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { ReportFont } from '../../../shared/report/font.ts'
import { codePointsOf, isInRange, parseUnicodeRange } from '../../../shared/text/unicode-range.ts'
import { loadSubset } from './subset.ts'

const fontList = z.array(
  z.object({
    family: z.string(),
    unicodeRange: z.string(),
    faces: z.array(z.object({ weight: z.string(), file: z.string() })),
  }),
)
type FontFamily = z.infer<typeof fontList>[number]

/** The counters of pages and lists draw these, whatever the text holds. */
const digits = '0123456789'

/**
 * What the style sheet asks for and what browsers do unasked to single characters, marks and pairs. Left out are
 * contextual alternates: Inter's draw `->` as an arrow and a colon higher, in the report alone, not on screen.
 */
const features = ['ccmp', 'clig', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'rlig', 'tnum', 'zero']

/** The code points of HTML text; React writes an apostrophe as a numeric entity. */
function charactersOf(html: string): ReadonlySet<number> {
  const plain = html.replaceAll(/&#x([0-9a-f]{1,6});/gi, (_, point: string) =>
    String.fromCodePoint(Number.parseInt(point, 16)),
  )
  return codePointsOf(plain + digits)
}

interface NeededFamily extends FontFamily {
  readonly codePoints: readonly number[]
}

/** Of a character that several families have, only the first family, as the style sheet prefers it. */
function neededOf(families: readonly FontFamily[], characters: ReadonlySet<number>): readonly NeededFamily[] {
  let left = [...characters]
  const needed = families.map((family) => {
    const range = parseUnicodeRange(family.unicodeRange)
    const covered = Map.groupBy(left, (point) => isInRange(range, point))
    left = covered.get(false) ?? []
    return { ...family, codePoints: covered.get(true) ?? [] }
  })
  return needed.filter(({ codePoints }) => codePoints.length > 0)
}

/**
 * The report fonts that a page needs, embedded, of each only the glyphs for its characters: some 40 KB for English and
 * 125 KB for Korean instead of 13 MB. Characters that no font covers are left to the reader's own fonts.
 * @param html the report as it stands
 * @param resourcesFolder the folder with `fonts/fonts.json` and its files
 * @throws Error when the resources are missing or unreadable: the installation is broken
 */
export function readFontsFor(html: string, resourcesFolder: string): readonly ReportFont[] {
  const fontsFolder = join(resourcesFolder, 'fonts')
  const list = fontList.parse(JSON.parse(readFileSync(join(fontsFolder, 'fonts.json'), 'utf8')))
  const subset = loadSubset(join(fontsFolder, 'harfbuzz-subset.wasm'))
  return neededOf(list, charactersOf(html)).flatMap(({ family, faces, codePoints }) =>
    faces.map(({ weight, file }) => {
      const font = subset(readFileSync(join(fontsFolder, file)), { codePoints, features })
      return { family, weight, base64: font.toString('base64') }
    }),
  )
}
