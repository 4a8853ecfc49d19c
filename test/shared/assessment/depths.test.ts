import { describe, expect, it } from 'vitest'
import { depths, oddDepths } from '../../../shared/assessment/depths.ts'

describe('depths that are replayed', () => {
  it.each([1, 2, 4, 10, 50])('every one up to %i', (n) => {
    expect(depths(n)).toEqual(Array.from({ length: n }, (_, index) => index + 1))
  })

  it.each([51, 64, 100, 250, 1000])('of %i a few, rising, with the first and the last', (n) => {
    const found = depths(n)
    expect(found.slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    expect(found.at(-1)).toBe(n)
    expect(found.length).toBeLessThan(45)
    expect(found).toEqual([...new Set(found)].toSorted((a, b) => a - b))
  })

  it('majorities are odd', () => {
    expect(oddDepths(1)).toEqual([1])
    expect(oddDepths(2)).toEqual([1])
    expect(oddDepths(6)).toEqual([1, 3, 5])
    const many = oddDepths(1000)
    expect(many.every((k) => k % 2 === 1)).toBe(true)
    expect(many.at(-1)).toBe(999)
  })
})
