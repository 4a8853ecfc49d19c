import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  expectedAttempts,
  majorityOf,
  passAll,
  passAt,
  retryUntilAccepted,
} from '../../../shared/statistics/replays.ts'
import { anyCase } from './arbitraries.ts'
import { golden, relativeError } from './golden.ts'

/** C(a, b) in whole numbers, exact. */
function choose(a: number, b: number): bigint {
  if (b < 0 || b > a) return 0n
  let result = 1n
  for (let i = 0; i < Math.min(b, a - b); i += 1) result = (result * BigInt(a - i)) / BigInt(i + 1)
  return result
}

/** A ratio of large whole numbers with 18 digits. */
function ratio(numerator: bigint, denominator: bigint): number {
  if (numerator === 0n) return 0
  const shift = BigInt(Math.max(0, denominator.toString().length - numerator.toString().length)) + 18n
  return Number((numerator * 10n ** shift) / denominator) * Number(`1e-${shift}`)
}

describe('golden values', () => {
  it('agree with 50-digit arithmetic to 1e-12 relative', () => {
    expect(golden.replay).toHaveLength(123)
    for (const row of golden.replay) {
      const { n, passes, k } = row
      const retry = retryUntilAccepted(row, k)
      const pairs = [
        [passAt(n, passes, k), row.passAt],
        [passAll(n, passes, k), row.passAll],
        [retry.right, row.right],
        [retry.wrong, row.wrong],
        [retry.handedOff, row.handedOff],
        [expectedAttempts(n, row.acceptedPasses + row.acceptedFailures, k), row.expectedAttempts],
      ] as const
      for (const [actual, expected] of pairs) expect(relativeError(actual, expected)).toBeLessThan(1e-12)
    }
  })

  it('agree for the majority of an odd number', () => {
    const rows = golden.replay.filter((row) => row.majority !== undefined)
    expect(rows).toHaveLength(80)
    for (const { n, passes, k, majority } of rows) {
      expect(relativeError(majorityOf(n, passes, k), majority ?? Number.NaN)).toBeLessThan(1e-12)
    }
  })
})

describe('exact whole-number arithmetic up to n = 10,000', () => {
  it.each([
    [10_000, 1, 1],
    [10_000, 1, 9_999],
    [10_000, 5_000, 5],
    [10_000, 30, 500],
    [10_000, 9_990, 101],
    [1_000, 20, 301],
  ])('n %i, %i passes, k %i: pass@k to 1e-12 relative', (n, passes, k) => {
    const all = choose(n, k)
    const expected = ratio(all - choose(n - passes, k), all)
    expect(relativeError(passAt(n, passes, k), expected)).toBeLessThan(1e-12)
  })

  it.each([
    [10_000, 9_999, 9_999],
    [10_000, 5_000, 50],
    [10_000, 9_990, 5_000],
    [1_000, 990, 301],
    [10_000, 7_000, 700],
  ])('n %i, %i passes, k %i: pass^k to 1e-12 relative', (n, passes, k) => {
    const expected = ratio(choose(passes, k), choose(n, k))
    expect(expected).toBeGreaterThan(1e-200)
    expect(relativeError(passAll(n, passes, k), expected)).toBeLessThan(1e-12)
  })

  it.each([
    [10_000, 5_000, 5],
    [10_000, 9_000, 999],
    [10_000, 4_000, 301],
    [9_999, 7_000, 3],
    [1_000, 100, 151],
    [1_000, 501, 999],
  ])('n %i, %i passes, majority of %i to 1e-12 relative', (n, passes, k) => {
    let won = 0n
    for (let s = (k + 1) / 2; s <= k; s += 1) won += choose(passes, s) * choose(n - passes, k - s)
    const expected = ratio(won, choose(n, k))
    expect(expected).toBeGreaterThan(1e-200)
    expect(relativeError(majorityOf(n, passes, k), expected)).toBeLessThan(1e-12)
  })
})

