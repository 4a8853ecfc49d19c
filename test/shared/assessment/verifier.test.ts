import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from '../../../shared/assessment/index.ts'
import type { Assessment } from '../../../shared/domain/assessment.ts'
import type { NotMeasuredReason } from '../../../shared/domain/measured.ts'
import type { CaseClass, ConfigurationRecord } from '../../../shared/domain/record.ts'
import type { NewTask } from '../../../shared/domain/task.ts'
import { caseClass, configurationRecord, oneLevelTask } from './records.ts'
import { casesFor, wealth } from './wealth.ts'

type Measured<T> = Exclude<T, { readonly notMeasured: NotMeasuredReason }>
type Verifier = Measured<Assessment['verifier']>

const near = (value: number, decimals = 12): unknown => expect.closeTo(value, decimals)

/** n = 4: accepts two of three passes and no failure in `few`, the one pass and two of three failures in `many`. */
const few = (cases: number) => caseClass({ passes: 3, acceptedPasses: 2, verdicts: 4, cases })
const many = (cases: number) =>
  caseClass({ passes: 1, acceptedPasses: 1, acceptedFailures: 2, verdicts: 4, cases })

function recordOf(classes: readonly CaseClass[], given: Partial<ConfigurationRecord> = {}) {
  return configurationRecord({ plannedRepeats: 4, classes, ...given })
}

function verifierOf(configuration: ConfigurationRecord, task: Partial<NewTask> = {}): Verifier {
  const { verifier } = assess({ task: oneLevelTask(task), configuration, others: [] })
  if ('notMeasured' in verifier) throw new Error(verifier.notMeasured)
  return verifier
}

function utilityOf(configuration: ConfigurationRecord, wrongCost: number): Measured<Verifier['utility']> {
  const { utility } = verifierOf(configuration, { wrongCost })
  if ('notMeasured' in utility) throw new Error(utility.notMeasured)
  return utility
}

describe('what the verifier accepts', () => {
  it('by hand, over cases with unequal numbers of passes', () => {
    const { trueAccept, falseAccept } = verifierOf(recordOf([few(10), many(30)]))
    // 10·2 + 30·1 of 10·3 + 30·1 passes; 30·2 of 10·1 + 30·3 failures.
    expect(trueAccept).toMatchObject({ estimate: near(50 / 60), trials: 60 })
    expect(falseAccept).toMatchObject({ estimate: near(60 / 100), trials: 100 })
    expect(trueAccept.lower).toBeLessThan(50 / 60)
    expect(trueAccept.upper).toBeGreaterThan(50 / 60)
  })

  it('nothing passed: no share of the passes, and the whole width of it open', () => {
    const { trueAccept, falseAccept, right, rightIfPerfect, closes } = verifierOf(
      recordOf([caseClass({ passes: 0, acceptedFailures: 1, verdicts: 4, cases: 20 })]),
    )
    expect(trueAccept).toEqual({ estimate: { notMeasured: 'no-passes' }, lower: 0, upper: 1, trials: 0 })
    expect(falseAccept).toMatchObject({ estimate: near(0.25), trials: 80 })
    expect([right.estimate, rightIfPerfect.estimate, closes]).toEqual([0, 0, 0])
  })

  it('nothing failed: no share of the failures', () => {
    const { falseAccept, trueAccept, closes } = verifierOf(
      recordOf([caseClass({ passes: 4, acceptedPasses: 3, verdicts: 4, cases: 20 })]),
    )
    expect(falseAccept).toEqual({ estimate: { notMeasured: 'no-failures' }, lower: 0, upper: 1, trials: 0 })
    expect(trueAccept).toMatchObject({ estimate: near(0.75), trials: 80 })
    // One attempt is as reliable as the level asks already: there is no way to close.
    expect(closes).toEqual({ notMeasured: 'not-applicable' })
  })

  it('errors are failures that it rejects', () => {
    const { falseAccept } = verifierOf(
      recordOf([caseClass({ passes: 2, acceptedPasses: 2, errors: 2, verdicts: 4, cases: 5 })]),
    )
    expect(falseAccept).toMatchObject({ estimate: 0, trials: 10 })
  })

  it.each([
    [[], 'no-complete-cases'],
    [[caseClass({ passes: 1, verdicts: 3, cases: 1 })], 'no-verifier-verdicts'],
    [[caseClass({ passes: 1, cases: 1 })], 'no-verifier-verdicts'],
  ])('without all the verdicts is not measured: %j', (classes, reason) => {
    const { verifier } = assess({ task: oneLevelTask(), configuration: recordOf(classes), others: [] })
    expect(verifier).toEqual({ notMeasured: reason })
  })
})

