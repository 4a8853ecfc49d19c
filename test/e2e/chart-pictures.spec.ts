import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { cases, choose, drawing, fan, gap, openCharts } from './charts.ts'
import { expect, test } from './nines.ts'

/** What the page of a file on disk is: width and height of a PNG stand at a fixed place. */
function sizeOfPng(bytes: Uint8Array): { readonly width: number; readonly height: number } {
  expect(Array.from(bytes.slice(0, 8))).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

async function sizeOnScreen(svg: Locator): Promise<{ readonly width: number; readonly height: number }> {
  return await svg.evaluate(({ clientWidth, clientHeight }) => ({ width: clientWidth, height: clientHeight }))
}

async function saved(window: Page, title: string, item: string, folder: string): Promise<string> {
  const download = window.waitForEvent('download')
  await choose(window, title, item)
  const file = `${folder}/${(await download).suggestedFilename()}`
  await (await download).saveAs(file)
  return file
}

function textOf(bytes: readonly number[]): string {
  return new TextDecoder().decode(Uint8Array.from(bytes))
}

test.beforeEach(async ({ window, nines }) => {
  await openCharts(window, nines)
})

for (const theme of ['light', 'dark'] as const) {
  test(`saved SVG is a picture of its own on white, also from the ${theme} theme`, async ({
    window,
    nines,
    folder,
  }) => {
    await nines.call('settings.set', { language: 'en', theme, loggerName: null })
    await window.reload()
    for (const [title, name] of [
      [gap, 'Where-the-gap-is.svg'],
      [fan, 'If-it-may-try-k-times.svg'],
      [cases, 'Every-case.svg'],
    ] as const) {
      const onScreen = await sizeOnScreen(drawing(window, title))
      const file = await saved(window, title, 'Save as SVG', folder)
      expect(file).toBe(`${folder}/${name}`)
      await expect(window.getByText(`${name} was saved.`)).toBeVisible()
      const text = readFileSync(file, 'utf8')
      expect(text).not.toContain('var(')
      const picture = await window.context().newPage()
      await picture.goto(`file://${file}`)
      const read = await picture.evaluate(() => {
        const root = document.documentElement
        return {
          name: root.nodeName,
          family: root.getAttribute('font-family'),
          size: [root.getAttribute('width'), root.getAttribute('height')].map(Number),
          titles: [...root.children].slice(0, 2).map((each) => each.nodeName),
          paper: root.querySelector('rect')?.getAttribute('fill'),
          texts: root.querySelectorAll('text').length,
        }
      })
      await picture.close()
      expect(read).toMatchObject({ name: 'svg', titles: ['title', 'desc'], paper: '#ffffff' })
      expect(read.family).toContain('Inter')
      expect(read.size).toEqual([onScreen.width, onScreen.height])
      expect(read.texts).toBeGreaterThan(4)
    }
    expect(readFileSync(`${folder}/Where-the-gap-is.svg`, 'utf8')).toContain('fill="#0f6fb8"')
  })
}

interface Words {
  readonly text: string
  /** In pixels of the drawing. */
  readonly box: readonly [x: number, y: number, width: number, height: number]
}

/** Every text of a drawing, and where it stands in it. */
async function wordsOf(svg: Locator): Promise<readonly Words[]> {
  return await svg.evaluate((drawn) => {
    const { left, top } = drawn.getBoundingClientRect()
    return [...drawn.querySelectorAll('text')].map((each) => {
      const { x, y, width, height } = each.getBoundingClientRect()
      return { text: each.textContent, box: [x - left, y - top, width, height] as const }
    })
  })
}

/** The colour of the corner of a PNG twice as dense as the drawing, and the texts that cannot be seen on its white. */
async function readPng(window: Page, png: Uint8Array, words: readonly Words[]) {
  return await window.evaluate(
    async ({ bytes, texts }) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type: 'image/png' }))
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
      const context = canvas.getContext('2d', { willReadFrequently: true })
      if (context === null) throw new Error('no canvas')
      context.drawImage(bitmap, 0, 0)
      const unseen = texts.filter(({ text, box: [x, y, width, height] }) => {
        const { data } = context.getImageData(2 * x, 2 * y, Math.ceil(2 * width), Math.ceil(2 * height))
        // Red alone: every ink of the words has little of it.
        const dark = data.filter((value, index) => index % 4 === 0 && value < 160).length
        return dark < 10 * text.length
      })
      return { corner: [...context.getImageData(0, 0, 1, 1).data], unseen: unseen.map(({ text }) => text) }
    },
    { bytes: [...png], texts: [...words] },
  )
}