describe('by hand', () => {
  it('2 passes of 4, 2 attempts: 6 pairs, 1 without a pass, 1 with both', () => {
    expect(passAt(4, 2, 2)).toBeCloseTo(5 / 6, 15)
    expect(passAll(4, 2, 2)).toBeCloseTo(1 / 6, 15)
  })

  it('2 passes of 4, majority of 3: a draw of 3 leaves one out; leaving out a failure wins', () => {
    expect(majorityOf(4, 2, 3)).toBeCloseTo(1 / 2, 15)
  })

  it('retry over 4 trials, 1 right and 1 wrong accepted, 2 attempts', () => {
    const scores = retryUntilAccepted({ n: 4, acceptedPasses: 1, acceptedFailures: 1 }, 2)
    expect(scores.handedOff).toBeCloseTo(1 / 6, 15)
    expect(scores.right).toBeCloseTo(5 / 12, 15)
    expect(scores.wrong).toBeCloseTo(5 / 12, 15)
    // A second attempt is made when the first was rejected: 1 + 1/2.
    expect(expectedAttempts(4, 2, 2)).toBeCloseTo(1.5, 15)
  })

  it('a verifier that accepts nothing hands everything off after k attempts', () => {
    const scores = retryUntilAccepted({ n: 5, acceptedPasses: 0, acceptedFailures: 0 }, 3)
    expect(scores).toEqual({ right: 0, wrong: 0, handedOff: 1 })
    expect(expectedAttempts(5, 0, 3)).toBe(3)
  })

  it('refuses what cannot be drawn', () => {
    expect(() => passAt(4, 5, 1)).toThrow(RangeError)
    expect(() => passAll(4, 2, 5)).toThrow(RangeError)
    expect(() => majorityOf(4, 2, 2)).toThrow(RangeError)
    expect(() => expectedAttempts(4, 2, 0)).toThrow(RangeError)
    expect(() => passAt(4, 1.5, 1)).toThrow(RangeError)
  })
})

describe('laws', () => {
  it('pass@1 = pass^1 = majority of 1 = c/n', () => {
    fc.assert(
      fc.property(anyCase, ({ n, passes }) => {
        expect(passAt(n, passes, 1)).toBeCloseTo(passes / n, 14)
        expect(passAll(n, passes, 1)).toBeCloseTo(passes / n, 14)
        expect(majorityOf(n, passes, 1)).toBeCloseTo(passes / n, 14)
      }),
    )
  })

  it('right + wrong + handed off = 1, and all scores are chances', () => {
    fc.assert(
      fc.property(anyCase, (each) => {
        const { right, wrong, handedOff } = retryUntilAccepted(each, each.k)
        expect(right + wrong + handedOff).toBeCloseTo(1, 12)
        for (const chance of [right, wrong, handedOff, majorityOrOne(each.n, each.passes, each.k)]) {
          expect(chance).toBeGreaterThanOrEqual(0)
          expect(chance).toBeLessThanOrEqual(1)
        }
        const attempts = expectedAttempts(each.n, each.acceptedPasses + each.acceptedFailures, each.k)
        expect(attempts).toBeGreaterThanOrEqual(1)
        expect(attempts).toBeLessThanOrEqual(each.k)
      }),
    )
  })

  it('pass@k never falls and pass^k never rises with k; a perfect verifier turns retry into pass@k', () => {
    fc.assert(
      fc.property(anyCase, ({ n, passes, k }) => {
        const perfect = { n, acceptedPasses: passes, acceptedFailures: 0 }
        expect(retryUntilAccepted(perfect, k).right).toBeCloseTo(passAt(n, passes, k), 14)
        if (k === n) return
        expect(passAt(n, passes, k + 1)).toBeGreaterThanOrEqual(passAt(n, passes, k) - 1e-15)
        expect(passAll(n, passes, k + 1)).toBeLessThanOrEqual(passAll(n, passes, k) + 1e-15)
      }),
    )
  })

  it('passes and failures change places: a majority of failures is the rest', () => {
    fc.assert(
      fc.property(anyCase, ({ n, passes, k }) => {
        if (k % 2 === 0) return
        expect(majorityOf(n, passes, k) + majorityOf(n, n - passes, k)).toBeCloseTo(1, 12)
      }),
    )
  })
})

function majorityOrOne(n: number, passes: number, k: number): number {
  return k % 2 === 0 ? 1 : majorityOf(n, passes, k)
}