describe('what a perfect one would add', () => {
  it('by hand, with all planned repeats', () => {
    const found = verifierOf(recordOf([few(10), many(10)]))
    // Every case of `few` ends right; those of `many` in one of three orders. A perfect one is always right.
    expect(found).toMatchObject({
      k: 4,
      cases: 20,
      right: { estimate: near(2 / 3) },
      rightIfPerfect: { estimate: near(1) },
      addedIfPerfect: { estimate: near(1 / 3) },
      // From 0.5 to 0.9: 1/6 of 0.4; a perfect one would pass 0.9 and closes all of it.
      closes: near(5 / 12),
      closesIfPerfect: 1,
    })
  })

  it('a perfect verifier leaves nothing to add', () => {
    const perfect = [
      caseClass({ passes: 3, acceptedPasses: 3, verdicts: 4, cases: 10 }),
      caseClass({ passes: 0, verdicts: 4, cases: 10 }),
    ]
    const found = verifierOf(recordOf(perfect))
    expect(found.right).toEqual(found.rightIfPerfect)
    expect(found.addedIfPerfect.estimate).toBe(0)
    expect(found.trueAccept.estimate).toBe(1)
    expect(found.falseAccept.estimate).toBe(0)
  })

  it.each([
    ['accepts everything', { acceptedPasses: 2, acceptedFailures: 2 }, 0.5],
    ['rejects everything', {}, 0],
  ])('one that %s delivers as much at any depth', (_, accepted, right) => {
    const found = verifierOf(recordOf([caseClass({ passes: 2, verdicts: 4, cases: 10, ...accepted })]))
    expect(found.right.estimate).toBe(right)
    expect(found.addedIfPerfect.estimate).toBeCloseTo(1 - right, 14)
    // 0.5 of attempts pass, 0.9 are asked for: nothing is closed, or more than is missing is lost.
    expect(found.closes).toBeCloseTo((right - 0.5) / 0.4, 12)
  })

  const priced = { cost: { values: 80, sum: 80 } }

  it('with as many attempts as the budget pays for', () => {
    // A perfect verifier expects 1 attempt, 1.5 with two (half the first attempts fail), then 1 + 0.5 + 0.25 …
    const found = verifierOf(recordOf([few(10), many(10)], priced), {
      budget: { maxCostUsd: 1.6, maxLatencyMs: null },
    })
    expect(found).toMatchObject({
      k: 2,
      // `few`: 1 − C(2,2)/C(4,2) = 5/6; `many`: one of three accepted, and one is always among two.
      right: { estimate: near((5 / 6 + 1 / 3) / 2) },
      // `few`: always; `many`: 1 − C(3,2)/C(4,2) = 1/2.
      rightIfPerfect: { estimate: near(0.75) },
    })
  })

  it('with all planned ones where it pays for no second one', () => {
    const found = verifierOf(recordOf([few(10), many(10)], priced), {
      budget: { maxCostUsd: 1, maxLatencyMs: null },
    })
    expect(found).toMatchObject({ k: 4, rightIfPerfect: { estimate: near(1) } })
  })

  it('a single planned repeat has one attempt', () => {
    const one = configurationRecord({
      plannedRepeats: 1,
      classes: [caseClass({ passes: 1, acceptedPasses: 1, verdicts: 1, cases: 3 })],
    })
    expect(verifierOf(one)).toMatchObject({ k: 1, right: { estimate: 1 } })
    expect(utilityOf(one, 2)).toMatchObject({ bestK: 1, hurtsFrom: null, hurtsShownFrom: null })
  })
})

