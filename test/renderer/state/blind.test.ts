import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const names = ['gpt-4o', 'claude', 'gemini', 'llama']

/** A computer that keeps what a page stores, and what stands on its disk. */
function openPage(): Map<string, string> {
  const disk = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => disk.get(key) ?? null,
    setItem: (key: string, value: string) => disk.set(key, value),
  })
  return disk
}

beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllGlobals())

/** What the state looks like after starting with a seed. */
async function start(seed: number) {
  const disk = openPage()
  const blind = await import('../../../renderer/state/blind.ts')
  blind.startBlind('refunds', names, seed)
  const kept: unknown = JSON.parse(disk.get('nines.blind') ?? '')
  return { disk, blind, kept }
}

describe('blind mode', () => {
  it('deals the letters by the seed alone, whatever order the names come in', async () => {
    const { blind } = await start(7)
    const read = () => blind.blindnessOf('refunds')
    const present = read()
    if (present === null) throw new Error('it is blind')
    const order = blind.dealt(present, names)
    expect(order.toSorted()).toEqual(names.toSorted())
    expect(blind.dealt(present, names.toReversed())).toEqual(order)
  })

  it('deals differently with other seeds: each name gets each letter about equally often', async () => {
    const { blind } = await start(0)
    const firsts = new Map<string, number>()
    for (let seed = 0; seed < 4000; seed += 1) {
      blind.startBlind('refunds', names, seed)
      const present = blind.blindnessOf('refunds')
      const [first = ''] = present === null ? [] : blind.dealt(present, names)
      firsts.set(first, (firsts.get(first) ?? 0) + 1)
    }
    // 1,000 each are expected; five standard deviations of a binomial are 137.
    for (const name of names) expect(Math.abs((firsts.get(name) ?? 0) - 1000)).toBeLessThan(137)
  })

  it('keeps a letter when configurations are added: they follow', async () => {
    const { blind } = await start(3)
    const present = blind.blindnessOf('refunds')
    if (present === null) throw new Error('it is blind')
    const before = blind.dealt(present, names)
    expect(blind.dealt(present, ['new one', ...names, 'newer'])).toEqual([...before, 'new one', 'newer'])
  })

  it('writes no name down, and survives a reload', async () => {
    const { disk } = await start(11)
    expect(disk.get('nines.blind')).toContain('refunds')
    for (const name of names) expect(disk.get('nines.blind')).not.toContain(name)
    vi.resetModules()
    const again = await import('../../../renderer/state/blind.ts')
    expect(again.blindnessOf('refunds')).toMatchObject({ seed: 11, chosen: 0 })
    again.endBlind('refunds')
    vi.resetModules()
    const later = await import('../../../renderer/state/blind.ts')
    expect(later.blindnessOf('refunds')).toBeNull()
  })

  it('begins with A and goes where it is told', async () => {
    const { blind } = await start(5)
    const present = blind.blindnessOf('refunds')
    if (present === null) throw new Error('it is blind')
    blind.chooseLetter('refunds', present, 2)
    expect(blind.blindnessOf('refunds')?.chosen).toBe(2)
    expect(blind.blindnessOf('another task')).toBeNull()
  })

  it('is followed where another window of the computer begins or ends it', async () => {
    const disk = openPage()
    const page = new EventTarget()
    const blind = await import('../../../renderer/state/blind.ts')
    const stop = blind.followBlindness(page)
    const tell = (): void => {
      page.dispatchEvent(Object.assign(new Event('storage'), { key: 'nines.blind' }))
    }
    disk.set('nines.blind', JSON.stringify({ refunds: { seed: 1, marks: [4, 5], chosen: 1 } }))
    tell()
    expect(blind.blindnessOf('refunds')).toEqual({ seed: 1, marks: [4, 5], chosen: 1 })
    stop()
    disk.set('nines.blind', '{}')
    tell()
    expect(blind.blindnessOf('refunds')).not.toBeNull()
  })

  it('has a letter for any number of configurations', async () => {
    openPage()
    const { letterOf } = await import('../../../renderer/state/blind.ts')
    expect([0, 1, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual([
      'A',
      'B',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ])
  })
})
