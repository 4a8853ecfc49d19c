import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CaseAnswers,
  exactPluralityLimit,
  pluralityExact,
  pluralitySimulated,
} from '../../../shared/statistics/plurality.ts'
import { seededRandom } from '../../../shared/statistics/random.ts'

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
