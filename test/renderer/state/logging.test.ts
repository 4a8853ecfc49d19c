import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { guardLeaving, setWaiting } from '../../../renderer/state/logging.ts'

beforeEach(() => setWaiting(0))

/** A page under guard. Says whether leaving it now would be asked about. */
function guarded(): () => boolean {
  const page = new EventTarget()
  onTestFinished(guardLeaving(page))
  return () => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }))
}

describe('leaving the page', () => {
  it('is asked about while attempts wait, and only then', () => {
    const asks = guarded()
    expect(asks()).toBe(false)
    setWaiting(2)
    expect(asks()).toBe(true)
    setWaiting(1)
    expect(asks()).toBe(true)
    setWaiting(0)
    expect(asks()).toBe(false)
    setWaiting(1)
    expect(asks()).toBe(true)
  })

  it('is asked about from the start when something waits already', () => {
    setWaiting(1)
    expect(guarded()()).toBe(true)
  })

  it('is free again when the guard is taken away', () => {
    const page = new EventTarget()
    const stop = guardLeaving(page)
    setWaiting(1)
    stop()
    setWaiting(2)
    expect(page.dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(true)
  })
})
