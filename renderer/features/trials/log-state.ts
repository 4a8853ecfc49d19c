import { z } from 'zod'
import { create } from 'zustand'
import { keep, readKept } from '../../state/kept.ts'
import type { Cell } from './grading.ts'
import { finishLap, type Lap, type LapTime, seen, startLap, toggleLeftOut, togglePause } from './stopwatch.ts'

/** A small form over the log, and the attempt it is about. */
export type Panel =
  | { readonly kind: 'note' | 'void' | 'causes'; readonly cell: Cell }
  | { readonly kind: 'logger' }
  | { readonly kind: 'blind' }

interface LogState {
  readonly panel: Panel | null
  /** Whether attempts are timed. */
  readonly isTiming: boolean
  readonly lap: Lap | null
  /** The time of the attempt graded last, when it was timed. */
  readonly last: LapTime | null
}

const key = 'nines.stopwatch'

export const useLogState = create<LogState>(() => ({
  panel: null,
  isTiming: readKept(key, z.boolean()) ?? false,
  lap: null,
  last: null,
}))

export function openPanel(panel: Panel | null): void {
  useLogState.setState({ panel })
}

export function setTiming(isTiming: boolean): void {
  keep(key, isTiming)
  useLogState.setState(isTiming ? { isTiming } : { isTiming, lap: null, last: null })
}

export function isSameCell(a: Cell, b: Cell): boolean {
  return a.row === b.row && a.repeat === b.repeat
}

/** The cursor is at a cell; the time begins where nothing is logged. Coming to where it is already changes nothing. */
export function arriveAt(cell: Cell, isOpen: boolean): void {
  const { isTiming, lap } = useLogState.getState()
  if (!isTiming || !isOpen) return useLogState.setState({ lap: null })
  if (lap !== null && isSameCell(lap.cell, cell)) return
  useLogState.setState({ lap: startLap(cell, performance.now(), document.hidden) })
}

/** Nobody is at the grid any more. */
export function leaveGrid(): void {
  useLogState.setState({ lap: null, last: null, panel: null })
}

export function pauseOrGoOn(): void {
  const { lap } = useLogState.getState()
  if (lap !== null) useLogState.setState({ lap: togglePause(lap, performance.now()) })
}

export function leaveTimeOut(): void {
  const { lap } = useLogState.getState()
  if (lap !== null) useLogState.setState({ lap: toggleLeftOut(lap) })
}

export function forgetLastTime(): void {
  if (useLogState.getState().last !== null) useLogState.setState({ last: null })
}

/** Ends the time of the attempt in a cell, for it is graded now; null when it was not timed. */
export function takeTime(cell: Cell): LapTime | null {
  const { lap } = useLogState.getState()
  const last = lap === null || !isSameCell(lap.cell, cell) ? null : finishLap(lap, performance.now())
  useLogState.setState({ lap: null, last })
  return last
}

/** Stores the last time after all, or takes it away again; null when there is none of that cell. */
export function turnLastTime(cell: Cell): LapTime | null {
  const { last } = useLogState.getState()
  if (last === null || !isSameCell(last.cell, cell)) return null
  const turned = { ...last, isStored: !last.isStored }
  useLogState.setState({ last: turned })
  return turned
}

/** Follows whether anybody can see the window. Returns how to stop. */
export function followSight(page: Document): () => void {
  const follow = (): void => {
    const { lap } = useLogState.getState()
    if (lap !== null) useLogState.setState({ lap: seen(lap, page.hidden, performance.now()) })
  }
  page.addEventListener('visibilitychange', follow)
  return () => page.removeEventListener('visibilitychange', follow)
}
