import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AssessmentWithoutSentences, assess } from '../../../shared/assessment/index.ts'
import { assessment } from '../../../shared/domain/assessment.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import type { CaseClass, ConfigurationRecord } from '../../../shared/domain/record.ts'
import { completeTask } from '../../../shared/domain/task.ts'
import { caseClass, completeRounds, configurationRecord, oneLevelTask, tauBench } from './records.ts'

/** The schema rejects NaN and infinities, and anything that is not of the public shape. */
function expectSound(found: AssessmentWithoutSentences): void {
  assessment.parse({ ...found, bottleneck: { ...found.bottleneck, next: [] } })
}

const estimates = (rows: readonly { readonly estimate: unknown }[]): readonly unknown[] =>
  rows.map((row) => row.estimate)

/** The same up to the given decimals. */
function near(value: number, decimals = 10): unknown {
  return expect.closeTo(value, decimals)
}

function allNear(values: readonly number[]): readonly unknown[] {
  return values.map((value) => near(value))
}

const assessUnknownLevel = (): unknown => assess({ ...tauBench(), others: [], level: 'Perfect' })

const assessed = (configuration: ConfigurationRecord, scope: 'new-cases' | 'these-cases' = 'new-cases') =>
  assess({ task: completeTask({ name: 'airline' }), configuration, others: [], scope })

describe('gpt-4o on τ-bench airline', () => {
  const found = assess({ ...tauBench(), others: [] })

  it('has the published pass^k, and pass@k', () => {
    expect(estimates(found.repeats.passAll)).toEqual(allNear([0.42, 41 / 150, 0.22, 0.2]))
    expect(estimates(found.repeats.passAt)).toEqual(allNear([0.42, 17 / 30, 0.66, 0.72]))
    expect(found.repeats.passAt.map((row) => row.k)).toEqual([1, 2, 3, 4])
    expect(found.repeats.majority.map((row) => row.k)).toEqual([1, 3])
    expect(found.repeats.retry).toEqual({ notMeasured: 'no-verifier-verdicts' })
  })

  it('is 42% reliable, 27.05–58.57%, 0.2366 nines', () => {
    expect(found.reliability).toEqual({
      estimate: near(0.42, 10),
      lower: near(0.2705, 4),
      upper: near(0.5857, 4),
      nines: near(0.2366, 4),
    })
    expect(found.gapBar).toEqual({
      reliable: near(0.42, 10),
      flaky: near(0.3, 10),
      neverSolved: near(0.28, 10),
      k: 4,
    })
  })

  it('is short of every level, with the evidence of 40-digit arithmetic', () => {
    expect(found.levels).toMatchObject([
      {
        name: 'Assist',
        logEvidenceMeets: near(-3.211131541229054, 9),
        logEvidenceShort: near(25.76729606574035, 9),
        verdict: 'short',
        casesNeeded: null,
      },
      { name: 'Supervised', verdict: 'short', casesNeeded: null },
      {
        name: 'Unattended',
        logEvidenceMeets: near(-3.396552781858276, 9),
        logEvidenceShort: near(141.476314452244, 9),
        verdict: 'short',
        casesNeeded: null,
      },
    ])
  })

  it('needs product engineering: a perfect verifier would stop at 72%', () => {
    expect(found.bottleneck).toMatchObject({
      verdict: 'product-engineering',
      level: 'Unattended',
      reasons: ['capability-ceiling'],
      leaning: null,
      evidenceConflict: false,
      chosen: null,
      ceiling: { k: 4, estimate: near(0.72, 10), verdict: 'short' },
      strategies: [{ strategy: 'majority', k: 3, verdict: 'short', feasible: true }],
    })
    // 1 attempt, then as long as none passed: Σ (1 − pass@j) = 1 + 0.58 + 13/30 + 0.34.
    expect(found.bottleneck.ceiling.expectedAttempts).toBeCloseTo(1.92 + 13 / 30, 12)
  })

  it('says what to do next', () => {
    expect(found.bottleneck.nextSteps).toEqual([
      { step: 'study-never-solved', cases: 14, k: 4, ceiling: near(0.72, 10) },
      {
        step: 'build-verifier',
        estimate: near(0.42, 10),
        ceiling: near(0.72, 10),
        k: 4,
      },
      { step: 'label-causes', labelled: 0, failures: 116 },
    ])
  })

  it('has the public shape', () => {
    expect(() => {
      expectSound(found)
    }).not.toThrow()
  })

  it('claims about these cases count trials instead of cases', () => {
    const fixed = assess({ ...tauBench(), others: [], scope: 'these-cases' })
    expect(fixed.scope).toBe('these-cases')
    expect(fixed.reliability.estimate).toBeCloseTo(0.42, 12)
    expect(fixed.levels[0]?.logEvidenceMeets).toBeCloseTo(-4.658790297533421, 9)
    expect(fixed.levels[0]?.logEvidenceShort).toBeCloseTo(67.16357188399041, 9)
    // The replays stay per case.
    expect(fixed.repeats).toEqual(found.repeats)
    expect(fixed.gapBar).toEqual(found.gapBar)
  })
})

