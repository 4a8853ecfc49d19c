import { create } from 'zustand'
import { setWaiting } from '../../state/logging.ts'
import { type Coming, createGrader, type Grader, type GraderPorts } from './grader.ts'

type GraderKey = Pick<GraderPorts, 'task' | 'configuration'>

const graders = new Map<string, Grader>()
const waiting = new Map<string, number>()

const idOf = ({ task, configuration }: GraderKey): string => JSON.stringify([task, configuration])

/**
 * The grader of a task's configuration, the same one for as long as the window lives: what waits for the disk and
 * what can be undone outlive the screen they came from. When the page goes, it sends all that waits.
 */
export function graderFor(
  key: GraderKey,
  make: () => GraderPorts,
  page: Pick<EventTarget, 'addEventListener'> = window,
): Grader {
  const id = idOf(key)
  const known = graders.get(id)
  if (known !== undefined) return known
  const grader = createGrader(make())
  page.addEventListener('pagehide', () => grader.leave())
  graders.set(id, grader)
  return grader
}

/** Tells the window how many attempts wait, of this grader and of those whose screens are away. */
export function tellWaiting(key: GraderKey, count: number): void {
  waiting.set(idOf(key), count)
  setWaiting([...waiting.values()].reduce((sum, each) => sum + each, 0))
}

type AllComing = Readonly<Record<string, readonly Coming[]>>

const useAllComing = create<{ readonly coming: AllComing }>(() => ({ coming: {} }))
const nothing: readonly Coming[] = []

/** Tells the grid which grades are on their way: they are seen at once, and fully once they are stored. */
export function tellComing(key: GraderKey, coming: readonly Coming[]): void {
  useAllComing.setState((state) => ({ coming: { ...state.coming, [idOf(key)]: coming } }))
}

export function comingOf(key: GraderKey): readonly Coming[] {
  return useAllComing.getState().coming[idOf(key)] ?? nothing
}

export function useComing(key: GraderKey): readonly Coming[] {
  const id = idOf(key)
  return useAllComing((state) => state.coming[id] ?? nothing)
}
