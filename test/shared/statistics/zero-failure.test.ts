import { describe, expect, it } from 'vitest'
import { anyTimeCases, fixedSizeCases } from '../../../shared/statistics/zero-failure.ts'

describe('fixedSizeCases', () => {
  // The table that auditors use, at 95% confidence.
  it.each([
    [0.9, 29],
    [0.95, 59],
    [0.99, 299],
    [0.995, 598],
    [0.999, 2995],
  ])('needs for %d without a failure %d cases', (required, cases) => {
    expect(fixedSizeCases(required, 0.05)).toBe(cases)
  })

  it('takes α itself as enough: 0.5^4 = 1/16', () => {
    expect(fixedSizeCases(0.5, 1 / 16)).toBe(4)
  })
})

/** The average wealth of the 64 bettors after m passes, multiplied out: (1/64) Σ (1 − c + c/R)^m. */
function wealth(required: number, cases: number): number {
  let sum = 0
  for (let j = 1; j <= 64; j += 1) {
    const stake = (j - 0.5) / 64
    sum += (1 - stake + stake / required) ** cases
  }
  return sum / 64
}

describe('anyTimeCases', () => {
  it('needs 88 cases for 95%, as simulated for a model that never fails', () => {
    expect(anyTimeCases(0.95, 0.05)).toBe(88)
  })

  it.each([
    [0.5, 0.05],
    [0.8, 0.05],
    [0.99, 0.05],
    [0.999, 0.01],
    [0.9999, 0.05],
  ])('for %d at α = %d is the first count at which the wealth reaches 1/α', (required, alpha) => {
    const cases = anyTimeCases(required, alpha)
    expect(wealth(required, cases)).toBeGreaterThanOrEqual(1 / alpha)
    expect(wealth(required, cases - 1)).toBeLessThan(1 / alpha)
  })

  it('pays for the free looks: more cases than a test of fixed size', () => {
    for (const required of [0.8, 0.95, 0.99]) {
      expect(anyTimeCases(required, 0.05)).toBeGreaterThan(fixedSizeCases(required, 0.05))
    }
  })
})