describe('which level', () => {
  it('the target unless another is named', () => {
    expect(assess({ ...tauBench(), others: [] }).bottleneck.level).toBe('Unattended')
    const named = assess({ ...tauBench(), others: [], level: 'Assist' })
    expect(named.bottleneck.level).toBe('Assist')
    expect(named.target).toBe('Unattended')
  })

  it('fails for one the task does not have, naming those it has', () => {
    expect(assessUnknownLevel).toThrow(ExpectedFailure)
    expect(assessUnknownLevel).toThrow(/"Perfect".*"Assist", "Supervised", "Unattended"/)
  })

  it("a level's own α decides, and not the task's", () => {
    // 88 passes decide 0.95 at α = 0.05; more are needed at 0.001.
    const configuration = configurationRecord({
      plannedRepeats: 1,
      classes: [caseClass({ passes: 1, cases: 88 })],
    })
    const levels = [
      { name: 'usual', required: 0.95 },
      { name: 'strict', required: 0.95, alpha: 0.001 },
    ]
    const task = oneLevelTask({ levels, target: 'strict' })
    const found = assess({ task, configuration, others: [] })
    expect(found.levels.map((each) => [each.alpha, each.verdict])).toEqual([
      [0.05, 'meets'],
      [0.001, 'more-evidence'],
    ])
    expect(found.bottleneck.verdict).toBe('undecided')
    expect(assess({ task, configuration, others: [], level: 'usual' }).bottleneck).toMatchObject({
      verdict: 'none',
      nextSteps: [{ step: 'keep-watch', level: 'usual' }],
    })
  })

  it('once met, points at the next one that is not', () => {
    const configuration = configurationRecord({
      plannedRepeats: 4,
      classes: [caseClass({ passes: 4, cases: 100 })],
    })
    const task = completeTask({ name: 'airline', target: 'Assist' })
    expect(assess({ task, configuration, others: [] }).bottleneck).toMatchObject({
      verdict: 'none',
      nextSteps: [
        { step: 'keep-watch', level: 'Assist' },
        { step: 'try-next-level', level: 'Unattended', required: 0.99 },
      ],
    })
  })
})

describe('retry rows', () => {
  it('split into right, wrong and handed off, with their price', () => {
    const configuration = configurationRecord({
      plannedRepeats: 4,
      classes: [caseClass({ passes: 2, acceptedPasses: 1, acceptedFailures: 1, verdicts: 4, cases: 30 })],
      cost: { values: 120, sum: 12 },
      latency: { values: 60, sum: 60_000, p50: 900, p95: 2000, slowestOf: [] },
    })
    const { repeats, bottleneck } = assess({ task: oneLevelTask(), configuration, others: [] })
    expect(repeats.retry).toMatchObject([
      { k: 1 },
      {
        k: 2,
        right: { estimate: near(5 / 12, 12) },
        wrong: { estimate: near(5 / 12, 12) },
        handedOff: { estimate: near(1 / 6, 12) },
        expectedAttempts: near(1.5, 12),
        costUsd: near(0.15, 12),
        latencyMs: near(1500, 9),
      },
      { k: 3 },
      { k: 4 },
    ])
    // Latencies are known for some trials only: a vote waits for the slowest, which is not.
    const vote = bottleneck.strategies.find((each) => each.strategy === 'majority')
    expect(vote?.latencyMs).toEqual({ notMeasured: 'no-latency-logged' })
  })
})

