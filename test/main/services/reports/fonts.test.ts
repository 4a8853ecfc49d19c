import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { readFontsFor } from '../../../../main/services/reports/fonts.ts'
import { languages } from '../../../../shared/domain/settings.ts'
import { resourcesFolder } from '../../../helpers/resources.ts'
import { worldReport } from '../../../shared/report/worlds.ts'
import {
  drawingOf,
  featuresIn,
  glyphCount,
  glyphsByCodePoint,
  readTrueType,
  type Tables,
} from './read-font.ts'

const packages = fileURLToPath(new URL('../../../../node_modules', import.meta.url))

/** Every character that the window's files of a family are for, from the style sheet of their package. */
function charactersIn(styleSheet: string): ReadonlySet<string> {
  const characters = new Set<string>()
  for (const rule of readFileSync(join(packages, styleSheet), 'utf8').split('unicode-range:').slice(1)) {
    for (const part of rule.slice(0, rule.indexOf(';')).split(',')) {
      const [first = '', last = first] = part.trim().slice('U+'.length).split('-')
      for (let point = Number(`0x${first}`); point <= Number(`0x${last}`); point += 1) {
        characters.add(String.fromCodePoint(point))
      }
    }
  }
  return characters
}

const inWindow = {
  Inter: charactersIn('@fontsource-variable/inter/wght.css'),
  'Noto Sans KR': charactersIn('@fontsource/noto-sans-kr/400.css'),
}
const files = {
  'Inter 400': '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  'Inter 600': '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  'Noto Sans KR 400': '@expo-google-fonts/noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf',
  'Noto Sans KR 600': '@expo-google-fonts/noto-sans-kr/600SemiBold/NotoSansKR_600SemiBold.ttf',
}
const whole = new Map(
  Object.entries(files).map(([name, file]) => [name, readTrueType(readFileSync(join(packages, file)))]),
)

/** "Inter 400" → what of it is embedded. */
function embedded(text: string, folder = resourcesFolder()): ReadonlyMap<string, Tables> {
  return new Map(
    readFontsFor(text, folder).map(({ family, weight, base64 }) => [
      `${family} ${weight}`,
      readTrueType(Buffer.from(base64, 'base64')),
    ]),
  )
}

/** "Inter 400" → the characters it has glyphs for, in order. */
function shown(text: string): Record<string, string> {
  return Object.fromEntries(
    Array.from(embedded(text), ([name, tables]) => [
      name,
      Array.from(glyphsByCodePoint(tables).keys(), (point) => String.fromCodePoint(point))
        .toSorted()
        .join(''),
    ]),
  )
}

/** The same, reckoned from what the window's fonts are for and what the whole faces have. */
function expected(text: string): Record<string, string> {
  const wanted = [...new Set(`${text}0123456789`)]
  // The window raises the digits of an exponent by style.
  const inter = wanted.filter((each) => inWindow.Inter.has(each) || /[⁰⁴-⁹]/u.test(each))
  const korean = wanted.filter((each) => !inter.includes(each) && inWindow['Noto Sans KR'].has(each))
  return Object.fromEntries(
    Array.from(whole)
      .map(([name, tables]) => {
        const glyphs = glyphsByCodePoint(tables)
        const has = (each: string): boolean => glyphs.has(each.codePointAt(0) ?? 0)
        const characters = name.startsWith('Inter') ? inter : korean
        return [name, characters.filter(has).toSorted().join('')] as const
      })
      .filter(([, characters]) => characters !== ''),
  )
}