for (const [language, title, item, axis] of [
  ['en', fan, 'Save as PNG', 'attempts (k)'],
  ['ko', 'k번 시도할 수 있다면', 'PNG로 저장', '시도 횟수(k)'],
] as const) {
  test(`saved PNG is twice as large as on screen and has its words, in ${language}`, async ({
    window,
    nines,
    folder,
  }) => {
    await nines.call('settings.set', { language, theme: 'dark', loggerName: null })
    await window.reload()
    await expect(drawing(window, title)).toContainText(axis)
    const onScreen = await sizeOnScreen(drawing(window, title))
    // All words of the curves stand beside them, on white.
    const words = await wordsOf(drawing(window, title))
    expect(words.map((each) => each.text)).toContain(axis)
    const download = window.waitForEvent('download')
    await window.getByRole('button', { name: title }).click()
    await window.getByRole('menuitem', { name: item }).click()
    const file = `${folder}/saved.png`
    await (await download).saveAs(file)
    const png = new Uint8Array(readFileSync(file))
    expect(sizeOfPng(png)).toEqual({ width: 2 * onScreen.width, height: 2 * onScreen.height })
    expect(await readPng(window, png, words)).toEqual({ corner: [255, 255, 255, 255], unseen: [] })
  })
}

test('copying puts picture, drawing and table on the clipboard', async ({ window, context, nines }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: nines.origin })
  const read = async (type: string): Promise<readonly number[]> =>
    await window.evaluate(async (wanted) => {
      const [item] = await navigator.clipboard.read()
      const blob = await item?.getType(wanted)
      return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer())]
    }, type)
  await choose(window, gap, 'Copy as PNG')
  await expect(window.getByText(`“${gap}” was copied as a PNG picture.`)).toBeVisible()
  const onScreen = await sizeOnScreen(drawing(window, gap))
  expect(sizeOfPng(Uint8Array.from(await read('image/png')))).toEqual({
    width: 2 * onScreen.width,
    height: 2 * onScreen.height,
  })

  await choose(window, gap, 'Copy as SVG')
  await expect(window.getByText(`“${gap}” was copied as SVG.`)).toBeVisible()
  expect(textOf(await read('text/plain'))).toMatch(/^<svg [^>]*viewBox/)
  expect(textOf(await read('image/svg+xml'))).toContain('42% passes')

  // The drawing is behind the table now, and can be copied all the same.
  await choose(window, cases, 'Show as table')
  await choose(window, cases, 'Copy as PNG')
  await expect(window.getByText(`“${cases}” was copied as a PNG picture.`)).toBeVisible()
  await choose(window, cases, 'Copy table')
  await expect(window.getByText(`“${cases}” was copied as a table.`)).toBeVisible()
  expect(textOf(await read('text/plain'))).toBe(
    [
      'Passed\tCases\tShare of cases',
      '4 of 4\t10\t20%',
      '3 of 4\t4\t8%',
      '2 of 4\t10\t20%',
      '1 of 4\t12\t24%',
      '0 of 4\t14\t28%',
    ].join('\n'),
  )
})

test('a clipboard that refuses is told, with what to do', async ({ window }) => {
  await window.evaluate(() => {
    navigator.clipboard.write = async () => await Promise.reject(new DOMException('no', 'NotAllowedError'))
  })
  await choose(window, gap, 'Copy as PNG')
  await expect(window.getByText(`“${gap}” was not copied`)).toContainText('or save the chart')
})