describe('cost, latency, causes and segments', () => {
  const configuration = configurationRecord({
    plannedRepeats: 2,
    classes: [caseClass({ passes: 1, errors: 1, cases: 10 }), caseClass({ passes: 0, cases: 10 })],
    cost: { values: 20, sum: 5 },
    latency: { values: 40, sum: 80_000, p50: 1500, p95: 4000, slowestOf: [2000, 3000] },
    causes: [
      { cause: null, failures: 12 },
      { cause: 'tool-error', failures: 6 },
      { cause: 'struck-off', failures: 12 },
    ],
    segments: [{ segment: 'refund', classes: [caseClass({ passes: 1, cases: 10 })] }],
  })
  const found = assess({ task: oneLevelTask(), configuration, others: [] })

  it('a passed attempt costs what all attempts cost, divided by the passes', () => {
    // 0.25 USD an attempt, 40 attempts, 10 passes.
    expect(found.cost).toEqual({ meanUsd: 0.25, perPassUsd: 1 })
    expect(found.latency).toEqual({ meanMs: 2000, p50Ms: 1500, p95Ms: 4000 })
  })

  it('causes come most first and keep their key when struck off the list; unlabelled last', () => {
    expect(found.causes).toEqual([
      { cause: 'struck-off', name: null, lever: null, failures: 12, share: 0.4, cumulativeShare: 0.4 },
      {
        cause: 'tool-error',
        name: 'Tool or integration error',
        lever: 'product-engineering',
        failures: 6,
        share: 0.2,
        cumulativeShare: 0.6,
      },
      { cause: null, name: null, lever: null, failures: 12, share: 0.4, cumulativeShare: 1 },
    ])
  })

  it('segments have their own interval', () => {
    expect(found.segments).toMatchObject([{ segment: 'refund', cases: 10, estimate: 0.5 }])
    expect(found.segments[0]?.lower).toBeGreaterThan(0)
    expect(found.segments[0]?.upper).toBeLessThan(1)
  })
})

describe('degenerate records', () => {
  it.each(['new-cases', 'these-cases'] as const)('no trials, %s: everything is named', (scope) => {
    const found = assessed(configurationRecord({ plannedRepeats: 4, classes: [], causes: [] }), scope)
    const reason = { notMeasured: 'no-complete-cases' }
    expect(found.reliability).toEqual({ estimate: reason, lower: 0, upper: 1, nines: reason })
    expect(found.repeats.passAt).toHaveLength(4)
    expect(found.repeats.passAt[0]).toEqual({ k: 1, estimate: reason, lower: 0, upper: 1, cases: 0 })
    expect(found.repeats.retry).toEqual(reason)
    expect(found.gapBar).toEqual({ reliable: reason, flaky: reason, neverSolved: reason, k: 4 })
    expect(found.levels[0]).toMatchObject({ verdict: 'more-evidence', casesNeeded: reason })
    expect(found.bottleneck).toMatchObject({ verdict: 'undecided', leaning: null, strategies: [] })
    expect(found.bottleneck.nextSteps).toEqual([{ step: 'log-first-trials', plannedRepeats: 4 }])
    expectSound(found)
  })

  it('trials but no complete case: asks to complete them', () => {
    const empty = configurationRecord({ plannedRepeats: 4, classes: [], causes: [] })
    const counts = { ...empty.counts, cases: 3, trials: 5, notCounted: 5 }
    const found = assessed({ ...empty, counts })
    expect(found.bottleneck.nextSteps).toEqual([
      { step: 'complete-cases', incompleteCases: 3, plannedRepeats: 4 },
    ])
    expectSound(found)
  })

  it('these cases, and one of the list was never tried: no round is complete', () => {
    const record = configurationRecord({ plannedRepeats: 2, classes: [caseClass({ passes: 2, cases: 9 })] })
    const rounds = completeRounds({ rounds: 0, cases: 10, passes: 0 })
    const found = assessed({ ...record, completeRounds: rounds }, 'these-cases')
    expect(found.reliability.estimate).toEqual({ notMeasured: 'no-complete-cases' })
    expect(found.bottleneck.nextSteps).toEqual([
      { step: 'complete-cases', incompleteCases: 1, plannedRepeats: 2 },
    ])
  })

  it('these cases, still open: more rounds, not more cases', () => {
    const record = configurationRecord({ plannedRepeats: 4, classes: [caseClass({ passes: 4, cases: 10 })] })
    const found = assessed(record, 'these-cases')
    expect(found.levels[2]).toMatchObject({
      verdict: 'more-evidence',
      casesNeeded: { notMeasured: 'not-applicable' },
    })
    // 0.99 takes 449 passes in a row, 10 a round.
    expect(found.bottleneck.nextSteps[0]).toEqual({ step: 'log-more-repeats', repeats: 4, needed: 45 })
  })

  it.each([
    ['all pass', caseClass({ passes: 3, cases: 7 }), 1, { notMeasured: 'exactly-one' }],
    ['all fail', caseClass({ passes: 0, cases: 7 }), 0, 0],
    ['all errors', caseClass({ passes: 0, errors: 3, cases: 7 }), 0, 0],
    ['one case', caseClass({ passes: 3, cases: 1 }), 1, { notMeasured: 'exactly-one' }],
  ])('%s', (_, each, estimate, nines) => {
    const found = assessed(configurationRecord({ plannedRepeats: 3, classes: [each] }))
    expect(found.reliability).toMatchObject({ estimate, nines })
    expectSound(found)
  })

  it('no pass has no cost per pass', () => {
    const classes = [caseClass({ passes: 0, cases: 7 })]
    const found = assessed(configurationRecord({ plannedRepeats: 3, classes, cost: { values: 21, sum: 21 } }))
    expect(found.cost).toEqual({ meanUsd: 1, perPassUsd: { notMeasured: 'no-passes' } })
  })
})