const folders: string[] = []
function ownResources(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nines-fonts-'))
  folders.push(folder)
  cpSync(resourcesFolder(), folder, { recursive: true })
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

describe('readFontsFor', () => {
  it('takes of two faces what an English sentence shows, and the digits of page numbers', () => {
    expect(shown('Is it reliable?')).toEqual({
      'Inter 400': ' 0123456789?Iabeilrst',
      'Inter 600': ' 0123456789?Iabeilrst',
    })
  })

  it('takes Korean from the Korean faces, and all else from the others', () => {
    expect(shown('GPT-4o: 믿는가?')).toEqual({
      'Inter 400': ' -0123456789:?GPTo',
      'Inter 600': ' -0123456789:?GPTo',
      'Noto Sans KR 400': '가는믿',
      'Noto Sans KR 600': '가는믿',
    })
  })

  it.each([
    ['the first and last syllable of the script', '가힣'],
    ['a character beyond the basic plane, in no font', '😀'],
    ['what the whole faces have and the window leaves to the reader', 'ᄀ ⅷ'],
    ['Greek', 'τ α'],
    ['an entity of HTML, plain Latin as it stands', '<p>R&amp;D</p>'],
    ['arrows and mathematical signs', '→ ≤≥ − ± ½'],
    ['the digits of exponents', '⁰¹²³⁴⁵⁶⁷⁸⁹'],
    ['a letter and the accent that it stands below', 'e\u0301'],
    ['a character of every family that has it', '…·“”'],
  ])('agrees with the window on %s', (_, text) => {
    expect(shown(text)).toEqual(expected(text))
  })

  it.each(languages)('has every character of a whole page in %s, and no other', (language) => {
    const page = worldReport('tauBench', language)
    expect(shown(page)).toEqual(expected(page.replaceAll('&#x27;', "'")))
    expect(embedded(page).size).toBe(language === 'ko' ? 4 : 2)
  })

  it('reads an apostrophe where React has written an entity', () => {
    expect(shown('don&#x27;t')['Inter 400']).toBe("'0123456789dnot")
    expect(shown('dont')['Inter 400']).not.toContain("'")
  })

  it('adds the other of a pair that text from right to left turns round', () => {
    expect(shown('(')['Inter 600']).toBe('()0123456789')
  })

  it('takes nothing but the digits when no font covers a character', () => {
    expect(shown('\u{10FFFF}')).toEqual({ 'Inter 400': '0123456789', 'Inter 600': '0123456789' })
  })

  it('draws each character as the whole face does', () => {
    const fonts = embedded('Wafer → 믿을 수 있는가?')
    expect(fonts.size).toBe(4)
    for (const [name, tables] of fonts) {
      const face = whole.get(name) ?? new Map<string, Buffer>()
      const inFace = glyphsByCodePoint(face)
      for (const [point, glyph] of glyphsByCodePoint(tables)) {
        const { width, outline } = drawingOf(tables, glyph)
        const drawing = drawingOf(face, inFace.get(point) ?? 0)
        expect(width).toBe(drawing.width)
        // Padding may follow.
        expect(outline.subarray(0, drawing.outline.length)).toEqual(drawing.outline)
      }
    }
  })

  it('keeps of other glyphs only the figures that the style sheet asks for', () => {
    const fonts = embedded('AV한글')
    const inter = fonts.get('Inter 400') ?? new Map<string, Buffer>()
    // The empty glyph, A, V, ten digits, these of one width, and both zeros with a stroke.
    expect(glyphCount(inter)).toBe(1 + 2 + 10 + 10 + 2)
    expect(featuresIn(inter, 'GSUB')).toEqual(new Set(['tnum', 'zero']))
    expect(featuresIn(inter, 'GPOS')).toEqual(new Set(['kern']))
    expect(glyphCount(fonts.get('Noto Sans KR 600') ?? new Map<string, Buffer>())).toBe(3)
  })

  it('gives the same bytes for the same characters, in whatever order they come', () => {
    const [first, again, other] = ['한글 AV', '한글 AV', 'VA 글한 AAA'].map((text) =>
      readFontsFor(text, resourcesFolder()).map(({ base64 }) => base64),
    )
    expect(again).toEqual(first)
    expect(other).toEqual(first)
  })
})

/** A list of one family, of which `changes` say more. */
function listed(changes: object): string {
  const faces = [{ weight: '400', file: 'Inter_400Regular.ttf' }]
  return JSON.stringify([{ family: 'Only', unicodeRange: 'U+41', faces, ...changes }])
}

describe('the list of fonts', () => {
  it('is read from the folder that is asked for', () => {
    const other = ownResources()
    writeFileSync(join(other, 'fonts', 'fonts.json'), listed({}))
    expect([...embedded('A', other).keys()]).toEqual(['Only 400'])
    expect([...embedded('A').keys()]).toEqual(['Inter 400', 'Inter 600'])
    expect(readFontsFor('B', other)).toEqual([])
  })

  it('is refused with a unicode-range it cannot read instead of leaving the font out', () => {
    const other = ownResources()
    writeFileSync(join(other, 'fonts', 'fonts.json'), listed({ unicodeRange: 'U+4??' }))
    expect(() => readFontsFor('A', other)).toThrow(/U\+4\?\?/)
  })

  it('is refused with a file that is no font', () => {
    const other = ownResources()
    writeFileSync(join(other, 'fonts', 'Inter_400Regular.ttf'), 'no font')
    expect(() => readFontsFor('A', other)).toThrow('HarfBuzz cannot subset the font: its file is broken.')
  })
})
