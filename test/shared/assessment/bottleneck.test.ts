import { describe, expect, it } from 'vitest'
import { assess } from '../../../shared/assessment/index.ts'
import type { ConfigurationRecord } from '../../../shared/domain/record.ts'
import { bottleneckOf, flaky, noBudget } from './flaky.ts'
import { caseClass, completeRounds, oneLevelTask } from './records.ts'

/** Another configuration with 10 cases. */
const other = (name: string, moreComputeThan: string | null) =>
  flaky({ name, moreComputeThan, classes: [caseClass({ passes: 3, cases: 10 })] })

/** Half of the trials pass again, but with 2 repeats. */
const twice = (given: Partial<ConfigurationRecord> = {}): ConfigurationRecord =>
  flaky({
    plannedRepeats: 2,
    classes: [caseClass({ passes: 1, acceptedPasses: 1, verdicts: 2, cases: 200 })],
    cost: { values: 400, sum: 40 },
    ...given,
  })

/** Labelled failures by lever; the rest of 400 has no label. */
const causes = (inference: number, product: number) => [
  { cause: 'reasoning-slip', failures: inference },
  { cause: 'tool-error', failures: product },
  { cause: null, failures: 400 - inference - product },
]

describe('prices of strategies', () => {
  it('retry: expected attempts times the mean; majority: k times the cost, the slowest of k', () => {
    const { strategies } = bottleneckOf(flaky())
    // Attempts: 1 + 1/2 (first rejected) + 1/6 (both of two rejected) = 5/3; none after three.
    expect(strategies).toMatchObject([
      { strategy: 'retry-until-accepted', k: 2, configuration: 'model A', feasible: true },
      { strategy: 'retry-until-accepted', k: 3 },
      { strategy: 'retry-until-accepted', k: 4 },
      { strategy: 'majority', k: 3, expectedAttempts: 3, latencyMs: 1200 },
    ])
    const [two, three, , vote] = strategies
    expect(two?.costUsd).toBeCloseTo(0.15, 14)
    expect(two?.latencyMs).toBeCloseTo(1500, 10)
    expect(two?.estimate).toBeCloseTo(5 / 6, 14)
    expect(three?.costUsd).toBeCloseTo(0.1 * (5 / 3), 14)
    expect(three?.estimate).toBeCloseTo(1, 14)
    expect(vote?.costUsd).toBeCloseTo(0.3, 14)
    expect(vote?.estimate).toBeCloseTo(0.5, 14)
  })

  it('chooses the cheapest that meets the level', () => {
    const found = bottleneckOf(flaky())
    expect(found).toMatchObject({
      verdict: 'inference-scaling',
      chosen: { k: 3 },
      reasons: [],
      leaning: null,
    })
    expect(found.nextSteps.map((each) => each.step)).toEqual(['adopt-strategy', 'keep-watch'])
  })

  it('prefers a cheaper configuration to a retry, and a retry when costs are unknown', () => {
    const strong = flaky({
      name: 'model B',
      moreComputeThan: 'model A',
      classes: [caseClass({ passes: 4, cases: 200 })],
      cost: { values: 800, sum: 100 },
    })
    expect(bottleneckOf(flaky(), noBudget, [strong]).chosen).toMatchObject({
      strategy: 'configuration',
      configuration: 'model B',
      costUsd: 0.125,
    })
    const unpriced = { cost: { values: 0, sum: 0 } }
    const chosen = bottleneckOf(flaky(unpriced), noBudget, [{ ...strong, ...unpriced }]).chosen
    expect(chosen).toMatchObject({ strategy: 'retry-until-accepted', k: 3 })
  })
})

describe('which configurations are strategies', () => {
  it('those whose chain of more compute leads here, even over others; a ring ends', () => {
    const others = [
      other('B', 'model A'),
      other('C', 'B'),
      other('D', null),
      other('E', 'F'),
      other('F', 'E'),
      other('G', 'gone'),
    ]
    const names = bottleneckOf(flaky(), noBudget, others)
      .strategies.filter((each) => each.strategy === 'configuration')
      .map((each) => each.configuration)
    expect(names).toEqual(['B', 'C'])
  })
})

