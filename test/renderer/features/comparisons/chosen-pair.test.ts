import { describe, expect, it } from 'vitest'
import { shownPair, withSide } from '../../../../renderer/features/comparisons/chosen-pair.ts'

const names = ['a', 'b', 'c']

describe('the pair on screen', () => {
  it('is the chosen one, or the first two while one of it is not there', () => {
    expect(shownPair({ first: 'c', second: 'a' }, names)).toEqual({ first: 'c', second: 'a' })
    expect(shownPair({ first: 'gone', second: 'a' }, names)).toEqual({ first: 'a', second: 'b' })
    expect(shownPair(undefined, names)).toEqual({ first: 'a', second: 'b' })
    expect(shownPair(undefined, ['a'])).toBeNull()
  })

  it('changes one side, or both when the other side is chosen: two are never the same', () => {
    const pair = { first: 'a', second: 'b' }
    expect(withSide(pair, 'first', 'c')).toEqual({ first: 'c', second: 'b' })
    expect(withSide(pair, 'second', 'a')).toEqual({ first: 'b', second: 'a' })
    expect(withSide(pair, 'first', 'b')).toEqual({ first: 'b', second: 'a' })
  })
})
