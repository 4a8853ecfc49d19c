import type { Page } from '@playwright/test'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Output } from '../../../../shared/contract/contract.ts'
import { languages } from '../../../../shared/domain/settings.ts'
import { openTestCore } from '../../../helpers/core.ts'
import { openBrowser } from '../../../shared/charts/browser.ts'
import { paperPage, printed } from '../../../shared/report/pages.ts'
import { readReport } from '../../../shared/report/read-report.ts'

/*
 * Every figure of the printed report of the sample against the assessment as JSON, which is formatted here anew and
 * never by the functions that wrote the report.
 */

const browser = openBrowser()

type Assessment = Output<'assessment.get'>
interface Bounds {
  readonly estimate: unknown
  readonly lower: number
  readonly upper: number
}

let assessment: Assessment
let html: Readonly<Record<(typeof languages)[number], string>>
let page: Page

beforeAll(async () => {
  const { client, close } = openTestCore()
  try {
    const { task } = await client.call('sample.open', {})
    assessment = await client.call('assessment.get', { task })
    const render = async (language: (typeof languages)[number]): Promise<string> => {
      const { contentBase64 } = await client.call('report.render', { task, language, format: 'html' })
      return Buffer.from(contentBase64, 'base64').toString()
    }
    html = { en: await render('en'), ko: await render('ko') }
  } finally {
    close()
  }
  page = await paperPage(await browser())
})

/** Whole percents, to the nearest: no interval of the sample is narrower than ten points. */
function percent(value: unknown): string {
  if (typeof value !== 'number') throw new Error(`not measured: ${JSON.stringify(value)}`)
  return `${(value * 100).toFixed(0)}%`
}

/** Rounded outwards; bounds are known to a millionth. */
function interval({ lower, upper }: Bounds): string {
  const [low, high] = [lower, upper].map((bound) => Number((bound * 100).toFixed(4)))
  return `${Math.floor(low ?? 0)}–${Math.ceil(high ?? 0)}%`
}