describe('budget', () => {
  it('a strategy outside the budget is not feasible, and is the reason when it would do', () => {
    const found = bottleneckOf(flaky(), { maxCostUsd: null, maxLatencyMs: 1400 })
    // The vote is feasible and short; retries take at least 1500 ms.
    expect(found.strategies.map((each) => each.feasible)).toEqual([false, false, false, true])
    expect(found).toMatchObject({ verdict: 'product-engineering', reasons: ['budget'] })
    expect(found.nextSteps[0]).toMatchObject({ step: 'raise-budget', strategy: { k: 3 } })
  })

  it('decides when it leaves nothing feasible', () => {
    const found = bottleneckOf(flaky(), { maxCostUsd: 0.05, maxLatencyMs: null })
    expect(found.strategies.every((each) => !each.feasible)).toBe(true)
    expect(found).toMatchObject({ verdict: 'product-engineering', reasons: ['budget'] })
  })

  it('an unmeasured quantity cannot break it', () => {
    const unpriced = flaky({ cost: { values: 0, sum: 0 } })
    const found = bottleneckOf(unpriced, { maxCostUsd: 0.05, maxLatencyMs: null })
    expect(found.verdict).toBe('inference-scaling')
    expect(found.chosen?.costUsd).toEqual({ notMeasured: 'no-cost-logged' })
  })
})

describe('depth rule', () => {
  it('without a budget 2 repeats are too few: 4 are needed', () => {
    const found = bottleneckOf(twice())
    expect(found).toMatchObject({ verdict: 'undecided', leaning: 'inference-scaling' })
    expect(found.nextSteps[0]).toEqual({ step: 'log-more-repeats', repeats: 2, needed: 4 })
  })

  it('2 are enough when the budget pays for 2 attempts, 3 when for 3', () => {
    expect(bottleneckOf(twice(), { maxCostUsd: 0.29, maxLatencyMs: null }).verdict).toBe('inference-scaling')
    const three = bottleneckOf(twice(), { maxCostUsd: 0.31, maxLatencyMs: null })
    expect(three.verdict).toBe('undecided')
    expect(three.nextSteps[0]).toEqual({ step: 'log-more-repeats', repeats: 2, needed: 3 })
  })

  it('with 1 repeat there is no leaning either', () => {
    const once = flaky({ plannedRepeats: 1, classes: [caseClass({ passes: 0, cases: 200 })] })
    const found = bottleneckOf(once)
    expect(found).toMatchObject({ verdict: 'undecided', leaning: null, strategies: [] })
    expect(found.nextSteps.map((each) => each.step)).toEqual([
      'log-more-repeats',
      'log-verdicts',
      'label-causes',
    ])
  })
})

/** Three tries always bring one that passes, and the verifier knows it. */
const perfectRetries = (cases: number): ConfigurationRecord =>
  flaky({ classes: [caseClass({ passes: 2, acceptedPasses: 2, verdicts: 4, cases })] })

/** Two repeats and no verifier: neither retries nor votes can be replayed. */
const twoTries = (passes: number): ConfigurationRecord =>
  flaky({
    plannedRepeats: 2,
    classes: [caseClass({ passes, cases: 200 })],
    cost: { values: 400, sum: 40 },
  })

const strict = [{ name: 'Ready', required: 0.95 }]

function strictly(cases: number, maxCostUsd: number | null) {
  const task = oneLevelTask({ levels: strict, budget: { maxCostUsd, maxLatencyMs: null } })
  return assess({ task, configuration: perfectRetries(cases), others: [] }).bottleneck
}

