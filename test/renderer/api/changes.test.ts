import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { followChanges, wait } from '../../../renderer/api/changes.ts'

/** What the host answers to one question: a change number, or nothing at all. */
type Answer = number | 'failure'

interface Followed {
  /** What was asked, told and waited for, in order. */
  readonly events: readonly string[]
}

/** Follows a host that gives these answers; the window is closed when the last of them is due. */
async function follow(...answers: readonly Answer[]): Promise<Followed> {
  const events: string[] = []
  const closed = new AbortController()
  const left = [...answers]
  await followChanges(
    {
      next: async (after, signal) => {
        expect(signal).toBe(closed.signal)
        events.push(`after ${after}`)
        const answer = left.shift()
        if (answer === undefined) closed.abort()
        if (answer === undefined || answer === 'failure') throw new Error('no answer')
        return await Promise.resolve(answer)
      },
      changed: async () => {
        events.push('changed')
        await Promise.resolve()
      },
      wait: async (milliseconds, signal) => {
        expect(signal).toBe(closed.signal)
        events.push(`wait ${milliseconds}`)
        await Promise.resolve()
      },
    },
    closed.signal,
  )
  return { events }
}

describe('following the workspace', () => {
  it('takes the first answer for a change: what is on screen may have been read before it', async () => {
    expect((await follow(0)).events).toEqual(['after -1', 'changed', 'after 0'])
    expect((await follow(7)).events).toEqual(['after -1', 'changed', 'after 7'])
  })

  it('tells every later change, and asks on from there', async () => {
    expect((await follow(3, 4, 9)).events).toEqual([
      'after -1',
      'changed',
      'after 3',
      'changed',
      'after 4',
      'changed',
      'after 9',
    ])
  })

  it('tells nothing when the host answers that all is as it was', async () => {
    expect((await follow(3, 3, 3)).events).toEqual(['after -1', 'changed', 'after 3', 'after 3', 'after 3'])
  })

  it('takes the first answer after a failure for a change: something may have happened meanwhile', async () => {
    const expected = ['after -1', 'changed', 'after 3', 'wait 500', 'after -1', 'changed']
    expect((await follow(3, 'failure', 3)).events).toEqual([...expected, 'after 3'])
    // A host that was started again counts from the beginning.
    expect((await follow(3, 'failure', 0)).events).toEqual([...expected, 'after 0'])
  })

  it('takes it for a change too when the very first question failed', async () => {
    expect((await follow('failure', 0, 0)).events).toEqual([
      'after -1',
      'wait 500',
      'after -1',
      'changed',
      'after 0',
      'after 0',
    ])
  })

  it('asks on only when what is on screen was read anew', async () => {
    const events: string[] = []
    const closed = new AbortController()
    const reading = Promise.withResolvers<void>()
    const followed = followChanges(
      {
        next: async (after) => {
          events.push(`after ${after}`)
          if (after === 2) closed.abort()
          return await Promise.resolve(after === -1 ? 1 : 2)
        },
        changed: () => reading.promise,
        wait,
      },
      closed.signal,
    )
    await new Promise((resolve) => setImmediate(resolve))
    expect(events).toEqual(['after -1'])
    reading.resolve()
    await followed
    expect(events).toEqual(['after -1', 'after 1', 'after 2'])
  })

  it('waits longer from failure to failure, and starts anew after an answer', async () => {
    const failures = Array.from({ length: 6 }, () => 'failure' as const)
    const { events } = await follow(1, ...failures, 2, 'failure')
    const pauses = events.filter((event) => event.startsWith('wait'))
    expect(pauses).toEqual([500, 1000, 2000, 5000, 5000, 5000, 500].map((pause) => `wait ${pause}`))
  })
})

describe('closing the window', () => {
  it('before it began asks nothing', async () => {
    const next = vi.fn<() => Promise<number>>()
    await followChanges({ next, changed: vi.fn<() => Promise<void>>(), wait }, AbortSignal.abort())
    expect(next).not.toHaveBeenCalled()
  })

  it('during a question ends it without a pause', async () => {
    const closed = new AbortController()
    const pause = vi.fn<() => Promise<void>>()
    const question = Promise.withResolvers<number>()
    const followed = followChanges(
      { next: () => question.promise, changed: vi.fn<() => Promise<void>>(), wait: pause },
      closed.signal,
    )
    closed.abort()
    question.reject(new Error('aborted'))
    await followed
    expect(pause).not.toHaveBeenCalled()
  })

  it('during a pause asks nothing more', async () => {
    const closed = new AbortController()
    const next = vi.fn<() => Promise<number>>().mockRejectedValue(new Error('no answer'))
    await followChanges(
      {
        next,
        changed: vi.fn<() => Promise<void>>(),
        wait: async () => {
          closed.abort()
          await Promise.resolve()
        },
      },
      closed.signal,
    )
    expect(next).toHaveBeenCalledTimes(1)
  })
})

/** Whether a pause has ended, asked later. */
function watched(pause: Promise<void>): () => boolean {
  let isOver = false
  const watch = async (): Promise<void> => {
    await pause
    isOver = true
  }
  void watch()
  return () => isOver
}

describe('a pause', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('lasts its time', async () => {
    const isOver = watched(wait(500, new AbortController().signal))
    await vi.advanceTimersByTimeAsync(499)
    expect(isOver()).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(isOver()).toBe(true)
  })

  it('ends at once when aborted, and leaves no timer', async () => {
    const closed = new AbortController()
    const isOver = watched(wait(5000, closed.signal))
    closed.abort()
    await vi.advanceTimersByTimeAsync(0)
    expect([isOver(), vi.getTimerCount()]).toEqual([true, 0])
  })

  it('does not begin when it was aborted before', async () => {
    const isOver = watched(wait(5000, AbortSignal.abort()))
    await vi.advanceTimersByTimeAsync(0)
    expect([isOver(), vi.getTimerCount()]).toEqual([true, 0])
  })

  it('leaves nothing behind on the signal: a host can be away for a day', async () => {
    const { signal } = new AbortController()
    for (let pause = 1; pause <= 3; pause += 1) {
      const over = wait(5000, signal)
      await vi.advanceTimersByTimeAsync(5000)
      await over
    }
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })
})
