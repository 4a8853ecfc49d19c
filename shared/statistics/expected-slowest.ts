/**
 * Expected latency of the slowest of k trials drawn without replacement from the n that were logged: what a
 * strategy that runs k attempts in parallel waits for. Order statistics of a finite population:
 * Σ_{i=k}^{n} x_(i) · C(i−1, k−1) / C(n, k).
 * @param sorted latencies in ascending order, at least k of them; the result has their unit
 * @param k at least 1
 * @throws RangeError when k is not an integer in [1, n]
 */
export function expectedSlowest(sorted: readonly number[], k: number): number {
  const n = sorted.length
  if (!Number.isInteger(k) || k < 1 || k > n) throw new RangeError(`cannot draw ${k} of ${n}`)
  // The chance that x_(i) is the slowest drawn, from the largest down: every factor stays in [0, 1].
  let chance = k / n
  let expected = 0
  for (let rank = n; rank >= k; rank -= 1) {
    expected += chance * (sorted[rank - 1] ?? 0)
    chance *= rank === 1 ? 0 : (rank - k) / (rank - 1)
  }
  return expected
}
