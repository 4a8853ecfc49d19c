import { describe, expect, it } from 'vitest'
import { caseClass, configurationRecord, oneLevelTask } from '../assessment/records.ts'
import { readReport } from './read-report.ts'
import { reportOf } from './worlds.ts'

/** Half of the trials pass, and a verifier that is always right tells which: $0.10 an attempt. */
const half = configurationRecord({
  plannedRepeats: 4,
  classes: [caseClass({ passes: 2, acceptedPasses: 2, verdicts: 4, cases: 200 })],
  cost: { values: 800, sum: 80 },
})

/** Four larger models at $1 an attempt, which pass in 70, 80, 90 and 100% of 200 cases. */
const larger = [140, 160, 180, 200].map((cases, index) =>
  configurationRecord({
    name: `larger ${index + 1}`,
    moreComputeThan: 'model A',
    plannedRepeats: 4,
    classes: [caseClass({ passes: 4, cases }), caseClass({ passes: 0, cases: 200 - cases })],
    cost: { values: 800, sum: 800 },
  }),
)

/** First and second cell of each row about more compute. */
function waysWithin(maxCostUsd: number | null) {
  const task = oneLevelTask({ budget: { maxCostUsd, maxLatencyMs: null } })
  const report = readReport(reportOf({ task, configuration: half, others: larger }))
  const rows = report.tables.get('compute')?.slice(1) ?? []
  return { lead: report.lead, ways: rows.map(([name, reaches]) => [name, reaches]) }
}

describe('what more compute would buy, on page one', () => {
  it('has what the budget allows before what reaches more, and marks what it does not allow', () => {
    // Two tries cost $0.15, three $0.167: the first bring 1 − 1/6 = 83.3%, the second always one of the two passes.
    const { lead, ways } = waysWithin(0.16)
    expect(lead).toContain(
      'Retry until accepted (up to 3) reaches the level, but at $0.167 per task it lies outside the budget. Retry until accepted (up to 2) reaches only 83.3%.',
    )
    expect(ways).toEqual([
      ['As is', '50.0%'],
      ['Retry until accepted (up to 2)', '83.3%'],
      ['Retry until accepted (up to 3), over budget', '100%'],
      ['larger 4, over budget', '100%'],
      ['A perfect verifier (up to 4)', '100%'],
    ])
  })

  it('marks nothing as long as the budget allows it', () => {
    const names = waysWithin(null).ways.map(([name = '']) => name)
    expect(names).toContain('Retry until accepted (up to 3)')
    expect(names.filter((name) => name.includes('budget'))).toEqual([])
  })

  it('says so of every row where nothing fits', () => {
    const { lead, ways } = waysWithin(0.01)
    expect(lead).toContain('outside the budget')
    expect(ways.slice(1, -1).map(([name = '']) => name.endsWith(', over budget'))).toEqual([true, true, true])
  })
})
