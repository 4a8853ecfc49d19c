import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { accessibilityFaults } from './accessibility.ts'
import { expect, type NinesHost, test } from './nines.ts'

const sample = 'Airline rebooking (τ-bench)'

async function openCases(window: Page, nines: NinesHost, query = '', task = sample): Promise<void> {
  await window.goto(`${nines.origin}/#/task/${encodeURIComponent(task)}/cases${query}`)
}

const lead = (window: Page) => window.getByRole('main').getByRole('heading', { level: 2 }).first()
const table = (window: Page) => window.getByRole('grid', { name: 'Cases' })
/** The names in the table, as far as its rows are drawn. */
const names = (window: Page) => table(window).getByRole('rowheader')

test('from all cases to those that never passed, one of them, and back', async ({ window, nines }) => {
  await nines.call('sample.open', {})
  await openCases(window, nines)
  await expect(lead(window)).toHaveText(
    '14 of 50 cases never passed in 4 attempts. 26 passed sometimes, 10 passed every time.',
  )
  const map = window.getByRole('img', { name: 'Every attempt' })
  await expect(map).toContainText('14')

  await test.step('filter', async () => {
    await window.getByRole('button', { name: 'Filter', exact: true }).click()
    await window.getByRole('menuitem', { name: 'Result' }).click()
    await window.getByRole('menuitemradio', { name: 'never passed' }).click()
    await expect(window).toHaveURL(/cases\?group=never$/)
    await expect(lead(window)).toHaveText('14 of 50 cases never passed in 4 attempts.')
    await expect(table(window)).toHaveAttribute('aria-rowcount', '15')
  })

  await test.step('open one: its four trials', async () => {
    await names(window).filter({ hasText: 'airline-08' }).click()
    await expect(window).toHaveURL(/group=never&case=airline-08$/)
    await expect(lead(window)).toHaveText('airline-08 never passed in 4 attempts with gpt-4o tool-calling.')
    const trials = window.getByRole('table', { name: 'Attempts with gpt-4o tool-calling' })
    await expect(trials.getByRole('rowheader')).toHaveText(['1', '2', '3', '4'])
    await expect(trials.getByText('fail', { exact: true })).toHaveCount(4)
    await expect(window.getByText('Nothing was changed since it was logged.')).toBeVisible()
  })

  await test.step('on to the next by key, and back to the list', async () => {
    await window.keyboard.press('j')
    await expect(lead(window)).toHaveText(/^airline-09 never passed/)
    await expect(window.getByText('5 of 14')).toBeVisible()
    await window.goBack()
    await expect(lead(window)).toHaveText('14 of 50 cases never passed in 4 attempts.')
    await expect(window.locator('[aria-selected=true]')).toContainText('airline-09')
  })

  await test.step('take the filter away', async () => {
    await window.getByRole('button', { name: 'Remove the filter Result: never passed' }).click()
    await expect(lead(window)).toContainText('26 passed sometimes')
  })
})

test('an address lands on its cases; heads sort; keys move and open', async ({ window, nines }) => {
  await nines.call('sample.open', {})
  await openCases(window, nines, '?passes=3')
  await expect(lead(window)).toHaveText('4 of 50 cases fit the filters. 4 passed sometimes.')
  await expect(window.getByRole('list', { name: 'Filters' })).toHaveText(/Passes\s*3 of 4/)
  await window.getByRole('button', { name: 'Clear filters' }).click()
  await expect(table(window)).toHaveAttribute('aria-rowcount', '51')

  const head = (name: string) => table(window).getByRole('columnheader', { name })
  await expect(head('Passes')).toHaveAttribute('aria-sort', 'ascending')
  await head('Case').getByRole('button').click()
  await expect(head('Case')).toHaveAttribute('aria-sort', 'ascending')
  await expect(names(window).first()).toHaveText('airline-00')
  await head('Case').getByRole('button').click()
  await expect(head('Case')).toHaveAttribute('aria-sort', 'descending')
  await expect(names(window).first()).toHaveText('airline-49')
  await expect(window).toHaveURL(/sort=-case$/)

  await table(window).focus()
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await expect(lead(window)).toHaveText(/^airline-47 /)
  await window.keyboard.press('Escape')
  await expect(names(window).first()).toHaveText('airline-49')
})

