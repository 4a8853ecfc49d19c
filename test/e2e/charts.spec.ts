import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { z } from 'zod'
import { assessment } from '../../shared/domain/assessment.ts'
import { translatorFor } from '../../shared/text/translator.ts'
import { estimateText, intervalText } from '../../shared/text/sentences.ts'
import { expect, type NinesHost, test } from './nines.ts'

const task = 'Airline rebooking (τ-bench)'
const gap = 'Where the gap is'
const fan = 'If it may try k times'
const cases = 'Every case'

const panel = (window: Page, title: string): Locator => window.getByRole('region', { name: title })
const drawing = (window: Page, title: string): Locator => window.getByRole('img', { name: title })
const values = (window: Page, title: string): Locator =>
  window.getByRole('application', { name: `${title}: values` })
const menuButton = (window: Page, title: string): Locator =>
  window.getByRole('button', { name: `Chart menu: ${title}` })
const tip = (window: Page, title: string): Locator =>
  panel(window, title).locator('[aria-hidden]', { hasText: /%/ })

async function choose(window: Page, title: string, item: string): Promise<void> {
  await menuButton(window, title).click()
  await window.getByRole('menuitem', { name: item, exact: true }).click()
}

/** What the page of a file on disk is: width and height of a PNG stand at a fixed place. */
function sizeOfPng(bytes: Uint8Array): { readonly width: number; readonly height: number } {
  expect([...bytes.slice(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
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

async function assessed(nines: NinesHost) {
  return assessment.parse(await nines.call('assessment.get', { task, language: 'en' }))
}

test.beforeEach(async ({ window, nines }) => {
  await nines.call('sample.open', {})
  await window.goto(`${nines.origin}/#/task/${encodeURIComponent(task)}/verdict`)
  await expect(drawing(window, gap)).toBeVisible()
  await expect(menuButton(window, gap)).toBeAttached()
})

test('pointing reads the value of the nearest mark, beside it and inside the frame', async ({ window }) => {
  const svg = drawing(window, fan)
  const box = await svg.boundingBox()
  if (box === null) throw new Error('no drawing')
  const points = await svg.locator('circle').evaluateAll((circles) =>
    circles.map((circle) => {
      const { x, y, width, height } = circle.getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }
    }),
  )
  // Four along any, four along all; both begin at the same place.
  const expected = [
    /^One attempt passes: 42% \(27–59%\)$/,
    /^Any of 2 attempts passes: 57% /,
    /^Any of 3 attempts passes: 66% /,
    /^Any of 4 attempts passes: 72% /,
    /^One attempt passes/,
    /^All 2 attempts pass: 27% /,
    /^All 3 attempts pass: 22% /,
    /^All 4 attempts pass: 20% /,
  ]
  expect(points).toHaveLength(expected.length)
  for (const [index, text] of expected.entries()) {
    const point = points[index] ?? { x: 0, y: 0 }
    await window.mouse.move(point.x + 3, point.y - 2)
    await expect(tip(window, fan)).toHaveText(text)
    const words = await tip(window, fan).boundingBox()
    if (words === null) throw new Error('no words')
    expect(words.x).toBeGreaterThanOrEqual(box.x)
    expect(words.x + words.width).toBeLessThanOrEqual(box.x + box.width)
    expect(words.y).toBeGreaterThanOrEqual(box.y)
    expect(words.y + words.height).toBeLessThanOrEqual(box.y + box.height)
    expect(point.y > words.y && point.y < words.y + words.height).toBe(false)
  }
  await window.keyboard.press('Escape')
  await expect(tip(window, fan)).toHaveCount(0)
  await window.mouse.move(box.x + 60, box.y + 60)
  await expect(tip(window, fan)).toHaveCount(1)
  await window.mouse.move(5, 5)
  await expect(tip(window, fan)).toHaveCount(0)
})

test('a bar is read wherever one points inside it', async ({ window }) => {
  const never = drawing(window, gap).locator('.segment-neverSolved rect').first()
  const box = await never.boundingBox()
  if (box === null) throw new Error('no bar')
  for (const x of [box.x + 2, box.x + box.width - 3]) {
    await window.mouse.move(x, box.y + box.height - 2)
    await expect(tip(window, gap)).toHaveText('28% never in 4: no attempt on these cases passed')
  }
})

test('arrow keys visit the marks, each is said aloud, and the chart is one stop of Tab', async ({
  window,
}) => {
  await menuButton(window, fan).focus()
  await window.keyboard.press('Tab')
  await expect(values(window, fan)).toBeFocused()
  await expect(values(window, fan)).toHaveAccessibleDescription(/Arrow keys/)
  const said = panel(window, fan).getByRole('status')
  await expect(said).toHaveText('')
  for (const [key, text] of [
    ['ArrowRight', 'One attempt passes: 42% (27–59%)'],
    ['ArrowDown', /^Any of 2 attempts passes: 57%/],
    ['ArrowLeft', /^One attempt/],
    ['End', 'Unattended requires 99%'],
    ['ArrowUp', /^All 4 attempts pass: 20%/],
    ['Home', /^One attempt/],
  ] as const) {
    await window.keyboard.press(key)
    await expect(said).toHaveText(text)
    await expect(tip(window, fan)).toHaveText(text)
  }
  await window.keyboard.press('Escape')
  await expect(said).toHaveText('')
  await expect(tip(window, fan)).toHaveCount(0)
  await window.keyboard.press('ArrowRight')
  await window.keyboard.press('Tab')
  await expect(menuButton(window, cases)).toBeFocused()
  await expect(tip(window, fan)).toHaveCount(0)
  await window.keyboard.press('Alt+ArrowLeft')
  await expect(said).toHaveText('')
})

test('the menu is out of the way until it is looked for, by hand or by keys', async ({ window }) => {
  const opacity = async (): Promise<string> =>
    await menuButton(window, gap).evaluate(
      (button) => getComputedStyle(button.parentElement ?? button).opacity,
    )
  await expect.poll(opacity).toBe('0')
  await panel(window, gap).hover()
  await expect.poll(opacity).toBe('1')
  await window.mouse.move(2, 2)
  await expect.poll(opacity).toBe('0')
  await menuButton(window, gap).focus()
  await expect.poll(opacity).toBe('1')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('menuitem')).toHaveCount(6)
  await expect(window.getByRole('menuitem').first()).toBeFocused()
  await expect.poll(opacity).toBe('1')
  await window.keyboard.press('Escape')
  await expect(menuButton(window, gap)).toBeFocused()
})

test('the table holds the values of the assessment, and the drawing comes back', async ({
  window,
  nines,
}) => {
  const { repeats, casesByPasses, gapBar, reliability, levels } = await assessed(nines)
  const translator = translatorFor('en')
  const cells = async (title: string): Promise<readonly (readonly string[])[]> => {
    await choose(window, title, 'Show as table')
    await expect(drawing(window, title)).toBeHidden()
    const rows = await panel(window, title).locator('tbody tr').all()
    return await Promise.all(rows.map(async (row) => await row.locator('th, td').allTextContents()))
  }
  const percent = (value: unknown): string => `${Math.round(z.number().parse(value) * 100)}%`

  expect(await cells(fan)).toEqual([
    ...repeats.passAt.map((any, index) => {
      const all = repeats.passAll[index]
      if (all === undefined) throw new Error('curves of different lengths')
      return [
        String(any.k),
        ...[any, all].map((at) => `${estimateText(translator, at)} (${intervalText(translator, at)})`),
      ]
    }),
    ['Unattended requires', '99%', '99%'],
  ])
  expect(await cells(cases)).toEqual(
    casesByPasses
      .toReversed()
      .map(({ passes, cases: count }) => [`${passes} of 4`, String(count), percent(count / 50)]),
  )
  expect(await cells(gap)).toEqual([
    ['Passes', percent(gapBar.reliable), intervalText(translator, reliability)],
    ['Flaky', percent(gapBar.flaky), '–'],
    ['Never in 4', percent(gapBar.neverSolved), '–'],
    ...levels.map(({ name, required }) => [`${name} requires`, percent(required), '–']),
  ])

  await choose(window, gap, 'Show as chart')
  await expect(drawing(window, gap)).toBeVisible()
  await expect(panel(window, gap).locator('table')).toHaveCount(0)
  await expect(menuButton(window, gap)).toBeFocused()
})

test('a long table scrolls inside its panel', async ({ window, nines }) => {
  await nines.call('task.create', {
    name: 'Many levels',
    levels: Array.from({ length: 12 }, (_, index) => ({
      name: `Level ${index}`,
      required: 0.5 + index / 50,
    })),
    target: 'Level 3',
  })
  await nines.call('trial.log', {
    task: 'Many levels',
    configuration: 'a',
    case: 'b',
    outcome: 'pass',
  })
  await window.goto(`${nines.origin}/#/task/Many%20levels/verdict`)
  await choose(window, gap, 'Show as table')
  const scroller = window.getByRole('group', { name: `${gap}: table` })
  const sizes = await scroller.evaluate(({ scrollHeight, clientHeight }) => [scrollHeight, clientHeight])
  expect(sizes[0]).toBeGreaterThan(sizes[1] ?? 0)
  await scroller.focus()
  await window.keyboard.press('End')
  await expect(window.getByRole('rowheader', { name: 'Level 11 requires' })).toBeInViewport()
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
        // Red alone: every ink of the words has little of it, and a dark pixel per 2 letters is far too few.
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
  const textOf = (bytes: readonly number[]): string => new TextDecoder().decode(Uint8Array.from(bytes))

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

test('what cannot be drawn has a table, but no picture', async ({ window, nines }) => {
  await nines.call('task.create', { name: 'One', plannedRepeats: 1 })
  await nines.call('trial.log', { task: 'One', configuration: 'a', case: 'b', outcome: 'pass' })
  await window.goto(`${nines.origin}/#/task/One/verdict`)
  await expect(panel(window, fan)).toContainText('Only one repeat per case')
  await expect(values(window, fan)).toHaveCount(0)
  await menuButton(window, fan).click()
  for (const name of ['Copy as PNG', 'Copy as SVG', 'Save as PNG', 'Save as SVG']) {
    await expect(window.getByRole('menuitem', { name })).toHaveAttribute('aria-disabled', 'true')
  }
  await window.getByRole('menuitem', { name: 'Show as table' }).click()
  await expect(panel(window, fan).getByRole('row', { name: /^1 100%/ })).toBeVisible()
})

for (const theme of ['light', 'dark'] as const) {
  test(`menu, table and what is read are accessible, ${theme}`, async ({ window, nines }) => {
    await nines.call('settings.set', { language: 'en', theme, loggerName: null })
    await window.reload()
    const check = async (what: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page: window }).analyze()
      expect(
        violations.map(({ id, nodes }) => `${what} ${id}: ${nodes.map((node) => node.html).join(' ')}`),
      ).toEqual([])
    }
    await values(window, fan).focus()
    await window.keyboard.press('ArrowRight')
    await check('reading')
    await menuButton(window, gap).click()
    await expect(window.getByRole('menuitem').first()).toBeVisible()
    await check('menu')
    await window.getByRole('menuitem', { name: 'Show as table' }).click()
    await expect(panel(window, gap).getByRole('table')).toBeVisible()
    await check('table')
  })
}
