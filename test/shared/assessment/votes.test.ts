import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from '../../../shared/assessment/index.ts'
import { countVotes } from '../../../shared/assessment/votes.ts'
import type { Assessment } from '../../../shared/domain/assessment.ts'
import type { NotMeasuredReason } from '../../../shared/domain/measured.ts'
import type { AnswerClass, ConfigurationRecord } from '../../../shared/domain/record.ts'
import { majorityOf } from '../../../shared/statistics/replays.ts'
import { caseClass, configurationRecord, oneLevelTask } from './records.ts'

type Plurality = Exclude<Assessment['repeats']['plurality'], { readonly notMeasured: NotMeasuredReason }>

/** Groups as [trials, passes among them], the trials left over without an answer. */
function answers(
  plannedRepeats: number,
  cases: number,
  ...groups: readonly (readonly [number, number])[]
): AnswerClass {
  const given = groups.map(([count, passes]) => ({ count, passes }))
  return { groups: given, blanks: plannedRepeats - given.reduce((sum, each) => sum + each.count, 0), cases }
}

function recordOf(plannedRepeats: number, ...classes: readonly AnswerClass[]): ConfigurationRecord {
  return configurationRecord({
    plannedRepeats,
    answers: classes,
    classes: classes.map(({ groups, blanks, cases }) =>
      caseClass({ passes: groups.reduce((sum, each) => sum + each.passes, 0), errors: blanks, cases }),
    ),
  })
}

function pluralityOf(configuration: ConfigurationRecord): Plurality {
  const { plurality } = assess({ task: oneLevelTask(), configuration, others: [] }).repeats
  if ('notMeasured' in plurality) throw new Error(plurality.notMeasured)
  return plurality
}

const estimates = ({ rows }: Plurality) => rows.map(({ k, estimate, cases }) => [k, estimate, cases])
const near = (value: number): unknown => expect.closeTo(value, 12)

describe('a vote on the logged answers', () => {
  it('by hand: three right ones against two wrong ones that differ, in one of two cases', () => {
    // k = 1: 3/5. k = 3 of 10 draws: seven have two right ones, three have all different answers. k = 5: always.
    const found = pluralityOf(recordOf(5, answers(5, 1, [3, 3], [1, 0], [1, 0]), answers(5, 1, [5, 0])))
    expect(estimates(found)).toEqual([
      [1, near(0.3), 2],
      [3, near(0.4), 2],
      [5, near(0.5), 2],
    ])
    expect(found.simulation).toBeNull()
  })

  it('errors do not vote: one answer of three trials decides whenever it is drawn', () => {
    // k = 1: a third; k = 3: it is there, alone, and right.
    const found = pluralityOf(recordOf(3, answers(3, 4, [1, 1])))
    expect(estimates(found)).toEqual([
      [1, near(1 / 3), 4],
      [3, 1, 4],
    ])
  })

  it('delivers nothing where nobody answered', () => {
    expect(estimates(pluralityOf(recordOf(3, answers(3, 7))))).toEqual([
      [1, 0, 7],
      [3, 0, 7],
    ])
  })

  it('where graders disagreed about an answer, it is right as often as they said', () => {
    expect(estimates(pluralityOf(recordOf(3, answers(3, 2, [3, 2]))))).toEqual([
      [1, near(2 / 3), 2],
      [3, near(2 / 3), 2],
    ])
  })

  it('is a strategy at every odd depth, priced like a majority', () => {
    const { bottleneck } = assess({
      task: oneLevelTask(),
      configuration: recordOf(5, answers(5, 30, [3, 3], [1, 0], [1, 0])),
      others: [],
    })
    const tried = bottleneck.strategies.map((each) => [each.strategy, each.k, each.estimate])
    expect(tried).toEqual([
      ['majority', 3, near(0.7)],
      ['majority', 5, 1],
      ['plurality', 3, near(0.8)],
      ['plurality', 5, 1],
    ])
  })

  it.each([
    ['no complete case', [], [], 'no-complete-cases'],
    ['an answer missing', null, [caseClass({ passes: 1, cases: 3 })], 'no-answers-logged'],
  ] as const)('with %s is not measured', (_, given, classes, notMeasured) => {
    const configuration = configurationRecord({ plannedRepeats: 3, answers: given, classes })
    const { repeats, bottleneck } = assess({ task: oneLevelTask(), configuration, others: [] })
    expect(repeats.plurality).toEqual({ notMeasured })
    expect(bottleneck.strategies.some((each) => each.strategy === 'plurality')).toBe(false)
  })
})

