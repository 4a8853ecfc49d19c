import type { Bottleneck, BottleneckReason } from '../../shared/domain/assessment.ts'
import type { Archetype, World } from '../shared/assessment/worlds.ts'

/** What is required in all worlds, and the repeats that are logged. */
export const required = 0.9
export const repeats = 10

/** Mean over cases of what a case reaches whose attempts pass with this chance, independently. */
function meanOver({ kinds }: World, reaches: (chance: number) => number): number {
  return kinds.reduce((sum, { share, chance }) => sum + share * reaches(chance), 0)
}

function choose(n: number, k: number): number {
  let ways = 1
  for (let step = 1; step <= k; step += 1) ways = (ways * (n - k + step)) / step
  return ways
}

/** Chance that one attempt passes. */
export function reliability(world: World): number {
  return meanOver(world, (p) => p)
}

/** Chance that any of k attempts passes: what a perfect verifier delivers. */
export function capability(world: World, k: number): number {
  return meanOver(world, (p) => 1 - (1 - p) ** k)
}

/** Chance that more than half of k attempts pass. */
export function majority(world: World, k: number): number {
  const successes = Array.from({ length: (k + 1) / 2 }, (_, index) => (k + 1) / 2 + index)
  return meanOver(world, (p) =>
    successes.reduce((sum, s) => sum + choose(k, s) * p ** s * (1 - p) ** (k - s), 0),
  )
}

/** Chances that the verifier accepts a right and a wrong attempt at a case. */
function accepted({ verifier }: World, p: number): { readonly right: number; readonly wrong: number } {
  if (verifier === null) return { right: 0, wrong: 0 }
  return { right: p * verifier.acceptsPass, wrong: (1 - p) * verifier.acceptsFailure }
}

/** Chance that the first accepted of at most k attempts is right. */
export function retryRight(world: World, k: number): number {
  return meanOver(world, (p) => {
    const { right, wrong } = accepted(world, p)
    const tries = Array.from({ length: k }, (_, before) => (1 - right - wrong) ** before)
    return tries.reduce((sum, reached) => sum + right * reached, 0)
  })
}

/** Expected attempts until one is taken, at most k. */
function attempts(world: World, k: number, taken: (chance: number) => number): number {
  return meanOver(world, (p) =>
    Array.from({ length: k }, (_, before) => (1 - taken(p)) ** before).reduce((sum, each) => sum + each, 0),
  )
}

/** A strategy, what it truly reaches, and its cost at 1 USD an attempt. */
export interface TrueStrategy {
  readonly strategy: 'retry-until-accepted' | 'majority' | 'configuration'
  readonly k: number
  readonly reaches: number
  readonly costUsd: number
}

export function trueStrategies({ truth, stronger }: Archetype): readonly TrueStrategy[] {
  const depths = Array.from({ length: repeats - 1 }, (_, index) => index + 2)
  const takes = (p: number): number => accepted(truth, p).right + accepted(truth, p).wrong
  const retries = depths.map((k) => ({
    strategy: 'retry-until-accepted' as const,
    k,
    reaches: retryRight(truth, k),
    costUsd: attempts(truth, k, takes),
  }))
  const votes = depths
    .filter((k) => k % 2 === 1)
    .map((k) => ({ strategy: 'majority' as const, k, reaches: majority(truth, k), costUsd: k }))
  const others =
    stronger === undefined
      ? []
      : [{ strategy: 'configuration' as const, k: 1, reaches: reliability(stronger), costUsd: 1 }]
  return [...(truth.verifier === null ? [] : retries), ...votes, ...others]
}

/** The verdict and every reason that hold in a world, by the rule of section 4 of the method on true means. */
export function trueBottleneck(archetype: Archetype): {
  readonly verdict: Bottleneck['verdict']
  readonly reasons: readonly BottleneckReason[]
} {
  const { truth, budget } = archetype
  const most = budget?.maxCostUsd ?? Number.POSITIVE_INFINITY
  const strategies = trueStrategies(archetype)
  const meets = (inside: boolean): boolean =>
    strategies.some((each) => each.reaches >= required && each.costUsd <= most === inside)
  if (reliability(truth) >= required) return { verdict: 'none', reasons: [] }
  if (meets(true)) return { verdict: 'inference-scaling', reasons: [] }
  const paidFor = deepestPaidFor(truth, most)
  const perfectWouldDo = paidFor >= 2 && capability(truth, paidFor) >= required
  const reasons: BottleneckReason[] = []
  if (capability(truth, repeats) < required) reasons.push('capability-ceiling')
  if (perfectWouldDo) reasons.push(truth.verifier === null ? 'no-verifier' : 'verifier')
  if (meets(false)) reasons.push('budget')
  return { verdict: 'product-engineering', reasons }
}

/** The most attempts that the budget pays for, on average, with a perfect verifier. */
function deepestPaidFor(world: World, most: number): number {
  let deepest = 1
  for (let k = 2; k <= repeats; k += 1) if (attempts(world, k, (p) => p) <= most) deepest = k
  return deepest
}
