/**
 * Numbers the rows of a configuration and case that name no repeat, in order of appearance: through one file, and on
 * through those after it in the same import.
 */
export interface Appearances {
  /** The number of one more row; one that names its repeat pushes those after it beyond that. */
  readonly next: (configuration: string, label: string, repeat: number | undefined) => number
}

export function createAppearances(): Appearances {
  const highest = new Map<string, Map<string, number>>()
  return {
    next(configuration, label, repeat) {
      const cases = highest.get(configuration) ?? new Map<string, number>()
      highest.set(configuration, cases)
      const before = cases.get(label) ?? 0
      const number = before + 1
      cases.set(label, repeat === undefined ? number : Math.max(before, repeat))
      return number
    },
  }
}