describe('k* and where more attempts hurt', () => {
  // right(k): `few` 1/2, 5/6, 1, 1; `many` 1/4, 1/3, 1/3, 1/3. wrong(k): `many` alone, 1/2, 2/3, 2/3, 2/3.
  it.each([
    [0, [3 / 8, 7 / 12, 2 / 3, 2 / 3], 3, null],
    [1, [1 / 8, 1 / 4, 1 / 3, 1 / 3], 3, null],
    [5, [-7 / 8, -13 / 12, -1, -1], 1, 2],
    // 3/8 − w/4 against 2/3 − w/3: equal at w = 3.5, and the fewer attempts are enough.
    [3.5, [-1 / 2, -7 / 12, -1 / 2, -1 / 2], 1, 2],
    [1e300, [-1e300 / 4, -1e300 / 3, -1e300 / 3, -1e300 / 3], 1, 2],
  ] as const)('by hand, w = %d', (wrongCost, utilities, bestK, hurtsFrom) => {
    const found = utilityOf(recordOf([few(10), many(10)]), wrongCost)
    expect(found).toMatchObject({ wrongCost, bestK, hurtsFrom })
    for (const [index, { k, estimate }] of found.byAttempts.entries()) {
      expect(k).toBe(index + 1)
      expect(Number(estimate) / (1 + wrongCost)).toBeCloseTo((utilities[index] ?? 0) / (1 + wrongCost), 12)
    }
  })

  it('hurting is shown with evidence only', () => {
    // 1 against 4 attempts: −1/2 in `few`, 3/4 in `many` of a width of 6: 11/24 and 9/16, mean 49/96.
    expect(utilityOf(recordOf([few(10), many(10)]), 5).hurtsShownFrom).toBeNull()
    expect(utilityOf(recordOf([few(10_000), many(10_000)]), 5).hurtsShownFrom).toBe(2)
  })

  it('evidence is asked for at α over the number of depths', () => {
    // One class alone, of score 9/16. 1/α is 20; four depths make it 80.
    const enough = casesFor(80, 1 / 8)
    expect(wealth(enough - 1, 1 / 8)).toBeGreaterThan(20)
    expect(utilityOf(recordOf([many(enough - 1)]), 5)).toMatchObject({ hurtsFrom: 2, hurtsShownFrom: null })
    expect(utilityOf(recordOf([many(enough)]), 5)).toMatchObject({ hurtsFrom: 2, hurtsShownFrom: 2 })
  })

  it('is shown from the depth on that is shown itself, as every greater one is', () => {
    // One wrong answer of four is accepted: k/4 wrong. At w = 1, k attempts lose (k − 1)/4 of a width of 2 against one.
    const [all, three, two] = [casesFor(80, 3 / 8), casesFor(80, 2 / 8), casesFor(80, 1 / 8)] as const
    const shown = [all - 1, all, three - 1, three, two - 1, two].map((count) => {
      const wrong = caseClass({ passes: 0, acceptedFailures: 1, verdicts: 4, cases: count })
      const found = utilityOf(recordOf([wrong]), 1)
      expect(found).toMatchObject({ bestK: 1, hurtsFrom: 2 })
      return found.hurtsShownFrom
    })
    expect(shown).toEqual([null, 4, 4, 3, 3, 2])
  })

  it.each([
    // 2/4 right against 1/4 wrong: even at w = 2, and handing over is then no better.
    [1.9, false],
    [2, false],
    [2.1, true],
  ])('handing every task over is worth 0: better than any attempt at w = %d is %s', (wrongCost, better) => {
    const even = caseClass({ passes: 2, acceptedPasses: 2, acceptedFailures: 1, verdicts: 4, cases: 10 })
    expect(utilityOf(recordOf([even]), wrongCost).handingOverServesBetter).toBe(better)
  })

  it.each([
    ['accepts everything', { acceptedPasses: 1, acceptedFailures: 3 }],
    ['rejects everything', {}],
  ])('where the verifier %s, more attempts change nothing and so hurt nothing', (_, accepted) => {
    const found = utilityOf(recordOf([caseClass({ passes: 1, verdicts: 4, cases: 10, ...accepted })]), 5)
    expect(found).toMatchObject({ bestK: 1, hurtsFrom: null, hurtsShownFrom: null })
  })

  it('a perfect verifier never hurts, whatever a wrong answer costs', () => {
    const perfect = recordOf([caseClass({ passes: 1, acceptedPasses: 1, verdicts: 4, cases: 10 })])
    expect(utilityOf(perfect, 1e16)).toMatchObject({ bestK: 4, hurtsFrom: null })
    expect(utilityOf(perfect, 1e16).byAttempts.map((each) => each.estimate)).toEqual([0.25, 0.5, 0.75, 1])
  })

  it('is not asked where nobody said what a wrong answer costs', () => {
    expect(verifierOf(recordOf([few(10)])).utility).toEqual({ notMeasured: 'no-wrong-cost' })
  })
})

type Trial = 'pass' | 'wrong' | 'rejected'

