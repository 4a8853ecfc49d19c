import { describe, expect, it } from 'vitest'
import type { Client } from '../../../../shared/contract/client.ts'
import type { Input, LogTrial } from '../../../../shared/contract/contract.ts'
import { reportOptions, reportSections } from '../../../../shared/domain/report-options.ts'
import { renderReport, withFonts } from '../../../../shared/report/index.tsx'
import { readFontsFor } from '../../../../main/services/reports/fonts.ts'
import { resourcesFolder } from '../../../helpers/resources.ts'
import { failureOf, openCore } from '../open-core.ts'

type Given = Partial<Input<'report.render'>>

/** Times go on by an hour with every trial. */
function hourly(): () => Date {
  let hour = 0
  return () => new Date(Date.UTC(2026, 2, 1, 9 + hour++))
}

/** Two configurations on three cases × 2; 지민 logged first, then Mina Kim, who both stand in notes. */
async function refunds(): Promise<Client> {
  const { client } = openCore({ clock: hourly() })
  await client.call('task.create', { name: 'refunds', plannedRepeats: 2 })
  const log = async (trial: Partial<LogTrial> & Pick<LogTrial, 'configuration'>): Promise<void> => {
    await client.call('trial.log', { task: 'refunds', case: 'a', outcome: 'pass', ...trial })
  }
  await log({ configuration: 'other', loggedBy: '지민' })
  await log({ configuration: 'base', loggedBy: 'Mina Kim', segment: 'EU' })
  await log({
    configuration: 'base',
    outcome: 'void',
    note: '지민이 껐다고 mina kim에게 들음',
    loggedBy: 'Bo',
  })
  await log({ configuration: 'base', outcome: 'fail', cause: 'tool-error', loggedBy: 'Mina Kim' })
  await log({ configuration: 'base', outcome: 'pass', note: 'beyond the plan', loggedBy: 'Mina Kim' })
  await log({ configuration: 'base', case: 'b', outcome: 'error', note: 'Bob saw Mina Kim; Bo, too.' })
  await client.call('case.add', { task: 'refunds', cases: [{ case: 'c' }] })
  return client
}

const asked = { task: 'refunds', configuration: 'base', format: 'html' } as const

/** Drawn here, not in the thread of a report, which has the same parts: see the last tests. */
async function pageOf(client: Client, { level, ...given }: Given = {}): Promise<string> {
  const content = await client.call('report.data', {
    task: 'refunds',
    configuration: 'base',
    cases: 1000,
    loggers: true,
    ...(level === undefined ? {} : { level }),
    ...(given.language === undefined ? {} : { language: given.language }),
  })
  return renderReport({ ...content, ...reportOptions.parse(given), appVersion: '0.0.0-test', fonts: [] })
}

/** Rows of the table of a section, each the texts of its cells. */
function rowsOf(page: string, id: string): readonly (readonly string[])[] {
  const table = new RegExp(`<table aria-labelledby="${id}"[^>]*>(.*?)</table>`, 's').exec(page)?.[1] ?? ''
  return [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell.replaceAll(/<[^>]*>/g, '')),
  )
}

const levelsIn = (page: string) => rowsOf(page, 'levels').map(([name]) => name)

const headingsOf = (page: string): readonly string[] =>
  [...page.matchAll(/<h2 id="([\w-]+)">/g)].map(([, id = '']) => id)

