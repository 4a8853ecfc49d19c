/**
 * What the built program reads at run time besides code: the sample data, the fonts of reports and what subsets them.
 * Plain JavaScript for Node 20.20 or later, because the build and the tests both run it.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * One family as fonts.json lists it.
 * @typedef {{ family: string, unicodeRange: string, faces: { weight: string, file: string }[] }} FontFamily
 */

const root = fileURLToPath(new URL('..', import.meta.url))
const packages = join(root, 'node_modules')
const sample = join(root, 'samples', 'tau-bench-airline-gpt-4o.csv')

/**
 * Whole static faces; a variable font would come out as Type 3 outlines in a PDF, larger and worse to read. Of each
 * the report takes the characters that the window's cut of the same family has: both leave the same ones to the next.
 * Beside these it takes the superscript digits, which the window raises by style: 10⁶¹ is to be copied as such.
 */
const sources = [
  {
    family: 'Inter',
    folder: join(packages, '@expo-google-fonts', 'inter'),
    faces: { 400: '400Regular/Inter_400Regular.ttf', 600: '600SemiBold/Inter_600SemiBold.ttf' },
    styleSheet: join(packages, '@fontsource-variable', 'inter', 'wght.css'),
    besides: ['U+2070', 'U+2074-2079'],
  },
  {
    family: 'Noto Sans KR',
    folder: join(packages, '@expo-google-fonts', 'noto-sans-kr'),
    faces: { 400: '400Regular/NotoSansKR_400Regular.ttf', 600: '600SemiBold/NotoSansKR_600SemiBold.ttf' },
    styleSheet: join(packages, '@fontsource', 'noto-sans-kr', '400.css'),
    besides: [],
  },
]

/** HarfBuzz, which subsets the fonts, and the licences of it and of what compiled it. */
const subsetter = {
  'harfbuzz-subset.wasm': join(packages, 'harfbuzzjs', 'dist', 'harfbuzz-subset.wasm'),
  'LICENSE-harfbuzzjs.txt': join(packages, 'harfbuzzjs', 'LICENSE'),
  'LICENSE-HarfBuzz.txt': join(root, 'build', 'LICENSE-HarfBuzz'),
}

/**
 * All characters that the files of a style sheet are for, as one `unicode-range`.
 * @param {string} styleSheet
 */
function readRange(styleSheet) {
  const ranges = readFileSync(styleSheet, 'utf8').matchAll(/unicode-range:([^;]+);/g)
  const range = Array.from(ranges, (found) => String(found[1]).trim()).join(',')
  if (range === '') throw new Error(`${styleSheet} says of no file which characters it is for.`)
  return range
}

/**
 * Copies one family's faces and its licence.
 * @param {(typeof sources)[number]} source
 * @param {string} fontsFolder
 * @returns {FontFamily}
 */
function copyFamily({ family, folder, faces, styleSheet, besides }, fontsFolder) {
  copyFileSync(join(folder, 'LICENSE_FONT'), join(fontsFolder, `LICENSE-${family.replaceAll(' ', '-')}.txt`))
  const copied = Object.entries(faces).map(([weight, path]) => {
    const file = basename(path)
    copyFileSync(join(folder, path), join(fontsFolder, file))
    return { weight, file }
  })
  return { family, unicodeRange: [...besides, readRange(styleSheet)].join(','), faces: copied }
}

/**
 * Fills a folder with `sample.csv`, `fonts/*.ttf`, `fonts/fonts.json`, `fonts/harfbuzz-subset.wasm` and the licences
 * of all. What an earlier run left there is removed first.
 * @param {string} targetFolder made when there is none
 */
export function copyResources(targetFolder) {
  const fontsFolder = join(targetFolder, 'fonts')
  rmSync(targetFolder, { recursive: true, force: true })
  mkdirSync(fontsFolder, { recursive: true })
  copyFileSync(sample, join(targetFolder, 'sample.csv'))
  copyFileSync(join(root, 'samples', 'LICENSE-tau-bench'), join(targetFolder, 'LICENSE-tau-bench.txt'))
  for (const [name, file] of Object.entries(subsetter)) copyFileSync(file, join(fontsFolder, name))
  const families = sources.map((source) => copyFamily(source, fontsFolder))
  writeFileSync(join(fontsFolder, 'fonts.json'), `${JSON.stringify(families, null, 1)}\n`)
}
