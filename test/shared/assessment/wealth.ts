/** Average wealth of the 64 bettors after so many cases, each of which wins a unit stake so much: (1 + c · gain)^m. */
export function wealth(count: number, gain: number): number {
  const all = Array.from({ length: 64 }, (_, j) => (1 + ((j + 0.5) / 64) * gain) ** count)
  return all.reduce((a, b) => a + b) / 64
}

/** The least number of such cases after which it is enough. */
export function casesFor(enough: number, gain: number): number {
  const counts = Array.from({ length: 400 }, (_, index) => index)
  const found = counts.find((count) => wealth(count, gain) >= enough)
  if (found === undefined) throw new Error('400 cases are not enough')
  return found
}
