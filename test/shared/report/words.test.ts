import { describe, expect, it } from 'vitest'
import { completeTask } from '../../../shared/domain/task.ts'
import { formatAbout } from '../../../shared/text/numbers.ts'
import { caseClass, configurationRecord, oneLevelTask, tauBench } from '../assessment/records.ts'
import { readReport } from './read-report.ts'
import { reportOf, worldReport } from './worlds.ts'

describe('a figure that is named in an action', () => {
  it('has the digits it has in the table beside it', () => {
    // 2 of 4 attempts pass in 181 of 200 cases, 4 of 4 in the others: 54.75%; the verifier accepts them all.
    const configuration = configurationRecord({
      plannedRepeats: 4,
      classes: [
        caseClass({ passes: 2, acceptedPasses: 2, acceptedFailures: 2, verdicts: 4, cases: 181 }),
        caseClass({ passes: 4, acceptedPasses: 4, verdicts: 4, cases: 19 }),
      ],
    })
    const report = readReport(reportOf({ task: oneLevelTask(), configuration, others: [] }))
    const reaches = report.tables.get('compute')?.find(([name = '']) => name.startsWith('Retry'))?.[1] ?? ''
    expect(reaches).toMatch(/^\d\d\.\d%$/)
    expect(report.steps.join(' ')).toContain(`retrying reaches ${reaches}; a perfect one would reach 100%`)
  })
})

describe('a number that is itself an estimate', () => {
  it.each([
    [13, '13'],
    [999, '999'],
    [1283, '1,300'],
    [34_202, '34,000'],
    [79_110, '79,000'],
    [995_000, '1,000,000'],
  ])('%d is about %s', (number, text) => {
    expect(formatAbout('en', number)).toBe(text)
  })
})

const list = { ...tauBench(), others: [], scope: 'these-cases' } as const

describe('rounds of a list', () => {
  it('are counted beside its cases', () => {
    expect(readReport(reportOf(list)).tables.get('tested')?.[1]?.[1]).toBe('50 cases, 4 of 4 rounds complete')
    expect(readReport(reportOf(list, 'ko')).tables.get('tested')?.[1]?.[1]).toBe(
      '사례 50개, 반복 4회 중 4회 완료',
    )
  })
})

describe('without a trial', () => {
  it.each([
    ['en', 'for new cases like those of the task'],
    ['ko', '작업의 사례와 비슷한 새 사례에 대해'],
  ] as const)('no number of cases or attempts is told in %s', (language, scope) => {
    const method = readReport(worldReport('noCase', language)).parts.get('method') ?? ''
    expect(method).toContain(scope)
    expect(method).not.toMatch(/these 0|사례 0개|planned attempts \(|계획된 \d회/u)
  })
})

describe('what must not be broken over a line', () => {
  const loggers = [
    { name: 'Logger 2', trials: 98 },
    { name: 'Anne-Marie van der Berg the younger', trials: 2 },
  ]
  const { task, configuration } = tauBench()
  const html = reportOf({ task, configuration: { ...configuration, loggers }, others: [] })

  it('has no-break spaces: names with their counts, and odds', () => {
    expect(html).toContain('Logger\u00A02\u00A0(98)')
    expect(html).toContain('van der Berg the\u00A0younger\u00A0(2)')
    expect(html).toContain('20\u00A0:\u00A01 decides')
    expect(html).not.toMatch(/\d : 1/u)
  })

  it('is a count of more cases that is not measured, on page one', () => {
    const open = configurationRecord({ plannedRepeats: 4, classes: [], causes: [], loggers: [] })
    const empty = reportOf({ task: completeTask({ name: 'refunds' }), configuration: open, others: [] })
    expect(empty).toContain('>not\u00A0measured<')
  })
})

describe('a single attempt', () => {
  it('is told of in the singular', () => {
    const part = readReport(worldReport('oneCase')).parts.get('part-data')
    expect(part).toContain('1 attempt was logged; the claims rest on 1.')
  })
})
