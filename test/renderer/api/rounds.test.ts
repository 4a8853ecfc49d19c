import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readRounds } from '../../../renderer/api/rounds.ts'
import { setWaiting } from '../../../renderer/state/logging.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

interface Rounds {
  /** When each reading began, ms, and whether the keys had stopped. */
  readonly read: (readonly [at: number, isQuiet: boolean])[]
  over?: number
}

/** Starts rounds whose reading takes so long. */
function start(readingMs: number, signal = new AbortController().signal): Rounds {
  const begun = performance.now()
  const rounds: Rounds = { read: [] }
  const read = async (isQuiet: boolean): Promise<void> => {
    rounds.read.push([performance.now() - begun, isQuiet])
    await new Promise((resolve) => setTimeout(resolve, readingMs))
  }
  const run = async (): Promise<void> => {
    await readRounds(read, signal)
    rounds.over = performance.now() - begun
  }
  void run()
  return rounds
}

describe('rounds of reading', () => {
  it('are one that begins at once when nobody grades, with a rest as long as it took', async () => {
    await vi.advanceTimersByTimeAsync(10_000)
    const rounds = start(700)
    await vi.advanceTimersByTimeAsync(2000)
    expect(rounds).toEqual({ read: [[0, true]], over: 1400 })
  })

  it('rest for half a second at least', async () => {
    await vi.advanceTimersByTimeAsync(10_000)
    const rounds = start(20)
    await vi.advanceTimersByTimeAsync(2000)
    expect(rounds.over).toBe(520)
  })

  it('wait for the keys to stop', async () => {
    setWaiting(1)
    await vi.advanceTimersByTimeAsync(100)
    const rounds = start(0)
    await vi.advanceTimersByTimeAsync(200)
    setWaiting(0)
    await vi.advanceTimersByTimeAsync(2000)
    expect(rounds.read).toEqual([[600, true]])
  })

  it('do not wait for ever when they do not, and end with a whole one when they did', async () => {
    const rounds = start(0)
    for (let key = 0; key < 30; key += 1) {
      setWaiting(key % 2)
      await vi.advanceTimersByTimeAsync(100)
    }
    // The last key came at 2,900 ms; quiet is 400 ms later.
    await vi.advanceTimersByTimeAsync(3000)
    expect(rounds.read).toEqual([
      [1500, false],
      [3300, true],
    ])
  })

  it('do not let one slow answer hold up what comes next', async () => {
    await vi.advanceTimersByTimeAsync(10_000)
    const rounds = start(60_000)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(rounds.over).toBe(10_000)
  })

  it('end with the window', async () => {
    const closed = new AbortController()
    const rounds = start(60_000, closed.signal)
    await vi.advanceTimersByTimeAsync(500)
    closed.abort()
    await vi.advanceTimersByTimeAsync(0)
    expect(rounds.over).toBe(500)
    setWaiting(0)
    const late = start(0, closed.signal)
    await vi.advanceTimersByTimeAsync(1000)
    expect(late.read).toEqual([])
  })
})
