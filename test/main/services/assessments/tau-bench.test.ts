import { beforeAll, describe, expect, it } from 'vitest'
import type { Assessment } from '../../../../shared/domain/assessment.ts'
import { openTestCore } from '../../../helpers/core.ts'

let assessment: Assessment

// Made once: nothing below changes it.
beforeAll(async () => {
  const { client, close } = openTestCore()
  const { task } = await client.call('sample.open', {})
  assessment = await client.call('assessment.get', { task })
  close()
})

/**
 * Of the 50 cases, 14 passed in none of their four trials, 12 in one, 10 in two, 4 in three and 10 in all: the
 * table published with the benchmark. Everything below follows from it by counting.
 */
describe('gpt-4o at airline tasks of τ-bench', () => {
  it('counts the trials', () => {
    expect(assessment.counts).toEqual({
      cases: 50,
      completeCases: 50,
      plannedRepeats: 4,
      completeRounds: null,
      trials: 200,
      passes: 84,
      failures: 116,
      errors: 0,
      voids: 0,
      notCounted: 0,
      ofIncompleteCases: 0,
      extraRepeats: 0,
    })
    expect(assessment.casesByPasses).toEqual([
      { passes: 0, cases: 14 },
      { passes: 1, cases: 12 },
      { passes: 2, cases: 10 },
      { passes: 3, cases: 4 },
      { passes: 4, cases: 10 },
    ])
  })

  it.each([
    // Pairs of passes: 1 of 6 in 10 cases, 3 of 6 in 4, all in 10; and so on.
    ['pass^k', 'passAll', [84 / 200, 82 / 300, 44 / 200, 10 / 50]],
    ['pass@k', 'passAt', [84 / 200, 170 / 300, 132 / 200, 36 / 50]],
  ] as const)('agrees with the published %s', (_, which, published) => {
    const rows = assessment.repeats[which]
    expect(rows.map((row) => row.k)).toEqual([1, 2, 3, 4])
    for (const [index, estimate] of published.entries()) {
      expect(rows[index]?.estimate).toBeCloseTo(estimate, 12)
      expect(rows[index]?.cases).toBe(50)
    }
  })

  it('counts a majority of three: half the draws of two passes in four, all of three and more', () => {
    const three = assessment.repeats.majority.find((row) => row.k === 3)
    expect(three?.estimate).toBeCloseTo((10 * 0.5 + 4 + 10) / 50, 12)
  })

  it('puts the reliability at 42%, between 27.05% and 58.57%', () => {
    const { estimate, lower, upper, nines } = assessment.reliability
    expect(estimate).toBeCloseTo(0.42, 12)
    expect(lower).toBeCloseTo(0.2705, 4)
    expect(upper).toBeCloseTo(0.5857, 4)
    expect(nines).toBeCloseTo(-Math.log10(0.58), 12)
  })

  it('splits the rest into what is flaky and what was never solved', () => {
    expect(assessment.gapBar.reliable).toBeCloseTo(0.42, 12)
    expect(assessment.gapBar.flaky).toBeCloseTo(0.3, 12)
    expect(assessment.gapBar.neverSolved).toBeCloseTo(14 / 50, 12)
    expect(assessment.gapBar.k).toBe(4)
  })

  it('falls short of every level', () => {
    expect(
      assessment.levels.map((each) => [each.name, each.required, each.verdict, each.casesNeeded]),
    ).toEqual([
      ['Assist', 0.8, 'short', null],
      ['Supervised', 0.95, 'short', null],
      ['Unattended', 0.99, 'short', null],
    ])
  })

  it('names product engineering: even the best of four attempts falls short', () => {
    const { bottleneck } = assessment
    expect(bottleneck).toMatchObject({
      verdict: 'product-engineering',
      level: 'Unattended',
      reasons: ['capability-ceiling'],
      leaning: null,
      evidenceConflict: false,
      chosen: null,
      ceiling: { k: 4, verdict: 'short' },
    })
    expect(bottleneck.strategies.map((each) => [each.strategy, each.k, each.verdict])).toEqual([
      ['majority', 3, 'short'],
    ])
    expect(bottleneck.next).toHaveLength(bottleneck.nextSteps.length)
    expect(bottleneck.nextSteps[0]).toEqual({ step: 'study-never-solved', cases: 14, k: 4, ceiling: 0.72 })
    expect(bottleneck.next[0]).toMatch(/14 cases.* 72%/)
  })

  it('says what was not logged instead of a number', () => {
    expect(assessment.repeats.retry).toEqual({ notMeasured: 'no-verifier-verdicts' })
    expect(assessment.cost).toEqual({
      meanUsd: { notMeasured: 'no-cost-logged' },
      perPassUsd: { notMeasured: 'no-cost-logged' },
    })
    expect(assessment.latency.p95Ms).toEqual({ notMeasured: 'no-latency-logged' })
    expect(assessment.causes).toEqual([
      { cause: null, name: null, lever: null, failures: 116, share: 1, cumulativeShare: 1 },
    ])
    expect(assessment.segments).toEqual([])
    expect(assessment.loggers).toEqual([{ name: null, trials: 200 }])
  })
})
