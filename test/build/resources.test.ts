import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { copyResources } from '../../build/resources.mjs'
import { resourcesFolder } from '../helpers/resources.ts'

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const entry = z.object({ family: z.string(), weight: z.string(), unicodeRange: z.string(), file: z.string() })

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nines-resources-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function readEntries(): z.infer<typeof entry>[] {
  return z.array(entry).parse(JSON.parse(readFileSync(join(folder, 'fonts', 'fonts.json'), 'utf8')))
}

function wordsIn(file: string, word: string): number {
  return readFileSync(at(`node_modules/${file}`), 'utf8').split(word).length - 1
}

describe('copyResources', () => {
  it('copies the sample byte for byte, with its licence', () => {
    copyResources(folder)
    expect(readFileSync(join(folder, 'sample.csv'))).toEqual(
      readFileSync(at('samples/tau-bench-airline-gpt-4o.csv')),
    )
    expect(readFileSync(join(folder, 'LICENSE-tau-bench.txt'), 'utf8')).toContain('Copyright (c) 2024 Sierra')
  })

  it('lists every face of the packages once', () => {
    copyResources(folder)
    const count = (family: string, weight: string): number =>
      readEntries().filter((face) => face.family === family && face.weight === weight).length
    const faces = {
      inter: wordsIn('@fontsource/inter/400.css', '@font-face'),
      interBold: wordsIn('@fontsource/inter/600.css', '@font-face'),
      regular: wordsIn('@fontsource/noto-sans-kr/400.css', '@font-face'),
      semibold: wordsIn('@fontsource/noto-sans-kr/600.css', '@font-face'),
    }
    expect(count('Inter', '400')).toBe(faces.inter)
    expect(count('Inter', '600')).toBe(faces.interBold)
    expect(count('Noto Sans KR', '400')).toBe(faces.regular)
    expect(count('Noto Sans KR', '600')).toBe(faces.semibold)
    expect(readEntries()).toHaveLength(faces.inter + faces.interBold + faces.regular + faces.semibold)
  })

  it('brings a woff2 file for every face, and the licences, and nothing else', () => {
    copyResources(folder)
    const files = readEntries().map((face) => face.file)
    for (const file of files) {
      // Every woff2 file starts with the signature "wOF2".
      expect(
        readFileSync(join(folder, 'fonts', file))
          .subarray(0, 4)
          .toString('latin1'),
      ).toBe('wOF2')
    }
    const others = ['LICENSE-Inter.txt', 'LICENSE-Noto-Sans-KR.txt', 'fonts.json']
    expect(new Set(readdirSync(join(folder, 'fonts')))).toEqual(new Set([...files, ...others]))
  })

  it('removes fonts of an earlier run', () => {
    copyResources(folder)
    const old = join(folder, 'fonts', 'old.woff2')
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
