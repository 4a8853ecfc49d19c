import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareConfigurations, comparePair, countComparisons } from '../../../shared/assessment/index.ts'
import { pairComparison, type PairComparison } from '../../../shared/domain/comparison.ts'
import type { ConfigurationRecord, JointClass } from '../../../shared/domain/record.ts'
import { caseClass, completeRounds, configurationRecord, oneLevelTask } from './records.ts'

const near = (value: number, decimals = 10): unknown => expect.closeTo(value, decimals)

function pairOf(joint: readonly JointClass[], plannedRepeats = 1, comparisons = 1): PairComparison {
  const nobody = { count: 0, cases: [] }
  const unpaired = { onlyFirst: nobody, onlySecond: nobody }
  const given = { first: 'A', second: 'B', joint, plannedRepeats, alpha: 0.05, comparisons }
  return pairComparison.parse(comparePair({ ...given, ...unpaired }))
}

/** A pair in which the first passes each of so many cases and the second none. */
function firstPasses(shared: number, comparisons: number): PairComparison {
  return pairOf([{ passes: [1, 0], cases: shared }], 1, comparisons)
}

/** Average wealth after so many scores against a half: Π (1 + c · (2x − 1)). */
function wealth(...scores: readonly (readonly [number, number])[]): number {
  const stakes = Array.from({ length: 64 }, (_, j) => (j + 0.5) / 64)
  const products = stakes.map((stake) =>
    scores.reduce((product, [count, score]) => product * (1 + stake * (2 * score - 1)) ** count, 1),
  )
  return products.reduce((sum, each) => sum + each, 0) / 64
}

describe('a pair', () => {
  it('by hand: 4 repeats, and cases that only one completed say nothing', () => {
    const joint = [
      { passes: [4, 2], cases: 3 },
      { passes: [1, 2], cases: 1 },
      { passes: [4, null], cases: 50 },
      { passes: [null, 0], cases: 20 },
    ]
    // Differences ½, ½, ½, −¼; scores ¾ and ⅜.
    expect(pairOf(joint, 4)).toMatchObject({
      sharedCases: 4,
      difference: { estimate: near(0.3125) },
      verdict: 'more-evidence',
      logEvidenceFirst: near(Math.log(wealth([3, 0.75], [1, 0.375]))),
      logEvidenceSecond: near(Math.log(wealth([3, 0.25], [1, 0.625]))),
    })
  })

  it('is decided at α over the number of pairs, and its interval is not', () => {
    // One case after another that only the first passes: evidence of 20 comes before that of 60.
    const counts = Array.from({ length: 30 }, (_, index) => index)
    const [one = 0, three = 0] = [20, 60].map((odds) => counts.find((count) => wealth([count, 1]) >= odds))
    expect(three).toBeGreaterThan(one)
    expect(firstPasses(one - 1, 1).verdict).toBe('more-evidence')
    expect(firstPasses(one, 1)).toMatchObject({ verdict: 'first-better', casesNeeded: null })
    expect(firstPasses(one, 3)).toMatchObject({
      verdict: 'more-evidence',
      difference: firstPasses(one, 1).difference,
    })
    expect(firstPasses(three, 3).verdict).toBe('first-better')
    expect(firstPasses(three - 1, 3)).toMatchObject({ verdict: 'more-evidence', casesNeeded: 1 })
  })

  it.each([
    ['no case at all', []],
    ['no case that both completed', [{ passes: [1, null], cases: 9 }]],
  ])('with %s has no difference, and no count of cases would be a guess', (_, joint) => {
    expect(pairOf(joint)).toMatchObject({
      sharedCases: 0,
      difference: { estimate: { notMeasured: 'no-shared-cases' }, lower: -1, upper: 1 },
      verdict: 'more-evidence',
      logEvidenceFirst: 0,
      logEvidenceSecond: 0,
      casesNeeded: { notMeasured: 'no-shared-cases' },
    })
  })

  it('of equals will not be decided by more of the same', () => {
    expect(pairOf([{ passes: [1, 1], cases: 1_000_000 }])).toMatchObject({
      difference: { estimate: 0 },
      verdict: 'more-evidence',
      casesNeeded: { notMeasured: 'not-reachable' },
    })
  })

  it('knows the cases it still needs where the second leads too', () => {
    const { casesNeeded } = pairOf([
      { passes: [0, 1], cases: 6 },
      { passes: [1, 0], cases: 3 },
    ])
    const mirrored = pairOf([
      { passes: [1, 0], cases: 6 },
      { passes: [0, 1], cases: 3 },
    ])
    expect(casesNeeded).toBeGreaterThan(0)
    expect(casesNeeded).toEqual(mirrored.casesNeeded)
  })
})

