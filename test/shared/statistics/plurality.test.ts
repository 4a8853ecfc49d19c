import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CaseAnswers,
  exactPluralityLimit,
  pluralityExact,
  pluralitySimulated,
} from '../../../shared/statistics/plurality.ts'
import { seededRandom } from '../../../shared/statistics/random.ts'
import { majorityOf, passAt } from '../../../shared/statistics/replays.ts'
import { largestDifference } from './lists.ts'

/** Every subset of k trials by brute force: the plurality's share of passes, ties averaged. */
function bruteForce({ groups, blanks }: CaseAnswers, k: number): number {
  const trials = [
    ...groups.flatMap(({ count }, group) => Array.from({ length: count }, () => group)),
    ...Array.from({ length: blanks }, () => -1),
  ]
  let sum = 0
  let subsets = 0
  for (let mask = 0; mask < 2 ** trials.length; mask += 1) {
    const drawn = trials.filter((_, index) => (mask & (1 << index)) !== 0)
    if (drawn.length !== k) continue
    subsets += 1
    const votes = groups.map((_, group) => drawn.filter((each) => each === group).length)
    const most = Math.max(0, ...votes)
    const winners = groups.filter((_, group) => votes[group] === most && most > 0)
    const shares = winners.map(({ count, passes }) => passes / count)
    sum += winners.length === 0 ? 0 : shares.reduce((total, each) => total + each, 0) / winners.length
  }
  return sum / subsets
}

const answers = fc
  .record({
    groups: fc.array(
      fc
        .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 4 }))
        .map(([count, passes]) => ({ count, passes: Math.min(count, passes) })),
      { maxLength: 5 },
    ),
    blanks: fc.integer({ min: 0, max: 3 }),
  })
  .filter(({ groups, blanks }) => {
    const n = groups.reduce((sum, each) => sum + each.count, blanks)
    return n >= 1 && n <= 10
  })

