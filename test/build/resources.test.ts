import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { copyResources } from '../../build/resources.mjs'
import { resourcesFolder } from '../helpers/resources.ts'

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const family = z.object({
  family: z.string(),
  unicodeRange: z.string(),
  faces: z.array(z.object({ weight: z.string(), file: z.string() })),
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nines-resources-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function readFamilies(): z.infer<typeof family>[] {
  return z.array(family).parse(JSON.parse(readFileSync(join(folder, 'fonts', 'fonts.json'), 'utf8')))
}

function textOf(name: string): string {
  return readFileSync(join(folder, 'fonts', name), 'utf8')
}

describe('copyResources', () => {
  it('copies the sample byte for byte, with its licence', () => {
    copyResources(folder)
    expect(readFileSync(join(folder, 'sample.csv'))).toEqual(
      readFileSync(at('samples/tau-bench-airline-gpt-4o.csv')),
    )
    expect(readFileSync(join(folder, 'LICENSE-tau-bench.txt'), 'utf8')).toContain('Copyright (c) 2024 Sierra')
  })

  it('lists two weights of each family, with what the files of the window are for', () => {
    copyResources(folder)
    const families = readFamilies()
    expect(families.map((each) => [each.family, each.faces.map(({ weight }) => weight)])).toEqual([
      ['Inter', ['400', '600']],
      ['Noto Sans KR', ['400', '600']],
    ])
    const [inter = '', korean = ''] = families.map(({ unicodeRange }) => unicodeRange)
    // Latin, Greek and Vietnamese; of Korean the first syllable and the last.
    for (const range of ['0000-00ff', '0370-0377', '1ea0-1ef9']) expect(inter.toLowerCase()).toContain(range)
    for (const range of ['ac00', 'd79e-d7a3'])
      expect(korean.toLowerCase().split('u+').join()).toContain(range)
  })

  it('brings a TrueType file for every face, what subsets them, and the licences of all, and nothing else', () => {
    copyResources(folder)
    const files = readFamilies().flatMap(({ faces }) => faces.map(({ file }) => file))
    for (const file of files) {
      // Every TrueType file starts with its version, 1.0.
      expect(readFileSync(join(folder, 'fonts', file)).readUInt32BE(0)).toBe(0x10000)
    }
    expect(textOf('harfbuzz-subset.wasm').slice(0, 4)).toBe('\0asm')
    const licences = {
      'LICENSE-Inter.txt': 'The Inter Project Authors',
      'LICENSE-Noto-Sans-KR.txt': 'SIL OPEN FONT LICENSE',
      'LICENSE-HarfBuzz.txt': 'Behdad Esfahbod',
      'LICENSE-harfbuzzjs.txt': 'The harfbuzzjs project authors',
    }
    for (const [file, words] of Object.entries(licences)) expect(textOf(file)).toContain(words)
    const others = [...Object.keys(licences), 'harfbuzz-subset.wasm', 'fonts.json']
    expect(new Set(readdirSync(join(folder, 'fonts')))).toEqual(new Set([...files, ...others]))
  })

  it('removes fonts of an earlier run', () => {
    copyResources(folder)
    const old = join(folder, 'fonts', 'old.ttf')
    writeFileSync(old, '')
    copyResources(folder)
    expect(existsSync(old)).toBe(false)
  })
})

describe('resourcesFolder', () => {
  it('gives one whole copy, the same each time', () => {
    const first = resourcesFolder()
    expect(existsSync(join(first, 'sample.csv'))).toBe(true)
    expect(existsSync(join(first, 'fonts', 'fonts.json'))).toBe(true)
    expect(resourcesFolder()).toBe(first)
  })
})