test('a click in the heat map opens the case under it', async ({ window, nines }) => {
  await nines.call('sample.open', {})
  await openCases(window, nines, '?sort=order')
  const map = window.locator('svg.case-map')
  await expect(map).toBeVisible()
  // 24 pixels of numbers, then a column for each case.
  const width = await map.evaluate((svg) => Math.min(22, Math.floor((svg.clientWidth - 24) / 50)))
  const place = await map.boundingBox()
  if (place === null) throw new Error('the map is there')
  await window.mouse.click(place.x + 24 + width * 12.5, place.y + 20)
  await expect(lead(window)).toHaveText(/^airline-12 /)
})

test('cases are searched in Korean, told in full, with what was changed by whom', async ({
  window,
  nines,
}) => {
  const task = '환불'
  await nines.call('task.create', { name: task, plannedRepeats: 2 })
  const logged = { task, configuration: 'model-x' }
  const long = `${'고객이 환불을 요청했습니다. '.repeat(200)}끝까지 읽으십시오`
  await nines.call('trial.log', [
    {
      ...logged,
      case: 'Café',
      input: long,
      segment: '웹',
      outcome: 'pass',
      loggedBy: '지민',
      answer: '환불 완료',
    },
    { ...logged, case: 'Café', outcome: 'fail', cause: 'tool-error', latencyMs: 1250, costUsd: 0.05 },
    { ...logged, case: '배송', input: '배송이 늦습니다', outcome: 'void', note: '네트워크 장애' },
    { ...logged, case: '배송', outcome: 'pass' },
  ])
  const address = { task, configuration: 'model-x', case: 'Café', repeat: 1 }
  await nines.call('trial.amend', {
    ...address,
    changes: { outcome: 'fail', cause: 'limit', loggedBy: '서연' },
  })
  await nines.call('settings.set', { language: 'ko', theme: 'dark', loggerName: null })
  await openCases(window, nines, '', task)
  await expect(lead(window)).toHaveText(
    '사례 2개 중 1개는 시도 2회 가운데 한 번도 통과하지 못했습니다. 미완료 1개.',
  )

  const search = window.getByRole('textbox', { name: '사례나 입력 검색' })
  await search.fill('늦습')
  await expect(lead(window)).toHaveText('사례 2개 중 1개가 필터에 맞습니다. 미완료 1개.')
  await expect(window.getByRole('rowheader')).toHaveText(['배송'])
  await search.fill('cafe')
  await expect(window.getByRole('rowheader')).toHaveText(['Café'])
  await search.fill('없는 말')
  await expect(lead(window)).toHaveText('사례 2개 중 필터에 맞는 것이 없습니다.')
  await expect(window.getByText('이 필터를 모두 만족하는 사례가 없습니다.')).toBeVisible()
  await window.getByRole('main').getByRole('button', { name: '필터 지우기' }).last().click()
  await expect(search).toHaveValue('')

  await window.getByRole('rowheader', { name: 'Café' }).click()
  await expect(lead(window)).toHaveText('Café: 구성 model-x에서 시도 2회 가운데 한 번도 통과하지 못했습니다.')
  await window.getByRole('button', { name: '모두 보기' }).click()
  await expect(window.getByText('끝까지 읽으십시오')).toBeInViewport()
  await expect(window.getByText('도구 또는 연동 오류')).toBeVisible()
  const history = window.getByRole('region', { name: '수정 이력' })
  await expect(history.getByRole('listitem')).toHaveText(/서연.*반복 1: 통과 → 실패, 지연 또는 비용 한도/)
  expect(await accessibilityFaults(window)).toEqual([])
})

test('a task without cases says how to get some, and a case that is not there that it is not', async ({
  window,
  nines,
  faults,
}) => {
  await nines.call('task.create', { name: 'New' })
  await openCases(window, nines, '', 'New')
  await expect(lead(window)).toHaveText('This task has no cases yet.')
  await expect(window.getByRole('main').getByRole('link', { name: 'Go to the log' })).toBeVisible()
  await nines.call('case.add', { task: 'New', cases: [{ case: 'first' }] })
  await expect(lead(window)).toHaveText('1 of 1 cases is not complete: each needs 1 attempt.')
  await openCases(window, nines, '?case=second', 'New')
  await expect(lead(window)).toHaveText('This task has no case named “second”.')
  await window.getByRole('link', { name: 'All cases' }).click()
  await expect(names(window)).toHaveText(['first'])
  // The browser reports that the case was not found, as it should be.
  expect(faults.filter((fault) => !fault.includes('404'))).toEqual([])
  faults.length = 0
})

