import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { readFontsFor } from '../../../../main/services/reports/fonts.ts'
import { resourcesFolder } from '../../../helpers/resources.ts'

const packages = fileURLToPath(new URL('../../../../node_modules', import.meta.url))

/** File name → every character it is for, written out one by one from a package's own style sheet. */
function charactersByFile(styleSheet: string): Map<string, Set<string>> {
  const rules = readFileSync(join(packages, styleSheet), 'utf8').split('@font-face').slice(1)
  return new Map(rules.map((rule) => [fileIn(rule), charactersIn(rule)]))
}

function fileIn(rule: string): string {
  const end = rule.indexOf('.woff2')
  return basename(rule.slice(rule.indexOf('url(') + 4, end + '.woff2'.length))
}

function charactersIn(rule: string): Set<string> {
  const list = rule.slice(rule.indexOf('unicode-range:') + 'unicode-range:'.length, rule.lastIndexOf(';'))
  const characters = new Set<string>()
  for (const part of list.split(',')) {
    const [first = '', last = first] = part.trim().slice('U+'.length).split('-')
    for (let point = Number(`0x${first}`); point <= Number(`0x${last}`); point += 1) {
      characters.add(String.fromCodePoint(point))
    }
  }
  return characters
}

const styleSheets = [
  '@fontsource/inter/400.css',
  '@fontsource/inter/600.css',
  '@fontsource/noto-sans-kr/400.css',
  '@fontsource/noto-sans-kr/600.css',
]

function filesFor(text: string): Set<string> {
  const all = styleSheets.flatMap((sheet) => Array.from(charactersByFile(sheet)))
  const inter = all.filter(([file]) => file.startsWith('inter-'))
  const characters = Array.from(text)
  const beyondInter = characters.filter((each) => !inter.some(([, file]) => file.has(each)))
  const inInter = inter.filter(([, file]) => characters.some((each) => file.has(each)))
  const inNoto = all.filter(([, file]) => beyondInter.some((each) => file.has(each)))
  return new Set([...inInter, ...inNoto].map(([file]) => file))
}

/** The files that were chosen, recognised by their bytes. */
function chosenFiles(text: string): Set<string> {
  const fontsFolder = join(resourcesFolder(), 'fonts')
  const names = styleSheets.flatMap((sheet) => Array.from(charactersByFile(sheet).keys()))
  const nameByContent = new Map(names.map((name) => [readFileSync(join(fontsFolder, name), 'base64'), name]))
  return new Set(readFontsFor(text, resourcesFolder()).map(({ base64 }) => nameByContent.get(base64) ?? '?'))
}

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

describe('readFontsFor', () => {
  it('takes two files for English, though the Korean files have Latin letters too', () => {
    expect(chosenFiles('Is the model reliable enough?')).toEqual(
      new Set(['inter-latin-400-normal.woff2', 'inter-latin-600-normal.woff2']),
    )
  })

  it('takes exactly the Korean files that a sentence needs', () => {
    const sentence = '이 모델은 혼자 두어도 될 만큼 믿을 수 있는가?'
    const expected = filesFor(sentence)
    expect(chosenFiles(sentence)).toEqual(expected)
    // A sentence needs a few of the 248 files: were it all of them, the comparison above would prove little.
    expect(expected.size).toBeGreaterThan(6)
    expect(expected.size).toBeLessThan(60)
  })

  it.each([
    ['the first and last syllable of the script', '가힣'],
    ['a character beyond the basic plane, in no file', '😀'],
    ['Greek', 'τ α'],
    ['an entity of HTML, plain Latin as it stands', '<p>R&amp;D</p>'],
    ['arrows and mathematical signs', '→ ≥ − ±'],
  ])('agrees with the style sheets on %s', (_, text) => {
    expect(chosenFiles(text)).toEqual(filesFor(text))
  })

  it('takes nothing when no file covers a character, and nothing for no text', () => {
    expect(readFontsFor('\u{10FFFF}', resourcesFolder())).toEqual([])
    expect(readFontsFor('', resourcesFolder())).toEqual([])
  })

  it('says family, weight and unicode-range with each file', () => {
    const [inter] = readFontsFor('A', resourcesFolder())
    expect(inter).toMatchObject({ family: 'Inter', weight: '400' })
    expect(inter?.unicodeRange).toMatch(/^U\+0000-00FF,/)
    expect(
      Buffer.from(inter?.base64 ?? '', 'base64')
        .subarray(0, 4)
        .toString('latin1'),
    ).toBe('wOF2')
  })

  it('keeps the lists of two folders apart', () => {
    const other = mkdtempSync(join(tmpdir(), 'nines-fonts-'))
    folders.push(other)
    cpSync(resourcesFolder(), other, { recursive: true })
    const only = {
      family: 'Only',
      weight: '400',
      unicodeRange: 'U+41',
      file: 'inter-latin-400-normal.woff2',
    }
    writeFileSync(join(other, 'fonts', 'fonts.json'), JSON.stringify([only]))
    expect(readFontsFor('A', other).map(({ family }) => family)).toEqual(['Only'])
    expect(readFontsFor('A', resourcesFolder())[0]?.family).toBe('Inter')
    expect(readFontsFor('B', other)).toEqual([])
  })

  it('refuses a unicode-range it cannot read instead of leaving the font out', () => {
    const broken = mkdtempSync(join(tmpdir(), 'nines-fonts-'))
    folders.push(broken)
    cpSync(resourcesFolder(), broken, { recursive: true })
    const entry = { family: 'F', weight: '400', unicodeRange: 'U+4??', file: 'inter-latin-400-normal.woff2' }
    writeFileSync(join(broken, 'fonts', 'fonts.json'), JSON.stringify([entry]))
    expect(() => readFontsFor('A', broken)).toThrow(/U\+4\?\?/)
  })
})