function withInterval(row: Bounds | undefined): string {
  return row === undefined ? '–' : `${percent(row.estimate)} (${interval(row)})`
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

function raised(power: number): string {
  return Array.from(String(power), (digit) => superscripts.charAt(Number(digit))).join('')
}

/** Odds of ten thousand and more are told by their power of ten. */
function odds(logEvidence: number): string {
  if (logEvidence < 0) return 'under 1 : 1'
  const power = Math.floor(logEvidence / Math.log(10))
  return power < 4 ? `${Math.exp(logEvidence).toFixed(0)} : 1` : `10${raised(power)} : 1`
}

const required = (level: { readonly required: number }): string =>
  `${Number((level.required * 100).toFixed(6))}%`

function table(id: string): readonly (readonly string[])[] {
  return readReport(html.en).tables.get(id) ?? []
}

function countsOf(id: string): readonly number[] {
  return table(id).map(([, figure]) => Number(figure))
}

describe('the tables of the sample’s report', () => {
  it('have levels, evidence and more cases as in the assessment', () => {
    expect(table('levels').slice(1)).toEqual(
      assessment.levels.map((each) => [
        each.name === assessment.target ? `${each.name} (target)` : each.name,
        required(each),
        each.verdict,
        '–',
      ]),
    )
    expect(table('evidence').slice(1)).toEqual(
      assessment.levels.map((each) => [
        each.name,
        required(each),
        '',
        odds(each.logEvidenceMeets),
        odds(each.logEvidenceShort),
        each.verdict,
        '–',
      ]),
    )
  })

  it('have what trying again reaches as in the assessment', () => {
    const { passAt, passAll, majority } = assessment.repeats
    expect(passAt).toHaveLength(4)
    expect(table('repeats').slice(1)).toEqual(
      passAt.map((any, index) => [
        String(any.k),
        withInterval(any),
        withInterval(passAll[index]),
        withInterval(majority.find((each) => each.k === any.k)),
      ]),
    )
    const { strategies, ceiling } = assessment.bottleneck
    expect(table('strategies').slice(1)).toEqual(
      strategies.map((each) => [
        `Majority of ${each.k}`,
        percent(each.estimate),
        interval(each),
        each.verdict,
        'not logged',
      ]),
    )
    expect(table('compute').at(-2)).toEqual([
      `A perfect verifier (up to ${ceiling.k})`,
      percent(ceiling.estimate),
      Number(ceiling.expectedAttempts).toFixed(2),
    ])
  })

  it('have counts as in the assessment, and they add up', () => {
    const { counts } = assessment
    const [total, ...parts] = countsOf('data').toReversed()
    expect(parts.toReversed()).toEqual([
      counts.passes,
      counts.failures,
      counts.errors,
      counts.voids,
      counts.ofIncompleteCases,
      counts.extraRepeats,
    ])
    expect(total).toBe(counts.trials)
    expect(parts.reduce((sum, each) => sum + each, 0)).toBe(total)
    const [cases, ...kinds] = countsOf('case-counts').toReversed()
    expect(kinds.toReversed()).toEqual([counts.completeCases, counts.cases - counts.completeCases, 0])
    expect(kinds.reduce((sum, each) => sum + each, 0)).toBe(cases)
  })
})

/** Texts that hold digits and are no figures of the assessment. */
function withoutNames(text: string): string {
  const cited = [
    /\(2023\)\. Estimating [^.]*\. JRSS B 86\(1\)/g,
    /\(2023\)\. Game-theoretic [^.]*\. Statistical Science 38\(4\)/g,
    /\(2024\)\. Inference scaling [^.]*\. arXiv:2411\.17501/g,
    /Ville(?:, J\.)? \(?1939\)?/g,
    /Ramdas 2023/g,
  ]
  const names = [
    /sha256[: ][\da-f…]+/g,
    /SHA-256/g,
    /airline-\d+/g,
    /gpt-4o/g,
    /Nines 0\.0\.0-test/g,
    // The day all of it was logged.
    /1 March 2026/g,
    /2026년 3월 1일/g,
    /(?:Page \d+ of \d+|\d+ \/ \d+쪽)/g,
    // The 64 stakes, as signs.
    /1\/64|1\/128, 3\/128 … 127\/128|1 − [cxR]/g,
  ]
  return [...cited, ...names].reduce((left, each) => left.replaceAll(each, ' '), text)
}

/** Figures as they stand in a text: with their sign, raised numbers as plain ones. */
function figuresIn(text: string): readonly string[] {
  const plain = text
    .replaceAll(/[⁰¹²³⁴-⁹]/gu, (digit) => String(superscripts.indexOf(digit)))
    // An interval over two lines.
    .replaceAll(/–\s+/gu, '–')
  return [...plain.matchAll(/−?\d+(?:,\d{3})*(?:\.\d+)?(?:–\d+(?:\.\d+)?)?%?/gu)].map(([figure]) => figure)
}

function count(value: number): string {
  return value.toLocaleString('en')
}

function expectedFigures(): ReadonlySet<string> {
  const { counts, levels, repeats, bottleneck, gapBar, casesByPasses, reliability, alpha } = assessment
  const [halfAlpha, decides] = [2 / alpha, 1 / alpha]
  const rows = [...repeats.passAt, ...repeats.passAll, ...repeats.majority, ...bottleneck.strategies]
  const replayed = [reliability, bottleneck.ceiling, ...rows]
  const powers = levels.map((each) => `10${Math.floor(each.logEvidenceShort / Math.log(10))}`)
  const level = levels.find((each) => each.name === bottleneck.level)
  if (level === undefined) throw new Error('no level')
  return new Set([
    ...Object.values(counts).flatMap((value) => (value === null ? [] : [count(value)])),
    ...replayed.flatMap((each) => [percent(each.estimate), interval(each)]),
    ...levels.map(required),
    ...[gapBar.reliable, gapBar.flaky, gapBar.neverSolved].map(percent),
    ...casesByPasses.flatMap((each) => [count(each.cases), count(each.passes)]),
    // Cases that passed, but not every time.
    count(
      casesByPasses
        .filter(({ passes }) => passes > 0 && passes < counts.plannedRepeats)
        .reduce((sum, each) => sum + each.cases, 0),
    ),
    // Attempts from one to all planned ones, and the three next steps.
    ...repeats.passAt.map((each) => String(each.k)),
    Number(bottleneck.ceiling.expectedAttempts).toFixed(2),
    // α, the confidence, and the odds that decide a level and an end of the interval; 1 of "20 : 1".
    percent(alpha),
    percent(1 - alpha),
    count(decides),
    count(halfAlpha),
    '1',
    '0',
    ...powers,
    // What the method says: 64 bettors, the mean with a decimal, the evidence as natural logarithms.
    '64',
    `${(Number(reliability.estimate) * 100).toFixed(1)}%`,
    String(casesByPasses.length),
    level.logEvidenceMeets.toFixed(2).replace('-', '−'),
    level.logEvidenceShort.toFixed(2),
    Math.log(decides).toFixed(2),
    String(assessment.methodVersion),
  ])
}

/** Figures of the axes: every fifth percent, every fifth case, and powers of ten of the evidence. */
const onAxes = new Set([
  ...[0, 20, 25, 40, 50, 60, 75, 80, 100].map((each) => `${each}%`),
  ...[0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50].map(String),
  '105',
  '1015',
  '1040',
])

describe.each(languages)('the print in %s', (language) => {
  it('has no figure but those of the assessment and of its axes', async () => {
    const pages = await printed(page, html[language])
    const figures = figuresIn(withoutNames(pages.join(' ')))
    const expected = expectedFigures()
    expect(figures.length).toBeGreaterThan(200)
    expect([...new Set(figures)].filter((each) => !expected.has(each) && !onAxes.has(each))).toEqual([])
  })

  it('has every figure of the assessment that the sample tells something by', async () => {
    const pages = await printed(page, html[language])
    const figures = new Set(figuresIn(withoutNames(pages.join(' '))))
    const { repeats, reliability, bottleneck, gapBar } = assessment
    const told = [
      ...[
        reliability,
        bottleneck.ceiling,
        ...repeats.passAt,
        ...repeats.passAll,
        ...repeats.majority,
      ].flatMap((each) => [percent(each.estimate), interval(each)]),
      ...[gapBar.reliable, gapBar.flaky, gapBar.neverSolved].map(percent),
      ...assessment.casesByPasses.map((each) => String(each.cases)),
    ]
    expect(told.filter((each) => !figures.has(each))).toEqual([])
  })
})
