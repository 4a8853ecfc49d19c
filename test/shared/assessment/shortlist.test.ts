import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess, shortlist } from '../../../shared/assessment/index.ts'
import type { Bottleneck, Strategy } from '../../../shared/domain/assessment.ts'
import { caseClass, configurationRecord, oneLevelTask, tauBench } from './records.ts'

const nothingYet = { notMeasured: 'no-complete-cases' } as const

function strategy(given: Partial<Strategy>): Strategy {
  return {
    strategy: 'retry-until-accepted',
    k: 2,
    configuration: 'model A',
    estimate: 0.8,
    lower: 0.6,
    upper: 0.9,
    verdict: 'short',
    feasible: true,
    expectedAttempts: 1.5,
    costUsd: 0.1,
    latencyMs: 1000,
    ...given,
  }
}

function shortlisted(strategies: readonly Strategy[], chosen: Strategy | null = null): readonly Strategy[] {
  const bottleneck: Bottleneck = {
    verdict: 'undecided',
    level: 'Ready',
    reasons: [],
    leaning: null,
    evidenceConflict: false,
    chosen,
    strategies,
    ceiling: { k: 4, estimate: 1, lower: 0, upper: 1, verdict: 'more-evidence', expectedAttempts: 1 },
    nextSteps: [],
    next: [],
  }
  return shortlist({ bottleneck })
}

const retry = (k: number, estimate: Strategy['estimate']): Strategy => strategy({ k, estimate })
const vote = (k: number, estimate: number): Strategy => strategy({ strategy: 'majority', k, estimate })
const other = (configuration: string, estimate: Strategy['estimate']): Strategy =>
  strategy({ strategy: 'configuration', k: 1, configuration, estimate })

describe('the shortlist', () => {
  it('has of each kind the one that reaches most', () => {
    const found = shortlisted([retry(2, 0.8), retry(3, 0.9), retry(4, 0.85), vote(3, 0.7), vote(5, 0.65)])
    expect(found.map(({ strategy: kind, k }) => [kind, k])).toEqual([
      ['retry-until-accepted', 3],
      ['majority', 3],
    ])
  })

  it('has the fewest attempts of those that reach as much', () => {
    expect(shortlisted([retry(4, 0.9), retry(2, 0.9), retry(3, 0.9)])).toEqual([retry(2, 0.9)])
  })

  it('has every other configuration for itself', () => {
    const found = shortlisted([other('B', 0.7), other('C', 0.9), vote(3, 0.5)])
    expect(found.map((each) => each.configuration)).toEqual(['B', 'C', 'model A'])
  })

  it('has the chosen one in the place of its kind, though another reaches more', () => {
    const chosen = retry(2, 0.92)
    expect(shortlisted([chosen, retry(3, 0.97), vote(3, 0.6)], chosen)).toEqual([chosen, vote(3, 0.6)])
    // A choice of another kind changes nothing here.
    expect(shortlisted([retry(2, 0.92), retry(3, 0.97), vote(3, 0.99)], vote(3, 0.99))).toEqual([
      retry(3, 0.97),
      vote(3, 0.99),
    ])
  })

  it('has what the budget allows before what reaches more', () => {
    const over = { ...retry(3, 0.97), feasible: false }
    expect(shortlisted([retry(2, 0.92), over, vote(3, 0.6)])).toEqual([retry(2, 0.92), vote(3, 0.6)])
    expect(shortlisted([over, { ...retry(2, 0.92), feasible: false }])).toEqual([over])
  })

  it('has what the budget allows beside the chosen one that lies outside it', () => {
    const over = { ...retry(3, 0.97), feasible: false }
    expect(shortlisted([retry(2, 0.92), over, vote(3, 0.6)], over)).toEqual([
      retry(2, 0.92),
      over,
      vote(3, 0.6),
    ])
    const dearer = { ...retry(4, 0.99), feasible: false }
    expect(shortlisted([over, dearer], over)).toEqual([over])
  })

  it('knows the chosen configuration by its name', () => {
    const chosen = other('B', 0.95)
    expect(shortlisted([chosen, other('C', 0.99)], chosen)).toEqual([chosen, other('C', 0.99)])
  })

  it('puts what was measured before what was not', () => {
    expect(shortlisted([retry(2, nothingYet), retry(3, 0)])).toEqual([retry(3, 0)])
    expect(shortlisted([other('B', nothingYet)])).toEqual([other('B', nothingYet)])
  })

  it('is empty without strategies', () => {
    expect(shortlisted([])).toEqual([])
  })
})

describe('the shortlist of an assessment', () => {
  it('of gpt-4o on τ-bench is the vote of 3, which reaches 38%', () => {
    const found = assess({ ...tauBench(), others: [] })
    const [best, ...rest] = shortlist({ bottleneck: { ...found.bottleneck, next: [] } })
    expect(best).toMatchObject({ strategy: 'majority', k: 3 })
    // 4 cases win 3 of 4, 10 win 4 of 4, 10 win half: (4 × 1 + 10 × 1 + 10 × 1/2) / 50.
    expect(best?.estimate).toBeCloseTo(0.38, 12)
    expect(rest).toEqual([])
  })

  it('holds what is chosen, and every kind once', () => {
    const configuration = configurationRecord({
      plannedRepeats: 4,
      classes: [caseClass({ passes: 2, acceptedPasses: 2, verdicts: 4, cases: 200 })],
    })
    const { bottleneck } = assess({ task: oneLevelTask(), configuration, others: [] })
    const found = shortlist({ bottleneck: { ...bottleneck, next: [] } })
    expect(bottleneck.chosen).toMatchObject({ strategy: 'retry-until-accepted', k: 3 })
    expect(found[0]).toEqual(bottleneck.chosen)
    expect(found.map((each) => each.strategy)).toEqual(['retry-until-accepted', 'majority'])
  })
})

const anyStrategy = fc
  .record({
    kind: fc.constantFrom('retry-until-accepted', 'majority', 'configuration'),
    k: fc.integer({ min: 2, max: 9 }),
    configuration: fc.constantFrom('B', 'C', 'D'),
    percent: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ kind, k, configuration, percent }) =>
    kind === 'configuration'
      ? other(configuration, percent / 100)
      : strategy({ strategy: kind, k, estimate: percent / 100 }),
  )

function kindOf(each: Strategy): string {
  return each.strategy === 'configuration' ? each.configuration : each.strategy
}

describe('any strategies', () => {
  it('leave one of each kind, which none of its kind surpasses', () => {
    fc.assert(
      fc.property(fc.array(anyStrategy, { maxLength: 12 }), (strategies) => {
        const found = shortlisted(strategies)
        expect(found.map(kindOf).toSorted()).toEqual([...new Set(strategies.map(kindOf))].toSorted())
        for (const one of found) {
          const rivals = strategies.filter((each) => kindOf(each) === kindOf(one))
          expect(rivals.filter((each) => Number(each.estimate) > Number(one.estimate))).toEqual([])
        }
      }),
    )
  })
})