describe('one of several claims', () => {
  it('choosing among N strategies takes evidence N/α, however many of them the budget leaves', () => {
    // 117 scores of 1 have evidence e^4.224 = 68 of exceeding 0.95: enough for 3/0.05, not for 4/0.05.
    expect(strictly(117, null)).toMatchObject({ verdict: 'undecided', leaning: 'inference-scaling' })
    // The vote costs 0.30, and every way of trying again more than 0.12.
    expect(strictly(117, 0.29).verdict).toBe('undecided')
    expect(strictly(117, 0.12)).toMatchObject({ verdict: 'product-engineering', reasons: [] })
    // Each further score of 1 multiplies the evidence by at most 1/0.95: 4 of them by 1.23, to at most 84.
    expect(strictly(121, 0.29).verdict).toBe('inference-scaling')
    expect(strictly(121, 0.12).reasons).toEqual(['budget'])
  })

  it('says how many more cases are likely to decide: 30.7, by 40-digit arithmetic', () => {
    const task = oneLevelTask({ levels: strict })
    const { bottleneck } = assess({ task, configuration: perfectRetries(90), others: [] })
    expect(bottleneck.nextSteps[0]).toEqual({ step: 'log-more-cases', cases: 31, level: 'Ready' })
  })

  it('ruling all out waits for the slowest: 94.0 more cases, by 40-digit arithmetic', () => {
    // A vote of 3 is short already (0.62); a vote of 5 wins 20 of 25 cases.
    const classes = [caseClass({ passes: 3, cases: 20 }), caseClass({ passes: 2, cases: 5 })]
    const found = bottleneckOf(flaky({ plannedRepeats: 5, classes }))
    expect(found.strategies.map((each) => each.verdict)).toEqual(['short', 'more-evidence'])
    expect(found).toMatchObject({ verdict: 'undecided', leaning: 'product-engineering' })
    expect(found.nextSteps.slice(0, 2)).toEqual([
      { step: 'log-verdicts' },
      { step: 'log-more-cases', cases: 94, level: 'Ready' },
    ])
  })
})

const verdictOfList = (configuration: ConfigurationRecord) =>
  assess({ task: oneLevelTask({ scope: 'these-cases' }), configuration, others: [] }).bottleneck

describe('a fixed list that is not complete', () => {
  // The 150 easy cases have all their repeats, of the 150 hard ones only the first round is there.
  const easy = caseClass({ passes: 4, acceptedPasses: 4, verdicts: 4, cases: 120 })
  const lucky = caseClass({ passes: 3, acceptedPasses: 3, verdicts: 4, cases: 30 })
  const complete = flaky({ classes: [easy, lucky] })
  const listed = (completeCases: number, passes: number): ConfigurationRecord => ({
    ...complete,
    counts: { ...complete.counts, cases: 300, completeCases },
    completeRounds: completeRounds({ rounds: 1, cases: 300, passes }),
  })
  it('names no bottleneck: the complete cases may be the easy ones', () => {
    const found = verdictOfList(listed(150, 150))
    expect(found.verdict).toBe('undecided')
    expect(found.nextSteps[0]).toMatchObject({ step: 'complete-cases', incompleteCases: 150 })
  })

  it('names it once every case is complete', () => {
    expect(verdictOfList(listed(300, 150)).verdict).toBe('inference-scaling')
  })
})

describe('without any strategy', () => {
  const twoAttempts = { maxCostUsd: 0.29, maxLatencyMs: null }

  it('a ceiling that is short decides alone', () => {
    const found = bottleneckOf(twoTries(0), twoAttempts)
    expect(found.strategies).toEqual([])
    expect(found).toMatchObject({ verdict: 'product-engineering', reasons: ['capability-ceiling'] })
  })

  it('a ceiling that is not leaves it undecided until verdicts are logged', () => {
    const found = bottleneckOf(twoTries(1), twoAttempts)
    expect(found).toMatchObject({ verdict: 'undecided', leaning: null, reasons: [] })
    expect(found.nextSteps[0]).toEqual({ step: 'log-verdicts' })
  })
})

describe('answers that are not logged', () => {
  it('are asked for where a vote on them might do', () => {
    // 2 of 4 pass: a vote in which all wrong answers agree is short.
    const found = bottleneckOf(flaky({ classes: [caseClass({ passes: 2, cases: 200 })] }))
    expect(found).toMatchObject({ verdict: 'product-engineering', reasons: ['no-verifier'] })
    expect(found.nextSteps).toContainEqual({ step: 'log-answers' })
  })

  it('are not where even a perfect verifier would not', () => {
    const found = bottleneckOf(flaky({ classes: [caseClass({ passes: 0, cases: 200 })] }))
    expect(found.nextSteps.map(({ step }) => step)).not.toContain('log-answers')
  })
})

describe('an attempt that is over the budget by itself', () => {
  it('is told although it is reliable enough', () => {
    const ready = flaky({ classes: [caseClass({ passes: 4, cases: 200 })] })
    const found = bottleneckOf(ready, { maxCostUsd: 0.05, maxLatencyMs: null })
    expect(found.verdict).toBe('none')
    expect(found.nextSteps[0]).toEqual({ step: 'meet-budget', costUsd: 0.1, latencyMs: 1000 })
  })
})

