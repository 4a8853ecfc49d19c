import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beta, gamma, normal, type Random, seededRandom } from '../../../shared/statistics/random.ts'

const draws = 20_000

function moments(draw: (random: Random) => number, seed = 5): { mean: number; variance: number } {
  const random = seededRandom(seed)
  const values = Array.from({ length: draws }, () => draw(random))
  const mean = values.reduce((sum, value) => sum + value, 0) / draws
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (draws - 1)
  return { mean, variance }
}

describe('seeded deviates', () => {
  it('are the same for the same seed, and others for another', () => {
    const first = Array.from({ length: 5 }, seededRandom(1))
    expect(Array.from({ length: 5 }, seededRandom(1))).toEqual(first)
    expect(Array.from({ length: 5 }, seededRandom(2))).not.toEqual(first)
  })

  it('are uniform in [0, 1)', () => {
    const { mean, variance } = moments((random) => random())
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / draws))
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.004)
  })

  it('are normal with mean 0 and variance 1', () => {
    const { mean, variance } = moments(normal)
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(draws))
    expect(Math.abs(variance - 1)).toBeLessThan(0.05)
  })

  it.each([0.3, 1, 4.5])('are gamma of shape %d with that mean and variance', (shape) => {
    const { mean, variance } = moments((random) => gamma(shape, random))
    expect(Math.abs(mean - shape)).toBeLessThan(4 * Math.sqrt(shape / draws))
    expect(Math.abs(variance / shape - 1)).toBeLessThan(0.12)
  })

  it.each([
    [2, 3],
    [0.5, 0.5],
    [9, 1],
  ])('are beta of %d and %d', (a, b) => {
    const { mean, variance } = moments((random) => beta(a, b, random))
    const expected = (a * b) / ((a + b) ** 2 * (a + b + 1))
    expect(Math.abs(mean - a / (a + b))).toBeLessThan(4 * Math.sqrt(expected / draws))
    expect(Math.abs(variance / expected - 1)).toBeLessThan(0.1)
  })

  it('stay at an end where the parameters are tiny', () => {
    const random = seededRandom(3)
    for (let index = 0; index < 100; index += 1) {
      const value = beta(1e-8, 1e-8, random)
      expect(value >= 0 && value <= 1).toBe(true)
    }
  })
})

/** How far the shares of draws up to each of the values are from the expected ones, in standard errors; the worst. */
function worstShare(
  draw: (random: Random) => number,
  expected: readonly (readonly [upTo: number, share: number])[],
): number {
  const random = seededRandom(17)
  const values = Array.from({ length: draws }, () => draw(random))
  const errors = expected.map(([upTo, share]) => {
    const found = values.filter((value) => value <= upTo).length / draws
    return Math.abs(found - share) / Math.sqrt((share * (1 - share)) / draws)
  })
  return Math.max(...errors)
}

describe('laws of seeded deviates', () => {
  const seeds = fc.integer({ min: -(2 ** 31), max: 2 ** 32 - 1 })
  const parameter = fc.double({ min: 1e-9, max: 1e6, noNaN: true })

  it('a seed counts modulo 2³², and every number is in [0, 1)', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const numbers = Array.from({ length: 50 }, seededRandom(seed))
        expect(Array.from({ length: 50 }, seededRandom(seed + 2 ** 32))).toEqual(numbers)
        for (const number of numbers) expect(number >= 0 && number < 1).toBe(true)
      }),
    )
  })

  it('deviates stay in their range at any parameters', () => {
    fc.assert(
      fc.property(seeds, parameter, parameter, (seed, a, b) => {
        const random = seededRandom(seed)
        for (let index = 0; index < 20; index += 1) {
          expect(Number.isFinite(normal(random))).toBe(true)
          const positive = gamma(a, random)
          expect(positive >= 0 && Number.isFinite(positive)).toBe(true)
          const chance = beta(a, b, random)
          expect(chance >= 0 && chance <= 1).toBe(true)
        }
      }),
    )
  })

  it('are normal by the table: Φ(−2), Φ(−1), Φ(0), Φ(1), Φ(2)', () => {
    const table = [
      [-2, 0.02275],
      [-1, 0.158655],
      [0, 0.5],
      [1, 0.841345],
      [2, 0.97725],
    ] as const
    expect(worstShare(normal, table)).toBeLessThan(4.5)
  })

  it('are of the arcsine law at beta ½, ½: 2/π · asin √x is a third at a quarter', () => {
    const thirds = [
      [0.25, 1 / 3],
      [0.5, 1 / 2],
      [0.75, 2 / 3],
    ] as const
    expect(worstShare((random) => beta(0.5, 0.5, random), thirds)).toBeLessThan(4.5)
  })

  it.each([0.2, 0.7, 3])('are at most x with chance x^%d at that beta parameter and 1', (a) => {
    const powers = [0.1, 0.5, 0.9].map((x) => [x, x ** a] as const)
    expect(worstShare((random) => beta(a, 1, random), powers)).toBeLessThan(4.5)
  })
})
