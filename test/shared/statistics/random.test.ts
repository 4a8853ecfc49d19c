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
