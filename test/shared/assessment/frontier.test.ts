import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FrontierPlace, frontierStanding } from '../../../shared/assessment/index.ts'

function standings(places: readonly FrontierPlace[]): readonly (string | null)[] {
  return places.map((place) => frontierStanding(place, places).dominatedBy)
}

describe('the frontier', () => {
  it('by hand: cheap, dear and better, dear and worse, alike', () => {
    const places = [
      { name: 'cheap', price: 1, reliability: 0.7 },
      { name: 'best', price: 5, reliability: 0.9 },
      { name: 'middle', price: 2, reliability: 0.8 },
      // Beaten by two: the more reliable one is named.
      { name: 'worse', price: 6, reliability: 0.75 },
      { name: 'twin of cheap', price: 1, reliability: 0.7 },
      // As reliable as the best at a higher price.
      { name: 'dear', price: 7, reliability: 0.9 },
    ]
    expect(standings(places)).toEqual([null, null, null, 'best', null, 'best'])
  })

  it('holds something, and whatever is behind is behind something on it', () => {
    const place = fc.record({
      price: fc.integer({ min: 1, max: 9 }),
      reliability: fc.integer({ min: 0, max: 9 }),
    })
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 12 }), (drawn) => {
        const places = drawn.map((each, index) => ({ name: String(index), ...each }))
        const behind = standings(places)
        expect(behind).toContain(null)
        const names = behind.filter((name) => name !== null)
        expect(names.every((name) => behind[Number(name)] === null)).toBe(true)
      }),
    )
  })
})