test('10,000 cases of 20 repeats are drawn, searched, scrolled through and found again', async ({
  window,
  nines,
  folder,
}) => {
  const task = 'Many'
  await nines.call('task.create', { name: task, plannedRepeats: 20 })
  // A case passes as often as its number says, modulo 21.
  const outcomes = Array.from({ length: 200_000 }, (_, index) => ({
    case: `case-${Math.floor(index / 20)}`,
    outcome: index % 20 < Math.floor(index / 20) % 21 ? 'pass' : 'fail',
  }))
  const csv = ['case,configuration,outcome', ...outcomes.map((each) => `${each.case},model,${each.outcome}`)]
  await nines.call('import.commit', {
    task,
    fileName: 'many.csv',
    contentBase64: Buffer.from(csv.join('\n')).toString('base64'),
  })
  await openCases(window, nines, '', task)
  // Of 10,000 numbers 477 are divisible by 21, and 476 leave 20.
  await expect(lead(window)).toHaveText(
    '477 of 10,000 cases never passed in 20 attempts. 9,047 passed sometimes, 476 passed every time.',
  )
  await expect(window.locator('canvas')).toBeVisible()
  await expect(names(window).first()).toHaveText('case-0')
  await table(window).focus()
  await window.keyboard.press('End')
  await expect(window.getByRole('rowheader', { name: 'case-9995', exact: true })).toBeInViewport()
  await window.keyboard.press('Enter')
  await expect(lead(window)).toHaveText('case-9995 passed every time in 20 attempts with model.')
  await window.goBack()
  await expect(window.getByRole('rowheader', { name: 'case-9995', exact: true })).toBeInViewport()

  await test.step('the picture is read by keys, and opens a case', async () => {
    const picture = window.getByRole('application', { name: 'Every attempt, case by case' })
    await picture.focus()
    await window.keyboard.press('End')
    await expect(window.getByRole('status').filter({ hasText: 'case-9995' })).toHaveText(
      'case-9995, attempt 1: pass',
    )
    await window.keyboard.press('Enter')
    await expect(lead(window)).toHaveText(/^case-9995 /)
    await window.keyboard.press('Escape')
  })

  await test.step('the picture is copied, saved and seen as a table like every chart', async () => {
    await window.getByRole('heading', { name: 'Every attempt' }).hover()
    const menu = window.getByRole('button', { name: 'Chart menu: Every attempt' })
    const saved = async (item: string): Promise<string> => {
      const download = window.waitForEvent('download')
      await menu.click()
      await window.getByRole('menuitem', { name: item, exact: true }).click()
      const file = `${folder}/${(await download).suggestedFilename()}`
      await (await download).saveAs(file)
      return file
    }
    const svg = readFileSync(await saved('Save as SVG'), 'utf8')
    expect(svg).toContain('<title>Every attempt</title>')
    expect(svg).toContain('href="data:image/png;base64,')
    expect(svg).not.toContain('var(')
    const png = readFileSync(await saved('Save as PNG'))
    // The colours of the light theme on paper: passes and failures take about half of the cells each.
    const shares = await window.evaluate(
      async (bytes) => {
        const image = await createImageBitmap(new Blob([Uint8Array.from(bytes)]))
        const canvas = new OffscreenCanvas(image.width, image.height)
        const context = canvas.getContext('2d')
        if (context === null) return {}
        context.drawImage(image, 0, 0)
        const { data } = context.getImageData(0, 0, image.width, image.height)
        const counts: Record<string, number> = {}
        for (let at = 0; at < data.length; at += 4) {
          const colour = [data[at], data[at + 1], data[at + 2]].join()
          counts[colour] = (counts[colour] ?? 0) + 4 / data.length
        }
        return counts
      },
      [...png],
    )
    expect(shares['15,111,184']).toBeGreaterThan(0.35)
    expect(shares['235,234,230']).toBeGreaterThan(0.35)
    await menu.click()
    await window.getByRole('menuitem', { name: 'Show as table' }).click()
    const values = window.getByRole('table', { name: 'Every attempt: table' })
    await expect(values.getByRole('row')).toHaveCount(501)
    await expect(window.getByText('The first 500 of 10,000 rows.')).toBeAttached()
    await menu.click()
    await window.getByRole('menuitem', { name: 'Show as chart' }).click()
    await expect(window.locator('canvas')).toBeVisible()
  })

  await window.getByRole('textbox', { name: 'Search case or input' }).fill('CASE-4200')
  await expect(names(window)).toHaveText(['case-4200'])
})