/** A class of n trials in which every count is possible. */
const classOf = (n: number): fc.Arbitrary<CaseClass> =>
  fc.integer({ min: 0, max: n }).chain((passes) =>
    fc.integer({ min: 0, max: n - passes }).chain((errors) =>
      fc.record({
        passes: fc.constant(passes),
        errors: fc.constant(errors),
        acceptedPasses: fc.integer({ min: 0, max: passes }),
        acceptedFailures: fc.integer({ min: 0, max: n - passes - errors }),
        verdicts: fc.constantFrom(n, errors),
        cases: fc.integer({ min: 1, max: 200 }),
      }),
    ),
  )

const anyRecord = fc.integer({ min: 1, max: 7 }).chain((plannedRepeats) =>
  fc.record({
    plannedRepeats: fc.constant(plannedRepeats),
    classes: fc.array(classOf(plannedRepeats), { maxLength: 6 }),
    cost: fc.record({
      values: fc.integer({ min: 0, max: 3 }),
      sum: fc.double({ min: 0, max: 9, noNaN: true }),
    }),
  }),
)

const anyBudget = fc.record({
  maxCostUsd: fc.option(fc.double({ min: 0.001, max: 10, noNaN: true })),
  maxLatencyMs: fc.constant(null),
})

describe('any record', () => {
  it('gives an assessment of the public shape, in both scopes, with at most five next steps', () => {
    fc.assert(
      fc.property(
        anyRecord,
        anyBudget,
        fc.constantFrom('new-cases', 'these-cases'),
        (given, budget, scope) => {
          const configuration = configurationRecord(given)
          const other = { ...configuration, name: 'model B', moreComputeThan: 'model A' }
          const found = assess({ task: oneLevelTask({ budget }), configuration, others: [other], scope })
          expectSound(found)
          const { verdict, nextSteps, chosen } = found.bottleneck
          expect(nextSteps.length).toBeLessThanOrEqual(5)
          expect(chosen !== null).toBe(verdict === 'inference-scaling')
        },
      ),
      { numRuns: 150 },
    )
  })

  it('does not depend on the order of the classes, and 1 = reliable + flaky + never solved', () => {
    fc.assert(
      fc.property(anyRecord, (given) => {
        fc.pre(given.classes.length > 0)
        const task = oneLevelTask()
        const found = assess({ task, configuration: configurationRecord(given), others: [] })
        const turned = { ...given, classes: given.classes.toReversed() }
        const again = assess({ task, configuration: configurationRecord(turned), others: [] })
        expect(again.bottleneck.verdict).toBe(found.bottleneck.verdict)
        const { reliable, flaky, neverSolved } = found.gapBar
        expect(Number(reliable) + Number(flaky) + Number(neverSolved)).toBeCloseTo(1, 12)
        expect(found.repeats.passAt[0]?.estimate).toBeCloseTo(Number(found.reliability.estimate), 12)
        expect(found.repeats.passAll[0]?.estimate).toBeCloseTo(Number(found.reliability.estimate), 12)
      }),
      { numRuns: 100 },
    )
  })
})
