import type { Cell } from './grading.ts'

/**
 * One attempt being timed, from the moment the cursor comes to its open cell. It measures what the person saw, the
 * attempt and their judgement of it. All times are of the page's clock, ms.
 */
export interface Lap {
  readonly cell: Cell
  /** Of the stretches that are over. */
  readonly elapsedMs: number
  /** Since when the present stretch runs; null while paused. */
  readonly since: number | null
  /** Of the time that counted, how much nobody could see this window. */
  readonly hiddenMs: number
  readonly hiddenSince: number | null
  /** The person wants no time for this attempt. */
  readonly isLeftOut: boolean
}

/** What a lap came to when its attempt was graded. */
export interface LapTime {
  readonly cell: Cell
  readonly latencyMs: number
  readonly hiddenMs: number
  /** Whether it is stored with the attempt. */
  readonly isStored: boolean
}

export function startLap(cell: Cell, now: number, isHidden: boolean): Lap {
  return {
    cell,
    elapsedMs: 0,
    since: now,
    hiddenMs: 0,
    hiddenSince: isHidden ? now : null,
    isLeftOut: false,
  }
}

export function elapsedMs({ elapsedMs: before, since }: Lap, now: number): number {
  return since === null ? before : before + (now - since)
}

/** Counts what was hidden up to now; a pause counts neither way. */
function hiddenUpTo({ hiddenMs, hiddenSince, since }: Lap, now: number): number {
  if (hiddenSince === null || since === null) return hiddenMs
  return hiddenMs + (now - Math.max(hiddenSince, since))
}

/** Stops the time, or lets it run on. */
export function togglePause(lap: Lap, now: number): Lap {
  if (lap.since === null) {
    return { ...lap, since: now, hiddenSince: lap.hiddenSince === null ? null : now }
  }
  return { ...lap, elapsedMs: elapsedMs(lap, now), hiddenMs: hiddenUpTo(lap, now), since: null }
}

export function toggleLeftOut(lap: Lap): Lap {
  return { ...lap, isLeftOut: !lap.isLeftOut }
}

/** The window went out of sight, or came back into it. */
export function seen(lap: Lap, isHidden: boolean, now: number): Lap {
  if (isHidden) return lap.hiddenSince === null ? { ...lap, hiddenSince: now } : lap
  return { ...lap, hiddenMs: hiddenUpTo(lap, now), hiddenSince: null }
}

/**
 * The time of an attempt that is graded now, in whole ms. One that ran while nobody could see the window is not
 * stored by itself: who knows what was timed.
 */
export function finishLap(lap: Lap, now: number): LapTime {
  const hiddenMs = Math.round(hiddenUpTo(lap, now))
  return {
    cell: lap.cell,
    latencyMs: Math.round(elapsedMs(lap, now)),
    hiddenMs,
    isStored: hiddenMs === 0 && !lap.isLeftOut,
  }
}