describe('verifier verdicts', () => {
  it('of trials that all ended in errors are none', () => {
    const failed = flaky({ classes: [caseClass({ passes: 0, errors: 4, cases: 30 })] })
    const found = assess({ task: oneLevelTask(), configuration: failed, others: [] })
    expect(found.verifier).toEqual({ notMeasured: 'no-verifier-verdicts' })
    expect(found.bottleneck.strategies.map((each) => each.strategy)).toEqual(['majority'])
  })

  it('known for some trials only: retrying cannot be ruled out', () => {
    const found = bottleneckOf(flaky({ classes: [caseClass({ passes: 2, verdicts: 3, cases: 200 })] }))
    expect(found).toMatchObject({ verdict: 'undecided', reasons: [] })
    expect(found.nextSteps[0]).toEqual({ step: 'log-verdicts' })
  })

  it('known for errors only: there is no verifier', () => {
    const classes = [caseClass({ passes: 2, errors: 1, cases: 200 })]
    const found = bottleneckOf(flaky({ classes }))
    expect(found).toMatchObject({ verdict: 'product-engineering', reasons: ['no-verifier'] })
    expect(found.nextSteps[0]).toEqual({ step: 'build-verifier', estimate: 0.5, ceiling: 1, k: 4 })
  })

  it('a verifier that accepts everything is the reason, and what a better one would bring is said', () => {
    const classes = [
      caseClass({ passes: 2, acceptedPasses: 2, acceptedFailures: 2, verdicts: 4, cases: 200 }),
    ]
    const found = bottleneckOf(flaky({ classes }))
    expect(found).toMatchObject({ verdict: 'product-engineering', reasons: ['verifier'] })
    expect(found.nextSteps[0]).toEqual({ step: 'improve-verifier', estimate: 0.5, ceiling: 1, k: 4 })
  })
})

describe('failure causes beside the verdict', () => {
  it('conflict when more than half of the labelled ones point the other way', () => {
    const found = bottleneckOf(flaky({ causes: causes(180, 181) }))
    expect(found).toMatchObject({ verdict: 'inference-scaling', evidenceConflict: true })
    expect(found.nextSteps).toContainEqual({ step: 'resolve-conflict', causesLever: 'product-engineering' })
  })

  it('no conflict while most failures carry no label', () => {
    const found = bottleneckOf(flaky({ causes: causes(0, 199) }))
    expect(found.evidenceConflict).toBe(false)
    expect(bottleneckOf(flaky({ causes: causes(0, 200) })).evidenceConflict).toBe(true)
  })

  it('no conflict at half, nor without labels', () => {
    expect(bottleneckOf(flaky({ causes: causes(180, 180) })).evidenceConflict).toBe(false)
    expect(bottleneckOf(flaky()).evidenceConflict).toBe(false)
  })

  it('names the largest cause that product work removes', () => {
    const never = flaky({ classes: [caseClass({ passes: 0, cases: 200 })], causes: causes(300, 80) })
    const found = bottleneckOf(never)
    expect(found).toMatchObject({ verdict: 'product-engineering', evidenceConflict: true })
    expect(found.nextSteps).toEqual([
      { step: 'study-never-solved', cases: 200, k: 4, ceiling: 0 },
      { step: 'resolve-conflict', causesLever: 'inference-scaling' },
      { step: 'fix-top-cause', cause: 'tool-error', failures: 80, labelled: 380 },
    ])
  })
})

describe('while the level is open', () => {
  it('asks for the cases that are likely to decide, after completing those begun', () => {
    const classes = [caseClass({ passes: 4, cases: 20 })]
    const open = flaky({ classes })
    const counts = { ...open.counts, cases: 23 }
    const found = bottleneckOf({ ...open, counts })
    expect(found).toMatchObject({ verdict: 'undecided', leaning: null })
    expect(found.nextSteps.map((each) => each.step)).toEqual([
      'complete-cases',
      'log-more-cases',
      'label-causes',
    ])
    expect(found.nextSteps[0]).toEqual({ step: 'complete-cases', incompleteCases: 3, plannedRepeats: 4 })
  })
})
