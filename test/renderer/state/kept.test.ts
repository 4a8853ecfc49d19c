import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { keep, readKept } from '../../../renderer/state/kept.ts'

const shape = z.object({ name: z.string() })

/** As the browser's, over a map. */
function storage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

function refuse(): never {
  throw new DOMException('refused', 'QuotaExceededError')
}

beforeEach(() => vi.stubGlobal('localStorage', storage()))
afterEach(() => vi.unstubAllGlobals())

describe('what is kept', () => {
  it('comes back, until it is forgotten', () => {
    expect(readKept('a', shape)).toBeNull()
    keep('a', { name: '환불' })
    expect(readKept('a', shape)).toEqual({ name: '환불' })
    expect(readKept('b', shape)).toBeNull()
    keep('a', null)
    expect(readKept('a', shape)).toBeNull()
  })

  it.each(['', '{', '{"name":"x', '{"name":1}', 'null', '[]', '{"title":"x"}'])(
    'is nothing when it reads %j',
    (text) => {
      localStorage.setItem('a', text)
      expect(readKept('a', shape)).toBeNull()
    },
  )

  it('is nothing where there is no storage, or no room in it', () => {
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse })
    expect(readKept('a', shape)).toBeNull()
    expect(() => keep('a', { name: 'x' })).not.toThrow()
    expect(() => keep('a', null)).not.toThrow()
  })
})
