const everyDepthUpTo = 50
const everyDepthAtFirst = 20
const growth = 1.25

/**
 * The numbers of attempts k that are replayed: each of 1..n up to 50 repeats; beyond that 1..20, then steps of
 * a quarter, and always n. It depends on n alone, never on outcomes, so choosing among them is honest.
 */
export function depths(plannedRepeats: number): readonly number[] {
  const first = plannedRepeats <= everyDepthUpTo ? plannedRepeats : everyDepthAtFirst
  const found = Array.from({ length: first }, (_, index) => index + 1)
  for (let k = first * growth; k < plannedRepeats; k *= growth) found.push(Math.round(k))
  if (first < plannedRepeats) found.push(plannedRepeats)
  return [...new Set(found)]
}

/** The odd ones: a majority of an even number can be a tie. An even depth stands for the odd one below it. */
export function oddDepths(plannedRepeats: number): readonly number[] {
  return [...new Set(depths(plannedRepeats).map((k) => (k % 2 === 1 ? k : k - 1)))]
}
