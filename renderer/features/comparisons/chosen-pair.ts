import { create } from 'zustand'

export interface Pair {
  readonly first: string
  readonly second: string
}

interface ChosenPairs {
  /** By the name of the task. */
  readonly pairs: Readonly<Record<string, Pair>>
}

/** Which two configurations somebody chose to look at; kept while they look elsewhere. */
export const useChosenPairs = create<ChosenPairs>(() => ({ pairs: {} }))

export function choosePair(task: string, pair: Pair): void {
  useChosenPairs.setState(({ pairs }) => ({ pairs: { ...pairs, [task]: pair } }))
}

/**
 * The pair to show: the chosen one as long as both are there, else the two most reliable.
 * @param names those with complete cases, the most reliable first
 * @returns null with fewer than two
 */
export function shownPair(chosen: Pair | undefined, names: readonly string[]): Pair | null {
  if (chosen !== undefined && names.includes(chosen.first) && names.includes(chosen.second)) return chosen
  const [first, second] = names
  return first === undefined || second === undefined ? null : { first, second }
}

/** One side changed; chosen on both sides, the two change places. */
export function withSide(pair: Pair, side: keyof Pair, name: string): Pair {
  const other = side === 'first' ? 'second' : 'first'
  if (pair[other] === name) return { first: pair.second, second: pair.first }
  return { ...pair, [side]: name }
}