describe('swapping the names', () => {
  const joint = fc.array(
    fc.record({
      passes: fc.tuple(
        fc.option(fc.integer({ min: 0, max: 4 }), { freq: 4 }),
        fc.option(fc.integer({ min: 0, max: 4 }), { freq: 4 }),
      ),
      cases: fc.integer({ min: 1, max: 80 }),
    }),
    { maxLength: 6 },
  )
  const mirrored = {
    'first-better': 'second-better',
    'second-better': 'first-better',
    'more-evidence': 'more-evidence',
  } as const

  it('mirrors everything', () => {
    fc.assert(
      fc.property(joint, fc.constantFrom(1, 6), (given, comparisons) => {
        const there = pairOf(given, 4, comparisons)
        const swapped = given.map(({ passes: [first, second], cases }) => ({
          passes: [second, first],
          cases,
        }))
        const back = pairOf(swapped, 4, comparisons)
        expect(back.verdict).toBe(mirrored[there.verdict])
        expect(back.sharedCases).toBe(there.sharedCases)
        expect(back.casesNeeded).toEqual(there.casesNeeded)
        expect(back.logEvidenceFirst).toBeCloseTo(there.logEvidenceSecond, 9)
        expect(Math.abs(back.difference.lower + there.difference.upper)).toBeLessThan(2.2e-6)
        const estimates = [there, back].map(({ difference: { estimate } }) =>
          typeof estimate === 'number' ? estimate : 0,
        )
        expect((estimates[0] ?? 1) + (estimates[1] ?? 1)).toBeCloseTo(0, 12)
      }),
    )
  })
})

/** One repeat a case; the price of an attempt where one is given. */
function configuration(
  name: string,
  passes: number,
  failures: number,
  costUsd: number | null = null,
): ConfigurationRecord {
  const trials = passes + failures
  return configurationRecord({
    name,
    plannedRepeats: 1,
    classes: [caseClass({ passes: 1, cases: passes }), caseClass({ passes: 0, cases: failures })].filter(
      (each) => each.cases > 0,
    ),
    cost: costUsd === null ? { values: 0, sum: 0 } : { values: trials, sum: trials * costUsd },
  })
}

describe('how many pairs there are to look at', () => {
  it.each([
    [0, 0, 1],
    [1, 0, 1],
    [2, 0, 1],
    [3, 0, 3],
    [4, 0, 6],
    // Those without a complete case cannot be compared.
    [4, 3, 6],
    [1, 5, 1],
  ])('%i with complete cases and %i without make %i', (measured, empty, pairs) => {
    const records = Array.from({ length: measured + empty }, (_, index) =>
      configuration(`c${index}`, index < measured ? 5 : 0, 0),
    )
    expect(countComparisons(records)).toBe(pairs)
  })
})

/** Name → what keeps it off the frontier; null on it, undefined where that is not measured. */
function frontier(...records: readonly ConfigurationRecord[]) {
  const compared = compareConfigurations(oneLevelTask(), records)
  return Object.fromEntries(
    compared.map((each) => [each.configuration, each.onFrontier === null ? undefined : each.dominatedBy]),
  )
}

