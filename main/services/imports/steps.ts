import type { OnProgress } from '../../importers/index.ts'

/** Work told less often than this, as a share of the whole, is told as if nothing had happened meanwhile. */
const leastStep = 0.005

/**
 * Divides the progress of a whole among its steps, which follow one another.
 * @param weights of the steps, in their order; together they are the whole
 * @returns what to tell the progress of each step to, in [0, 1]; called for every row, it passes on what matters
 */
export function inSteps(onProgress: OnProgress, weights: readonly number[]): readonly OnProgress[] {
  const total = weights.reduce((sum, each) => sum + each, 0)
  let before = 0
  return weights.map((weight): OnProgress => {
    const start = before
    before += weight
    let told = -1
    return (share) => {
      if (share - told < leastStep && share < 1) return
      told = share
      onProgress((start + share * weight) / total)
    }
  })
}