describe('the parts of a report', () => {
  it('are those that are wanted, after page one, which is always there', async () => {
    const client = await refunds()
    const onePage = await pageOf(client, { detail: 'one-page' })
    const first = headingsOf(onePage)
    expect(first).toEqual(expect.arrayContaining(['levels', 'next', 'tested']))
    expect(onePage).toContain('This is page one alone.')
    const all = headingsOf(await pageOf(client))
    expect(all.slice(0, first.length)).toEqual(first)
    // Together the parts are what the whole report has, in its order, whatever the order they are asked for in.
    const parts: string[] = []
    for (const section of reportSections) {
      const page = await pageOf(client, { sections: [section] })
      expect(headingsOf(page).slice(0, first.length)).toEqual(first)
      parts.push(...headingsOf(page).slice(first.length))
    }
    expect(parts).toEqual(all.slice(first.length))
    expect(new Set(parts).size).toBe(parts.length)
    expect(headingsOf(await pageOf(client, { sections: reportSections.toReversed() }))).toEqual(all)
  })

  it('that are left out are told of', async () => {
    const client = await refunds()
    expect(await pageOf(client)).not.toContain('Left out')
    const page = await pageOf(client, {
      sections: reportSections.filter((each) => each !== 'method' && each !== 'cost'),
      levels: ['Assist'],
      compared: [],
    })
    expect(page).toContain(
      'Left out by the author’s choice: cost and latency, the method, the level Supervised and 1 other configuration.',
    )
  })
})

describe('the levels of a report', () => {
  it('are those that are wanted and the one of the verdict', async () => {
    const client = await refunds()
    expect(levelsIn(await pageOf(client, { levels: ['Supervised'] }))).toEqual([
      'Level',
      'Supervised',
      'Unattended (target)',
    ])
    expect(levelsIn(await pageOf(client, { levels: [], level: 'Assist' }))).toEqual(['Level', 'Assist'])
  })
})

describe('the note of a report', () => {
  it('stands on the page after the findings, before all other parts', async () => {
    const client = await refunds()
    const first = headingsOf(await pageOf(client, { detail: 'one-page' }))
    const headings = headingsOf(await pageOf(client, { coverNote: 'x' }))
    expect(headings.indexOf('author')).toBe(first.length)
    expect(headings.length).toBeGreaterThan(first.length + 1)
  })

  it('stands in paragraphs after the findings, as text, marked as the author’s', async () => {
    const client = await refunds()
    const coverNote = '  First <b>line</b>\nsecond line\r\n\r\n{{task}} & more\n \n\n'
    const page = await pageOf(client, { coverNote, detail: 'one-page' })
    expect(page).toContain('A note by the author')
    expect(page).toContain('not computed')
    expect(page).toContain(
      '<div class="author"><p>First &lt;b&gt;line&lt;/b&gt;\nsecond line</p><p>{{task}} &amp; more</p></div>',
    )
    expect(page.indexOf('id="author"')).toBeGreaterThan(page.indexOf('id="tested"'))
    expect(await pageOf(client, { coverNote: ' \n\n ' })).not.toContain('A note by the author')
  })

  it('is refused when it is longer than a note', async () => {
    const client = await refunds()
    const failure = await failureOf(client.call('report.render', { ...asked, coverNote: 'x'.repeat(3001) }))
    expect(failure).toMatchObject({ code: 'bad-input' })
    expect(failure.message).toContain('coverNote')
  })
})

describe('a report of every case', () => {
  it('has each attempt, its cause and its note', async () => {
    const client = await refunds()
    const page = await pageOf(client, { detail: 'full' })
    expect(rowsOf(page, 'appendix')).toEqual([
      ['Case', 'Segment', 'Attempts', 'Passed', 'Causes and notes, by attempt'],
      [
        'a',
        'EU',
        'PVF|P',
        '1 of 2',
        '3: Tool or integration error; 2: “지민이 껐다고 mina kim에게 들음”; 4: “beyond the plan”',
      ],
      ['b', '', 'E·', 'incomplete', '1: “Bob saw Mina Kim; Bo, too.”'],
      ['c', '', '··', 'incomplete', ''],
    ])
    expect(headingsOf(await pageOf(client))).not.toContain('appendix')
  })

  it('cuts a note that is long, and says so', async () => {
    const client = await refunds()
    const note = '가'.repeat(600)
    await client.call('trial.log', {
      task: 'refunds',
      configuration: 'base',
      case: 'c',
      outcome: 'fail',
      note,
    })
    const rows = rowsOf(await pageOf(client, { detail: 'full' }), 'appendix')
    expect(rows.at(-1)?.at(-1)).toBe(`1: “${'가'.repeat(500)}…”`)
  })
})