/** So many kinds of cases, each with two answers. */
function kindsOf(number: number, plannedRepeats: number): ConfigurationRecord {
  const kind = answers(plannedRepeats, 1, [40, 40], [plannedRepeats - 40, 0])
  return configurationRecord({
    plannedRepeats,
    classes: [],
    answers: Array.from({ length: number }, () => kind),
  })
}

describe('simulated votes', () => {
  // Beyond 64 trials. Two answers, one of them right: a vote is a majority.
  const two = recordOf(65, answers(65, 10, [40, 40], [25, 0]), answers(65, 10, [30, 30], [35, 0]))

  it('are near what the exact chances are, within four of the errors they tell', () => {
    const { rows, simulation } = pluralityOf(two)
    // 20,000,000 / (10 · 65 · 2) would be more than the 1000 runs that are enough.
    expect(simulation).toEqual({
      runs: 1000,
      seed: 1,
      // ½ · √(2 · (½)² / 1000)
      standardErrorAtMost: near(0.5 * Math.sqrt(0.5 / 1000)),
    })
    for (const { k, estimate } of rows) {
      const exact = (majorityOf(65, 40, k) + majorityOf(65, 30, k)) / 2
      expect(Math.abs(Number(estimate) - exact)).toBeLessThan(4 * (simulation?.standardErrorAtMost ?? 0))
    }
    expect(rows.at(-1)).toMatchObject({ k: 65, estimate: 0.5 })
  })

  it('are the same for the same record, and move a little for another', () => {
    expect(pluralityOf(two)).toEqual(pluralityOf(two))
    const turned = { ...two, answers: (two.answers ?? []).toReversed() }
    expect(pluralityOf(turned)).not.toEqual(pluralityOf(two))
  })

  it('take fewer runs for more kinds of cases, and one at least', () => {
    expect(countVotes(kindsOf(20, 100))?.runs).toBe(1000)
    // 20,000,000 / (10 · 100 · 100)
    expect(countVotes(kindsOf(100, 100))?.runs).toBe(200)
    expect(countVotes(kindsOf(30_000, 100))?.runs).toBe(1)
  })

  it('take over from the exact chances also where those would take too long', () => {
    // 64³ steps a group: 38 kinds of two groups are 19.9 million.
    expect(countVotes(kindsOf(38, 64))?.runs).toBeNull()
    expect(countVotes(kindsOf(39, 64))?.runs).not.toBeNull()
  })

  it('by hand where nothing is left to chance: all agree, or nobody answered', () => {
    const found = pluralityOf(recordOf(70, answers(70, 3, [70, 70]), answers(70, 1)))
    expect(new Set(found.rows.map((each) => each.estimate))).toEqual(new Set([0.75]))
  })
})

describe('any votes', () => {
  const n = 9
  const kind = fc.array(
    fc.integer({ min: 1, max: n }).chain((count) => fc.tuple(fc.constant(count), fc.nat(count))),
    { maxLength: 4 },
  )
  const kinds = fc
    .array(fc.tuple(kind, fc.integer({ min: 1, max: 50 })), { minLength: 1, maxLength: 4 })
    .filter((all) => all.every(([groups]) => groups.reduce((sum, [count]) => sum + count, 0) <= n))

  it('of one are the reliability, and their interval holds them', () => {
    fc.assert(
      fc.property(kinds, (given) => {
        const configuration = recordOf(n, ...given.map(([groups, cases]) => answers(n, cases, ...groups)))
        const { repeats, reliability } = assess({ task: oneLevelTask(), configuration, others: [] })
        const { rows } = pluralityOf(configuration)
        expect(rows[0]?.estimate).toBeCloseTo(Number(reliability.estimate), 10)
        for (const [index, { k, estimate, lower, upper }] of rows.entries()) {
          expect(Number(estimate)).toBeGreaterThanOrEqual(lower - 1e-12)
          expect(Number(estimate)).toBeLessThanOrEqual(upper + 1e-12)
          expect(k).toBe(repeats.majority[index]?.k)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('where each answer is right or wrong are at least the majority, the worst case of wrong ones that agree', () => {
    fc.assert(
      fc.property(kinds, (given) => {
        // The first group right, all others wrong.
        const classes = given.map(([groups, cases]) =>
          answers(n, cases, ...groups.map(([count], index) => [count, index === 0 ? count : 0] as const)),
        )
        const { repeats } = assess({
          task: oneLevelTask(),
          configuration: recordOf(n, ...classes),
          others: [],
        })
        for (const [index, { estimate }] of pluralityOf(recordOf(n, ...classes)).rows.entries()) {
          expect(Number(estimate)).toBeGreaterThanOrEqual(Number(repeats.majority[index]?.estimate) - 1e-12)
        }
      }),
      { numRuns: 40 },
    )
  })
})
