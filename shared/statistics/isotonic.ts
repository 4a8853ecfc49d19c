/** A value with its weight, for example a mean over that many cases. */
export interface WeightedValue {
  readonly value: number
  readonly weight: number
}

/**
 * The non-decreasing sequence nearest to the values in weighted least squares: pool adjacent violators. Weights are
 * above 0. Linear in the number of values.
 * Source: Ayer et al. 1955; Barlow et al. 1972.
 */
export function isotonicFit(values: readonly WeightedValue[]): readonly number[] {
  const blocks: { sum: number; weight: number; length: number }[] = []
  for (const { value, weight } of values) {
    let block = { sum: value * weight, weight, length: 1 }
    let before = blocks.at(-1)
    while (before !== undefined && before.sum / before.weight >= block.sum / block.weight) {
      block = {
        sum: before.sum + block.sum,
        weight: before.weight + block.weight,
        length: before.length + block.length,
      }
      blocks.pop()
      before = blocks.at(-1)
    }
    blocks.push(block)
  }
  return blocks.flatMap(({ sum, weight, length }) => Array.from({ length }, () => sum / weight))
}
