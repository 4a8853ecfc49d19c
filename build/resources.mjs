/**
 * What the built program reads at run time besides code: the sample data and the fonts of reports.
 * Plain JavaScript for Node 20.20 or later, because the build and the tests both run it.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * One face as fonts.json lists it.
 * @typedef {{ family: string, weight: string, unicodeRange: string, file: string }} FontEntry
 */

const root = fileURLToPath(new URL('..', import.meta.url))
const sample = join(root, 'samples', 'tau-bench-airline-gpt-4o.csv')

/**
 * One file per script and weight for Inter, about 120 per weight for Noto Sans KR. A variable font would come
 * out as Type 3 outlines in a PDF, larger and worse to read.
 */
const sources = [
  {
    family: 'Inter',
    folder: join(root, 'node_modules', '@fontsource', 'inter'),
    styleSheets: ['400.css', '600.css'],
    licence: 'LICENSE-Inter.txt',
  },
  {
    family: 'Noto Sans KR',
    folder: join(root, 'node_modules', '@fontsource', 'noto-sans-kr'),
    styleSheets: ['400.css', '600.css'],
    licence: 'LICENSE-Noto-Sans-KR.txt',
  },
]

/**
 * @param {string} rule
 * @param {RegExp} pattern with one group
 */
function find(rule, pattern) {
  const found = pattern.exec(rule)?.[1]
  if (found === undefined) throw new Error(`No ${pattern} in the font rule: ${rule}`)
  return found.trim()
}

/**
 * The faces of one style sheet of a fontsource package.
 * @param {string} css
 */
function readFaces(css) {
  const rules = css.match(/@font-face\s*\{[^}]*\}/g) ?? []
  return rules.map((rule) => ({
    weight: find(rule, /font-weight:([^;]+);/),
    unicodeRange: find(rule, /unicode-range:([^;]+);/),
    path: find(rule, /url\(([^)]+\.woff2)\)/),
  }))
}

/**
 * Copies one family's woff2 files.
 * @param {(typeof sources)[number]} source
 * @param {string} fontsFolder
 * @returns {FontEntry[]}
 */
function copyFamily({ family, folder, styleSheets, licence }, fontsFolder) {
  copyFileSync(join(folder, 'LICENSE'), join(fontsFolder, licence))
  const faces = styleSheets.flatMap((name) => {
    const found = readFaces(readFileSync(join(folder, name), 'utf8'))
    if (found.length === 0) throw new Error(`${join(folder, name)} declares no font.`)
    return found
  })
  return faces.map(({ weight, unicodeRange, path }) => {
    const file = basename(path)
    copyFileSync(join(folder, path), join(fontsFolder, file))
    return { family, weight, unicodeRange, file }
  })
}

/**
 * Fills a folder with `sample.csv`, `fonts/*.woff2`, `fonts/fonts.json` and the licences of both.
 * What an earlier run left there is removed first.
 * @param {string} targetFolder made when there is none
 */
export function copyResources(targetFolder) {
  const fontsFolder = join(targetFolder, 'fonts')
  rmSync(targetFolder, { recursive: true, force: true })
  mkdirSync(fontsFolder, { recursive: true })
  copyFileSync(sample, join(targetFolder, 'sample.csv'))
  copyFileSync(join(root, 'samples', 'LICENSE-tau-bench'), join(targetFolder, 'LICENSE-tau-bench.txt'))
  const entries = sources.flatMap((source) => copyFamily(source, fontsFolder))
  writeFileSync(join(fontsFolder, 'fonts.json'), `${JSON.stringify(entries, null, 1)}\n`)
}
