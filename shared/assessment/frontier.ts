/** A configuration by what it takes and what it brings. */
export interface FrontierPlace {
  readonly name: string
  /** What one attempt takes, in any unit: cost or time. */
  readonly price: number
  readonly reliability: number
}

export interface FrontierStanding {
  /** Nothing else is at least as reliable at no higher price. */
  readonly onFrontier: boolean
  /** The most reliable of those that leave it off the frontier, the cheaper of two alike. */
  readonly dominatedBy: string | null
}

function dominates(a: FrontierPlace, b: FrontierPlace): boolean {
  if (a.price > b.price || a.reliability < b.reliability) return false
  return a.price < b.price || a.reliability > b.reliability
}

/** Whether a place is on the frontier of all of them, itself included, and what beats it when not. */
export function frontierStanding(own: FrontierPlace, places: readonly FrontierPlace[]): FrontierStanding {
  const [best] = places
    .filter((other) => dominates(other, own))
    .toSorted((a, b) => b.reliability - a.reliability || a.price - b.price)
  return { onFrontier: best === undefined, dominatedBy: best?.name ?? null }
}
