import { describe, expect, it } from 'vitest'
import type { NotMeasured } from '../../../shared/domain/measured.ts'
import { bounds } from '../../../shared/statistics/bounds.ts'
import { scoresNeeded } from '../../../shared/statistics/cases-needed.ts'
import { histogram, logEvidence, logEvidenceBelow } from '../../../shared/statistics/evidence.ts'
import { expectedSlowest } from '../../../shared/statistics/expected-slowest.ts'
import { gap, nines } from '../../../shared/statistics/gap.ts'
import { isotonicFit } from '../../../shared/statistics/isotonic.ts'
import { comparePairs } from '../../../shared/statistics/paired.ts'
import { planCases } from '../../../shared/statistics/plan.ts'
import { pluralityExact, pluralitySimulated } from '../../../shared/statistics/plurality.ts'
import { nearestRank } from '../../../shared/statistics/quantile.ts'
import { beta, gamma, seededRandom } from '../../../shared/statistics/random.ts'
import { ratio, ratioBounds } from '../../../shared/statistics/ratio.ts'
import {
  expectedAttempts,
  majorityOf,
  passAll,
  passAt,
  retryUntilAccepted,
} from '../../../shared/statistics/replays.ts'
import { anyTimeCases, fixedSizeCases } from '../../../shared/statistics/zero-failure.ts'
import { exact, expectedDigests } from './exact-values.ts'
import { relativeError } from './golden.ts'

interface Ends {
  readonly lower: number
  readonly upper: number
}

/** True when both ends lie outwards of the exact ones, by at most `precision`; but for the last digits. */
function isOutwards(actual: Ends, expected: Ends, precision: number): boolean {
  const slack = 1e-10
  const off = [expected.lower - actual.lower, actual.upper - expected.upper]
  return off.every((by) => by >= -slack && by <= precision + slack)
}

function orReason(needed: number | 'not-reachable'): number | NotMeasured {
  return typeof needed === 'number' ? needed : { notMeasured: needed }
}

describe('the file of exact values', () => {
  it('is what the generator beside it wrote: run it again after a change of either', () => {
    expect({ generator: exact.generator, digest: exact.digest }).toEqual(expectedDigests)
  })

  it('is whole', () => {
    const sizes = Object.entries(exact).flatMap(([name, rows]) =>
      typeof rows === 'string' ? [] : [[name, rows.length]],
    )
    expect(Object.fromEntries(sizes)).toEqual({
      // n from 1 to 8 with every k and passes, Σ (n + 1)², and 37 large ones.
      subsets: 284 + 37,
      // n from 1 to 7 with every k ≥ 1 and verdicts, Σ n (n + 1)(n + 2)/2, and 26 large ones.
      orders: 630 + 26,
      // 17 histograms.
      evidence: 17 * 5,
      bounds: 17 * 3,
      ratioBounds: 7 * 2,
      paired: 8 * 2,
      scoresNeeded: 17 * 3 * 2,
      zeroFailure: 8 * 6 + 4,
      plurality: 12,
      expectedSlowest: 5,
      nearestRank: 9 + 2,
      isotonic: 7,
      gap: 5,
      nines: 12,
      mulberry32: 7,
      deviates: 11,
      plan: 3,
    })
  })
})

describe('replays, counted over every subset and every order', () => {
  it('pass@k, pass^k and the majority of an odd k', () => {
    for (const { n, passes, k, ...expected } of exact.subsets) {
      expect(relativeError(passAt(n, passes, k), expected.passAt)).toBeLessThan(1e-12)
      expect(relativeError(passAll(n, passes, k), expected.passAll)).toBeLessThan(1e-12)
      if (expected.majority === undefined) continue
      expect(relativeError(majorityOf(n, passes, k), expected.majority)).toBeLessThan(1e-12)
    }
  })

  it('retry until accepted, and its expected attempts', () => {
    for (const { n, k, acceptedPasses, acceptedFailures, ...expected } of exact.orders) {
      const { right, wrong, handedOff } = retryUntilAccepted({ n, acceptedPasses, acceptedFailures }, k)
      expect(relativeError(right, expected.right)).toBeLessThan(1e-12)
      expect(relativeError(wrong, expected.wrong)).toBeLessThan(1e-12)
      expect(relativeError(handedOff, expected.handedOff)).toBeLessThan(1e-12)
      const attempts = expectedAttempts(n, acceptedPasses + acceptedFailures, k)
      expect(relativeError(attempts, expected.expectedAttempts)).toBeLessThan(1e-12)
    }
  })
})