describe('pluralityExact', () => {
  it('is what every subset of the trials gives, one by one', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const scores = pluralityExact(given)
        for (const [index, score] of scores.entries()) {
          expect(score).toBeCloseTo(bruteForce(given, index + 1), 12)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('by hand: three right against two wrong that disagree', () => {
    // k = 1: 3/5. k = 3: at least two right of three, C(3,2)·2 + 1 = 7 of 10; one right with two different wrong
    // answers ties three ways, 3 of 10 at 1/3.
    const [one, , three, , five] = pluralityExact({
      groups: [
        { count: 3, passes: 3 },
        { count: 1, passes: 0 },
        { count: 1, passes: 0 },
      ],
      blanks: 0,
    })
    expect(one).toBeCloseTo(0.6, 14)
    expect(three).toBeCloseTo(0.7 + 0.1, 14)
    expect(five).toBe(1)
  })

  it('by hand: all wrong answers agree, which is the majority of the worst case', () => {
    const scores = pluralityExact({
      groups: [
        { count: 2, passes: 2 },
        { count: 2, passes: 0 },
      ],
      blanks: 0,
    })
    // k = 3 of 4: two right in half of the draws.
    expect(scores).toEqual([0.5, 0.5, 0.5, 0.5])
  })

  it('delivers nothing without an answer', () => {
    expect(pluralityExact({ groups: [], blanks: 3 })).toEqual([0, 0, 0])
  })

  it('takes the limit of trials, quickly, and no more', () => {
    const groups = Array.from({ length: exactPluralityLimit }, (_, index) => ({
      count: 1,
      passes: index % 2,
    }))
    const scores = pluralityExact({ groups, blanks: 0 })
    // All answers differ: whichever is drawn wins fairly.
    for (const score of scores) expect(score).toBeCloseTo(0.5, 12)
    expect(() => pluralityExact({ groups, blanks: 1 })).toThrow(RangeError)
  })
})

describe('pluralitySimulated', () => {
  it('agrees with the exact chances within its error, and with itself for the same seed', () => {
    const given = {
      groups: [
        { count: 4, passes: 4 },
        { count: 3, passes: 0 },
        { count: 2, passes: 1 },
      ],
      blanks: 1,
    }
    const runs = 4000
    const simulated = pluralitySimulated(given, runs, seededRandom(7))
    for (const [index, score] of pluralityExact(given).entries()) {
      expect(Math.abs((simulated[index] ?? 0) - score)).toBeLessThan((4 * 0.5) / Math.sqrt(runs))
    }
    expect(pluralitySimulated(given, 50, seededRandom(3))).toEqual(
      pluralitySimulated(given, 50, seededRandom(3)),
    )
  })
})

function allWrong(count: number): CaseAnswers['groups'][number] {
  return { count, passes: 0 }
}

describe('laws of the plurality', () => {
  const group = fc
    .integer({ min: 1, max: 12 })
    .chain((count) => fc.record({ count: fc.constant(count), passes: fc.integer({ min: 0, max: count }) }))
  const larger = fc.record({
    groups: fc.array(group, { minLength: 1, maxLength: 5 }),
    blanks: fc.integer({ min: 0, max: 4 }),
  })

  it('the order of the answers does not matter', () => {
    const shuffled = larger.chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray([...given.groups], { minLength: given.groups.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([given, groups]) => {
        expect(largestDifference(pluralityExact({ ...given, groups }), pluralityExact(given))).toBeLessThan(
          1e-12,
        )
      }),
    )
  })

  it('one attempt passes at the pass rate; the scores are chances', () => {
    fc.assert(
      fc.property(larger, (given) => {
        const total = given.groups.reduce((sum, each) => sum + each.count, given.blanks)
        const passes = given.groups.reduce((sum, each) => sum + each.passes, 0)
        const scores = pluralityExact(given)
        expect(scores).toHaveLength(total)
        expect(scores[0]).toBeCloseTo(passes / total, 12)
        for (const score of scores) expect(score >= 0 && score <= 1).toBe(true)
      }),
    )
  })

  it('all attempts deliver the largest answer, drawn among equals', () => {
    fc.assert(
      fc.property(larger, ({ groups, blanks }) => {
        const most = Math.max(...groups.map((each) => each.count))
        const winners = groups.filter((each) => each.count === most)
        const share = winners.reduce((sum, each) => sum + each.passes / most, 0) / winners.length
        expect(pluralityExact({ groups, blanks }).at(-1)).toBeCloseTo(share, 12)
      }),
    )
  })

  it('unanimous and right it is 1, and with blanks the chance that any of k answers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 20 }), (count, blanks) => {
        const right = [{ count, passes: count }]
        const ones = Array.from({ length: count }, () => 1)
        expect(largestDifference(pluralityExact({ groups: right, blanks: 0 }), ones)).toBeLessThan(1e-12)
        const any = Array.from({ length: count + blanks }, (_, index) =>
          passAt(count + blanks, count, index + 1),
        )
        expect(largestDifference(pluralityExact({ groups: right, blanks }), any)).toBeLessThan(1e-12)
      }),
    )
  })

  it('of one right and one wrong answer it is the majority of an odd k', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 32 }), fc.integer({ min: 1, max: 32 }), (right, wrong) => {
        const groups = [
          { count: right, passes: right },
          { count: wrong, passes: 0 },
        ]
        const scores = pluralityExact({ groups, blanks: 0 })
        for (let k = 1; k <= right + wrong; k += 2) {
          expect(scores[k - 1]).toBeCloseTo(majorityOf(right + wrong, right, k), 12)
        }
      }),
    )
  })

  it('wrong answers that fall apart never win more', () => {
    fc.assert(
      fc.property(
        larger,
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 8 }),
        (given, one, two) => {
          const total = given.groups.reduce((sum, each) => sum + each.count, given.blanks)
          fc.pre(total + one + two <= exactPluralityLimit)
          const together = pluralityExact({ ...given, groups: [...given.groups, allWrong(one + two)] })
          const apart = pluralityExact({ ...given, groups: [...given.groups, allWrong(one), allWrong(two)] })
          const worse = apart.filter((score, index) => score < (together[index] ?? Number.NaN) - 1e-12)
          expect(worse).toEqual([])
        },
      ),
      { numRuns: 50 },
    )
  })
})
