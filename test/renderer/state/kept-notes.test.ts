import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const address = { task: 'refunds', configuration: 'model-x', case: 'inv-1', repeat: 2 }

function refuse(): never {
  throw new DOMException('refused', 'SecurityError')
}

beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllGlobals())

describe('a note that waits', () => {
  it('belongs to one attempt, and is there after a reload until it is forgotten', async () => {
    const disk = new Map<string, string>()
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => disk.get(key) ?? null,
      setItem: (key: string, value: string) => disk.set(key, value),
    })
    const notes = await import('../../../renderer/state/kept-notes.ts')
    notes.keepNote(address, '두 번 물었음')
    vi.resetModules()
    const again = await import('../../../renderer/state/kept-notes.ts')
    expect(again.keptNote({ ...address })).toBe('두 번 물었음')
    expect(again.keptNote({ ...address, repeat: 1 })).toBeNull()
    again.keepNote(address, null)
    vi.resetModules()
    const later = await import('../../../renderer/state/kept-notes.ts')
    expect(later.keptNote(address)).toBeNull()
  })

  it('lasts as long as the page where a browser keeps nothing, or keeps rubbish', async () => {
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse })
    const notes = await import('../../../renderer/state/kept-notes.ts')
    notes.keepNote(address, 'x')
    expect(notes.keptNote(address)).toBe('x')
    vi.resetModules()
    vi.stubGlobal('localStorage', { getItem: () => '[{"no": 1}', setItem: () => undefined })
    const broken = await import('../../../renderer/state/kept-notes.ts')
    expect(broken.keptNote(address)).toBeNull()
  })
})