describe('the cost frontier', () => {
  it('holds what nothing beats in both, and names the most reliable of those that do', () => {
    const found = frontier(
      configuration('cheap', 5, 5, 0.1),
      configuration('worse', 4, 6, 0.2),
      configuration('middle', 7, 3, 0.3),
      configuration('dear', 7, 3, 0.4),
      configuration('best', 9, 1, 0.5),
      configuration('waste', 6, 4, 0.9),
    )
    expect(found).toEqual({
      cheap: null,
      worse: 'cheap',
      middle: null,
      dear: 'middle',
      best: null,
      waste: 'best',
    })
  })

  it('holds both of two that are the same', () => {
    expect(frontier(configuration('a', 5, 5, 0.1), configuration('b', 5, 5, 0.1))).toEqual({
      a: null,
      b: null,
    })
  })

  it('of equally reliable ones holds the cheaper, of equally dear ones the more reliable', () => {
    expect(frontier(configuration('a', 5, 5, 0.1), configuration('b', 5, 5, 0.2))).toEqual({
      a: null,
      b: 'a',
    })
    expect(frontier(configuration('a', 5, 5, 0.1), configuration('b', 6, 4, 0.1))).toEqual({
      a: 'b',
      b: null,
    })
  })

  it('of several that beat one equally reliably names the cheapest', () => {
    const found = frontier(
      configuration('a', 8, 2, 0.3),
      configuration('b', 8, 2, 0.2),
      configuration('c', 7, 3, 0.4),
    )
    expect(found).toMatchObject({ a: 'b', b: null, c: 'b' })
  })

  it('says nothing where a cost or a reliability is missing, and goes by the others', () => {
    expect(
      frontier(
        configuration('no cost', 10, 0),
        configuration('free', 2, 8, 0),
        configuration('nothing complete', 0, 0, 0.1),
        configuration('paid', 1, 9, 0.1),
      ),
    ).toEqual({ 'no cost': undefined, free: null, 'nothing complete': undefined, paid: 'free' })
  })

  it('is never empty, and nobody on it beats another', () => {
    const anyConfiguration = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 3 }))
    fc.assert(
      fc.property(fc.array(anyConfiguration, { minLength: 1, maxLength: 6 }), (given) => {
        const records = given.map(([passes, cost], index) =>
          configuration(`c${index}`, passes, 6 - passes, cost),
        )
        const found = compareConfigurations(oneLevelTask(), records)
        const on = found.flatMap(({ onFrontier }, index) => (onFrontier === true ? [given[index]] : []))
        expect(on.length).toBeGreaterThan(0)
        for (const [passes = 0, cost = 0] of on.map((each) => each ?? [])) {
          expect(given.some(([p, c]) => p >= passes && c <= cost && (p > passes || c < cost))).toBe(false)
        }
        for (const { dominatedBy } of found) {
          const by = found.find((each) => each.configuration === dominatedBy)
          expect(dominatedBy === null || by?.onFrontier === true).toBe(true)
        }
      }),
    )
  })
})

describe('configurations side by side', () => {
  it("each against every level at the level's own α, over all its complete cases", () => {
    const levels = [
      { name: 'usual', required: 0.9 },
      { name: 'strict', required: 0.9, alpha: 0.001 },
    ]
    // 43 passes decide 0.9 at 0.05.
    const [found] = compareConfigurations(oneLevelTask({ levels, target: 'usual' }), [
      configuration('A', 43, 0, 0.5),
    ])
    expect(found).toMatchObject({
      configuration: 'A',
      completeCases: 43,
      reliability: { estimate: 1, upper: 1 },
      levels: [
        { name: 'usual', required: 0.9, verdict: 'meets' },
        { name: 'strict', required: 0.9, verdict: 'more-evidence' },
      ],
      costUsd: near(0.5),
      latencyMs: { notMeasured: 'no-latency-logged' },
    })
  })

  it("a claim about this list is about its complete rounds' trials", () => {
    const record = configurationRecord({
      plannedRepeats: 4,
      classes: [caseClass({ passes: 4, cases: 10 })],
      completeRounds: completeRounds({ rounds: 2, cases: 20, passes: 10 }),
    })
    const [found] = compareConfigurations(oneLevelTask({ scope: 'these-cases' }), [record])
    expect(found).toMatchObject({ completeCases: 10, reliability: { estimate: 0.25 } })
  })

  it('none are none', () => {
    expect(compareConfigurations(oneLevelTask(), [])).toEqual([])
  })
})

describe('one of several configurations', () => {
  const task = oneLevelTask({ levels: [{ name: 'Ready', required: 0.95 }] })
  const verdictAmong = (others: readonly ConfigurationRecord[]) => {
    // 88 passes in a row are what 0.95 takes at α = 0.05, and not one less.
    const picked = configurationRecord({ plannedRepeats: 1, classes: [caseClass({ passes: 1, cases: 88 })] })
    return compareConfigurations(task, [picked, ...others])[0]?.levels[0]?.verdict
  }
  const other = configurationRecord({
    name: 'other',
    plannedRepeats: 1,
    classes: [caseClass({ passes: 0, cases: 3 })],
  })

  it('meets a level at α over their number, since one of them is picked', () => {
    expect(verdictAmong([])).toBe('meets')
    expect(verdictAmong([other])).toBe('more-evidence')
  })

  it('is not one of more for a configuration that nothing was completed with', () => {
    expect(verdictAmong([configurationRecord({ name: 'other', plannedRepeats: 1, classes: [] })])).toBe(
      'meets',
    )
  })
})
