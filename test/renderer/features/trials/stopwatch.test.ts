import { describe, expect, it } from 'vitest'
import {
  elapsedMs,
  finishLap,
  type Lap,
  seen,
  startLap,
  toggleLeftOut,
  togglePause,
} from '../../../../renderer/features/trials/stopwatch.ts'

const cell = { row: 3, repeat: 2 }

/** What happens to a lap that starts at 1,000 ms, and when. */
function lapOf(...events: readonly (readonly [at: number, what: 'pause' | 'hide' | 'show'])[]): Lap {
  return events.reduce(
    (lap, [at, what]) => (what === 'pause' ? togglePause(lap, at) : seen(lap, what === 'hide', at)),
    startLap(cell, 1000, false),
  )
}

describe('the time of an attempt', () => {
  it('is from the arrival to the grade, in whole milliseconds', () => {
    expect(finishLap(lapOf(), 13_400.6)).toEqual({ cell, latencyMs: 12_401, hiddenMs: 0, isStored: true })
  })

  it('leaves pauses out', () => {
    const lap = lapOf([3000, 'pause'], [60_000, 'pause'])
    expect(elapsedMs(lap, 61_500)).toBe(3500)
    expect(finishLap(lap, 61_500)).toMatchObject({ latencyMs: 3500, isStored: true })
    expect(finishLap(lapOf([3000, 'pause']), 90_000)).toMatchObject({ latencyMs: 2000, isStored: true })
  })

  it('is not stored by itself when the window was hidden meanwhile, and says for how long', () => {
    const back = lapOf([2000, 'hide'], [7000, 'show'])
    expect(finishLap(back, 9000)).toEqual({ cell, latencyMs: 8000, hiddenMs: 5000, isStored: false })
    expect(finishLap(lapOf([2000, 'hide']), 9000)).toMatchObject({ hiddenMs: 7000, isStored: false })
    expect(finishLap(seen(startLap(cell, 0, true), false, 40), 100)).toMatchObject({ hiddenMs: 40 })
  })

  it('does not mind a hidden window during a pause', () => {
    const away = lapOf([2000, 'pause'], [2500, 'hide'], [8000, 'show'], [9000, 'pause'])
    expect(finishLap(away, 10_000)).toMatchObject({ latencyMs: 2000, hiddenMs: 0, isStored: true })
    // Hidden before, throughout and after the pause: 0.5 s and 1 s of it counted.
    const partly = lapOf([1500, 'hide'], [2000, 'pause'], [8000, 'pause'], [9000, 'show'])
    expect(finishLap(partly, 9500)).toMatchObject({ latencyMs: 2500, hiddenMs: 1500 })
  })

  it('is not stored when it was to be left out, unless that was taken back', () => {
    expect(finishLap(toggleLeftOut(lapOf()), 2000).isStored).toBe(false)
    expect(finishLap(toggleLeftOut(toggleLeftOut(lapOf())), 2000).isStored).toBe(true)
  })

  it('is told twice that the window is hidden and counts it once', () => {
    expect(finishLap(lapOf([2000, 'hide'], [3000, 'hide'], [4000, 'show']), 5000).hiddenMs).toBe(2000)
  })
})