describe('a report without names', () => {
  it('numbers whoever logged by who came first, in lists and in notes', async () => {
    const client = await refunds()
    const named = await pageOf(client, { detail: 'full' })
    expect(named).toContain('Mina\u00A0Kim\u00A0(3)')
    const page = await pageOf(client, { detail: 'full', anonymous: true })
    const tested = rowsOf(page, 'tested').find(([fact]) => fact === 'Logged by')
    expect(tested?.[1]).toBe(
      'Logger\u00A02\u00A0(3), no\u00A0name\u00A0given\u00A0(1), Logger\u00A03\u00A0(1)',
    )
    const told = rowsOf(page, 'appendix').map((row) => row.at(-1))
    expect(told[1]).toContain('2: “Logger 1이 껐다고 Logger 2에게 들음”')
    // Part of another word is no name.
    expect(told[2]).toBe('1: “Bob saw Logger 2; Logger 3, too.”')
    for (const name of ['지민', 'Mina', 'Kim']) expect(page.toLowerCase()).not.toContain(name.toLowerCase())
    expect(await pageOf(client, { anonymous: true, language: 'ko' })).toContain('기록자 2')
  })

  it('keeps the numbers when more is logged', async () => {
    const client = await refunds()
    const trial = {
      task: 'refunds',
      configuration: 'base',
      case: 'b',
      outcome: 'pass',
      loggedBy: 'Aa',
    } as const
    await client.call('trial.log', trial)
    const page = await pageOf(client, { anonymous: true })
    const tested = rowsOf(page, 'tested').find(([fact]) => fact === 'Logged by')
    expect(tested?.[1]).toContain('Logger\u00A02\u00A0(3)')
    expect(tested?.[1]).toContain('Logger\u00A04\u00A0(1)')
  })
})

describe('the paper of a report', () => {
  it.each([
    [undefined, 'size:A4'],
    ['Letter', 'size:letter'],
  ] as const)('%s is said to the printer', async (paper, rule) => {
    const client = await refunds()
    expect(await pageOf(client, paper === undefined ? {} : { paper })).toContain(`@page{${rule};`)
  })
})

describe('what cannot be shown', () => {
  it.each([
    [{ levels: ['Alone'] }, 'level-not-found', 'no level "Alone"'],
    [{ compared: ['nobody'] }, 'configuration-not-found', 'no configuration named "nobody"'],
  ] as const)('%j is refused', async (options, code, sentence) => {
    const client = await refunds()
    const failure = await failureOf(client.call('report.render', { ...asked, ...options }))
    expect(failure).toMatchObject({ code })
    expect(failure.message).toContain(sentence)
  })

  it('is refused when it is misspelled', async () => {
    const { core } = openCore()
    const reply = await core.call('report.render', { ...asked, anonymised: true })
    expect(JSON.stringify(reply)).toContain('anonymised')
  })
})

describe('the thread of a report', () => {
  it('draws the same page each time, with the fonts that its text needs', async () => {
    const client = await refunds()
    const options = { detail: 'full', anonymous: true, paper: 'Letter', language: 'ko' } as const
    const page = await pageOf(client, options)
    const whole = withFonts(page, readFontsFor(page, resourcesFolder()))
    for (const { contentBase64 } of await Promise.all([
      client.call('report.render', { ...asked, ...options }),
      client.call('report.render', { ...asked, ...options }),
    ])) {
      expect(Buffer.from(contentBase64, 'base64').toString()).toBe(whole)
    }
  })

  it('says how far it is, and ends without a report when it is given up', async () => {
    const client = await refunds()
    const report = client.call('report.render', { ...asked, detail: 'full', job: 'mine' })
    const ended = Promise.allSettled([report])
    expect((await client.call('job.progress', { job: 'mine' })).progress).not.toBeNull()
    expect(await client.call('job.cancel', { job: 'mine' })).toEqual({ underWay: true })
    expect(await ended).toMatchObject([{ status: 'rejected', reason: { name: 'Cancelled' } }])
    expect(await client.call('job.progress', { job: 'mine' })).toEqual({ progress: null })
  })
})
