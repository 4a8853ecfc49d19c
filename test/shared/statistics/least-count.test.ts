import { describe, expect, it } from 'vitest'
import { leastCount } from '../../../shared/statistics/least-count.ts'

describe('leastCount', () => {
  it.each([1, 2, 3, 4, 5, 7, 8, 9, 1000, 2 ** 40 + 1])('finds %d', (least) => {
    expect(leastCount((count) => count >= least)).toBe(least)
  })

  it('is infinite where nothing is enough', () => {
    expect(leastCount(() => false)).toBe(Number.POSITIVE_INFINITY)
  })
})
