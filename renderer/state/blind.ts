import { z } from 'zod'
import { create } from 'zustand'
import { keep, readKept } from './kept.ts'

/**
 * How the configurations of a task go by letters. No name stands in it: each letter has the number that its
 * configuration's name gives with the seed, in the order of the letters.
 */
const blindness = z
  .object({
    seed: z.number(),
    marks: z.array(z.number()).readonly(),
    /** Place of the letter that is graded. */
    chosen: z.number().int().min(0),
  })
  .readonly()
export type Blindness = z.infer<typeof blindness>

const byTask = z.record(z.string(), blindness).readonly()
type ByTask = z.infer<typeof byTask>

const key = 'nines.blind'
const nothing: ByTask = {}

const useBlindness = create<{ readonly byTask: ByTask }>(() => ({ byTask: readKept(key, byTask) ?? nothing }))

function follow(event: Event): void {
  if ('key' in event && event.key === key) useBlindness.setState({ byTask: readKept(key, byTask) ?? nothing })
}

/** Windows of one computer are blind together: a name shown in one of them is known. */
export function followBlindness(
  page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
): () => void {
  page.addEventListener('storage', follow)
  return () => page.removeEventListener('storage', follow)
}

function change(task: string, wanted: Blindness | null): void {
  const others = Object.entries(useBlindness.getState().byTask).filter(([name]) => name !== task)
  const next = Object.fromEntries(wanted === null ? others : [...others, [task, wanted]])
  keep(key, next)
  useBlindness.setState({ byTask: next })
}

function find(all: ByTask, task: string): Blindness | null {
  return Object.hasOwn(all, task) ? (all[task] ?? null) : null
}

/** How a task is blind; null: it is not. */
export function blindnessOf(task: string): Blindness | null {
  return find(useBlindness.getState().byTask, task)
}

export function useBlind(task: string): Blindness | null {
  return useBlindness((state) => find(state.byTask, task))
}

/** The tasks that are blind. */
export function useBlindTasks(): (task: string) => boolean {
  const all = useBlindness((state) => state.byTask)
  return (task) => find(all, task) !== null
}

/** FNV-1a with a last mix: equal names give equal numbers, and a name cannot be read from its number. */
function markOf(seed: number, name: string): number {
  let hash = 2_166_136_261 ^ seed
  for (let index = 0; index < name.length; index += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 16_777_619)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507)
  hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Deals letters to these configurations in an order that only the seed knows, and begins with the first. */
export function startBlind(task: string, names: readonly string[], seed: number): void {
  const marks = names.map((name) => markOf(seed, name)).toSorted((a, b) => a - b)
  change(task, { seed, marks, chosen: 0 })
}

export function chooseLetter(task: string, blind: Blindness, chosen: number): void {
  change(task, { ...blind, chosen })
}

export function endBlind(task: string): void {
  change(task, null)
}

/** Names in the order of their letters; those that came later follow in their own order. */
export function dealt({ seed, marks }: Blindness, names: readonly string[]): readonly string[] {
  const placeOf = (name: string): number => {
    const place = marks.indexOf(markOf(seed, name))
    return place < 0 ? marks.length : place
  }
  return names.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** A, B … Z, AA, AB … */
export function letterOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26))
  return place < 26 ? last : `${letterOf(Math.floor(place / 26) - 1)}${last}`
}