describe('evidence, multiplied out case by case', () => {
  it('on both sides, to 1e-9 relative', () => {
    for (const { scores, required, logMeets, logShort } of exact.evidence) {
      expect(relativeError(logEvidence(scores, required), logMeets)).toBeLessThan(1e-9)
      expect(relativeError(logEvidenceBelow(scores, required), logShort)).toBeLessThan(1e-9)
    }
  })

  it('bounds are within 1e-6, outwards', () => {
    const wrong = exact.bounds.filter((each) => !isOutwards(bounds(each.scores, each.alpha), each, 1e-6))
    expect(wrong).toEqual([])
  })

  it('ratios and their bounds are within 1e-6, outwards', () => {
    for (const each of exact.ratioBounds) expect(ratio(each.cases)).toBeCloseTo(each.ratio, 12)
    const wrong = exact.ratioBounds.filter(
      (each) => !isOutwards(ratioBounds(each.cases, each.alpha), each, 1e-6),
    )
    expect(wrong).toEqual([])
  })

  it('paired differences: estimate, interval, evidence on both sides and verdict', () => {
    for (const { pairs, alpha, comparisons, ...expected } of exact.paired) {
      const { difference, judgement } = comparePairs(pairs, alpha, comparisons)
      expect(difference.estimate).toBeCloseTo(expected.estimate, 12)
      // Differences are twice as wide as scores.
      expect(isOutwards(difference, expected, 2e-6)).toBe(true)
      expect(relativeError(judgement.logEvidenceMeets, expected.logFirst)).toBeLessThan(1e-9)
      expect(relativeError(judgement.logEvidenceShort, expected.logSecond)).toBeLessThan(1e-9)
      expect(judgement.verdict).toBe(expected.verdict)
    }
  })

  it('scores needed', () => {
    for (const { scores, required, alpha, above, below } of exact.scoresNeeded) {
      expect(scoresNeeded(scores, required, alpha, 'above')).toEqual(orReason(above))
      expect(scoresNeeded(scores, required, alpha, 'below')).toEqual(orReason(below))
    }
  })

  it('cases without a failure, at a fixed size and with free looks', () => {
    for (const { required, alpha, fixedSize, anyTime } of exact.zeroFailure) {
      const found = {
        required,
        alpha,
        fixed: fixedSizeCases(required, alpha),
        any: anyTimeCases(required, alpha),
      }
      expect(found).toEqual({ required, alpha, fixed: fixedSize, any: anyTime })
    }
  })
})

describe('votes, waiting times, quantiles and fits', () => {
  it('plurality over every subset, ties drawn fairly', () => {
    for (const { scores, ...answers } of exact.plurality) {
      const found = pluralityExact(answers)
      expect(found).toHaveLength(scores.length)
      for (const [index, expected] of scores.entries()) expect(found[index]).toBeCloseTo(expected, 12)
    }
  })

  it('plurality by simulation, within 4.5 standard errors', () => {
    const runs = 2000
    for (const [seed, { scores, ...answers }] of exact.plurality.entries()) {
      const found = pluralitySimulated(answers, runs, seededRandom(seed))
      for (const [index, expected] of scores.entries()) {
        // A score in [0, 1] of this mean varies by at most p(1 − p).
        const error = 4.5 * Math.sqrt((expected * (1 - expected)) / runs) + 1e-12
        expect(Math.abs((found[index] ?? Number.NaN) - expected)).toBeLessThanOrEqual(error)
      }
    }
  })

  it('the slowest of every subset', () => {
    for (const { sorted, slowest } of exact.expectedSlowest) {
      for (const [index, expected] of slowest.entries()) {
        expect(relativeError(expectedSlowest(sorted, index + 1), expected)).toBeLessThan(1e-12)
      }
    }
  })

  it('the nearest rank at every share, by counting', () => {
    for (const { sorted, steps, found } of exact.nearestRank) {
      expect(found.map((_, index) => nearestRank(sorted, (index + 1) / steps))).toEqual(found)
    }
  })

  it('the nearest of all non-decreasing fits', () => {
    for (const { values, fit } of exact.isotonic) {
      const found = isotonicFit(values)
      expect(found).toHaveLength(fit.length)
      for (const [index, expected] of fit.entries()) expect(found[index]).toBeCloseTo(expected, 12)
    }
  })

  it('the gap bar, by counting passes', () => {
    for (const { casesByPasses, ...expected } of exact.gap) {
      const cases = [...casesByPasses.entries()]
      const n = casesByPasses.length - 1
      const at = (k: number) =>
        histogram(
          cases,
          ([passes]) => passAt(n, passes, k),
          ([, count]) => count,
        )
      const { reliable, flaky, neverSolved } = gap(at(1), at(n))
      expect(reliable).toBeCloseTo(expected.reliable, 12)
      expect(flaky).toBeCloseTo(expected.flaky, 12)
      expect(neverSolved).toBeCloseTo(expected.neverSolved, 12)
    }
  })

  it('nines', () => {
    for (const each of exact.nines) expect(nines(each.reliability)).toBeCloseTo(each.nines, 12)
  })
})

describe('random numbers and plans', () => {
  it('the generator is mulberry32, bit by bit', () => {
    for (const { seed, outputs } of exact.mulberry32) {
      expect(Array.from(outputs, seededRandom(seed))).toEqual(outputs.map((output) => output / 2 ** 32))
    }
  })

  it('deviates fall below a value as often as they should, within 4.5 standard errors', () => {
    const draws = 20_000
    for (const [seed, { kind, a, b, x, chance }] of exact.deviates.entries()) {
      const random = seededRandom(seed)
      let below = 0
      for (let index = 0; index < draws; index += 1) {
        if ((kind === 'beta' ? beta(a, b, random) : gamma(a, random)) <= x) below += 1
      }
      const error = Math.sqrt((chance * (1 - chance)) / draws)
      expect(Math.abs(below / draws - chance)).toBeLessThan(4.5 * error)
    }
  })

  it('plans reach their level with the chance summed over every path, within 4.5 standard errors', () => {
    const runs = 1500
    for (const { reachedBy, ...assumptions } of exact.plan) {
      const error = (chance: number): number => 4.5 * Math.sqrt((chance * (1 - chance)) / runs)
      const by = (cases: number): number => (cases === 0 ? 0 : (reachedBy[cases - 1] ?? 1))
      const { plans, reached } = planCases(assumptions, { runs, mostCases: reachedBy.length, seed: 5 })
      const last = by(reachedBy.length)
      expect(Math.abs(reached - last)).toBeLessThan(error(last))
      for (const { chance, cases } of plans) {
        // Not reachable within the most cases: as if after them.
        const at = typeof cases === 'number' ? cases : reachedBy.length + 1
        expect(by(at)).toBeGreaterThan(chance - error(chance))
        expect(by(at - 1)).toBeLessThan(chance + error(chance))
      }
    }
  })
})
