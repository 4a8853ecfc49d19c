import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readRound } from '../../../renderer/api/rounds.ts'
import { setWaiting } from '../../../renderer/state/logging.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** Starts a round whose reading takes so long; what happened when, ms. */
function start(readingMs: number, signal = new AbortController().signal) {
  const begun = performance.now()
  const at: { read?: number; over?: number } = {}
  const read = async (): Promise<void> => {
    at.read = performance.now() - begun
    await new Promise((resolve) => setTimeout(resolve, readingMs))
  }
  const run = async (): Promise<void> => {
    await readRound(read, signal)
    at.over = performance.now() - begun
  }
  void run()
  return at
}

describe('a round of reading', () => {
  it('begins at once when nobody grades, and rests as long as it took', async () => {
    await vi.advanceTimersByTimeAsync(10_000)
    const at = start(300)
    await vi.advanceTimersByTimeAsync(2000)
    expect(at).toEqual({ read: 0, over: 600 })
  })

  it('waits for the keys to stop', async () => {
    setWaiting(1)
    await vi.advanceTimersByTimeAsync(100)
    const at = start(0)
    await vi.advanceTimersByTimeAsync(200)
    setWaiting(0)
    await vi.advanceTimersByTimeAsync(2000)
    expect(at.read).toBe(600)
  })

  it('does not wait for ever when they do not', async () => {
    const at = start(0)
    for (let key = 0; key < 30; key += 1) {
      setWaiting(key % 2)
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(at.read).toBe(1500)
  })

  it('does not let one slow answer hold up what comes next', async () => {
    await vi.advanceTimersByTimeAsync(10_000)
    const at = start(60_000)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(at.over).toBe(10_000)
  })

  it('ends with the window', async () => {
    const closed = new AbortController()
    const at = start(60_000, closed.signal)
    await vi.advanceTimersByTimeAsync(500)
    closed.abort()
    await vi.advanceTimersByTimeAsync(0)
    expect(at.over).toBeDefined()
  })
})