function orders(trials: readonly Trial[]): readonly (readonly Trial[])[] {
  if (trials.length === 0) return [[]]
  return trials.flatMap((first, index) => orders(trials.toSpliced(index, 1)).map((rest) => [first, ...rest]))
}

/** Share of all orders in which the first accepted of k trials is of the kind. */
function shareOf(all: readonly (readonly Trial[])[], k: number, kind: Trial): number {
  const ends = all.map((order) => order.slice(0, k).find((trial) => trial !== 'rejected'))
  return ends.filter((end) => end === kind).length / all.length
}

const n = 4
const anyCase = fc.integer({ min: 0, max: n }).chain((passes) =>
  fc.record({
    passes: fc.constant(passes),
    acceptedPasses: fc.integer({ min: 0, max: passes }),
    acceptedFailures: fc.integer({ min: 0, max: n - passes }),
    cases: fc.integer({ min: 1, max: 60 }),
  }),
)

/** Utility at every depth, every order of every case counted. */
function replayed(cases: readonly Omit<CaseClass, 'errors' | 'verdicts'>[], wrongCost: number) {
  const total = cases.reduce((sum, each) => sum + each.cases, 0)
  const all = cases.map(({ acceptedPasses, acceptedFailures }) =>
    orders([
      ...Array.from({ length: acceptedPasses }, () => 'pass' as const),
      ...Array.from({ length: acceptedFailures }, () => 'wrong' as const),
      ...Array.from({ length: n - acceptedPasses - acceptedFailures }, () => 'rejected' as const),
    ]),
  )
  return [1, 2, 3, 4].map((k) =>
    cases.reduce((sum, each, index) => {
      const found = all[index] ?? []
      return sum + (each.cases / total) * (shareOf(found, k, 'pass') - wrongCost * shareOf(found, k, 'wrong'))
    }, 0),
  )
}

describe('any verifier', () => {
  const anyCases = fc.array(anyCase, { minLength: 1, maxLength: 4 })

  it('k* and what it hurts from are those of a replay of every order', () => {
    fc.assert(
      fc.property(anyCases, fc.constantFrom(0, 0.5, 1, 3, 20), (cases, wrongCost) => {
        const record = recordOf(cases.map((each) => caseClass({ ...each, verdicts: n })))
        const found = utilityOf(record, wrongCost)
        const utilities = replayed(cases, wrongCost)
        const best = Math.max(...utilities)
        const bestK = utilities.findIndex((each) => each > best - 1e-9) + 1
        const worse = utilities.findIndex((each, index) => index + 1 > bestK && each < best - 1e-9)
        expect([found.bestK, found.hurtsFrom]).toEqual([bestK, worse < 0 ? null : worse + 1])
        expect(wrongCost > 0 || found.hurtsFrom === null).toBe(true)
        const shown = found.hurtsShownFrom === null ? [] : utilities.slice(found.hurtsShownFrom - 1)
        expect(found.hurtsShownFrom ?? n).toBeGreaterThanOrEqual(found.hurtsFrom ?? n)
        expect(shown.filter((each) => each > best - 1e-9)).toEqual([])
        expect(found.handingOverServesBetter).toBe(best < -1e-9)
        for (const [index, each] of found.byAttempts.entries()) {
          expect(each.estimate).toBeCloseTo(utilities[index] ?? 0, 10)
          expect(each.lower).toBeGreaterThanOrEqual(-wrongCost)
          expect(each.upper).toBeLessThanOrEqual(1 + 1e-12)
        }
      }),
    )
  })

  it('is right no more often than a perfect one, by what that would add', () => {
    fc.assert(
      fc.property(anyCases, (cases) => {
        const record = recordOf(cases.map((each) => caseClass({ ...each, verdicts: n })))
        const { right, rightIfPerfect, addedIfPerfect, closes, closesIfPerfect } = verifierOf(record)
        expect(Number(right.estimate)).toBeLessThanOrEqual(Number(rightIfPerfect.estimate) + 1e-12)
        expect(addedIfPerfect.lower).toBeGreaterThanOrEqual(0)
        expect(Number(rightIfPerfect.estimate) - Number(right.estimate)).toBeCloseTo(
          Number(addedIfPerfect.estimate),
          12,
        )
        const shares = [closes, closesIfPerfect].map((each) => (typeof each === 'number' ? each : 0))
        expect(shares[0]).toBeLessThanOrEqual((shares[1] ?? 0) + 1e-9)
      }),
    )
  })
})
