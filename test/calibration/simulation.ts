import { bounds } from '../../shared/statistics/bounds.ts'
import { logEvidence, logEvidenceBelow, type Scores } from '../../shared/statistics/evidence.ts'
import { beta, type Random } from '../../shared/statistics/random.ts'
import { judge } from '../../shared/statistics/verdict.ts'

/** Claims must hold at both; the larger comes first. */
export const alphas = [0.05, 0.01] as const

export const requiredMeans = [0.5, 0.8, 0.95, 0.99] as const

interface CaseKind {
  readonly kind: string
  /** A case's own chance to pass, drawn so that the mean over cases is θ. */
  readonly chance: (theta: number, random: Random) => number
}

/** How cases may differ: not at all, a lot, or of two kinds (solved always, or half as often as θ). */
export const caseKinds: readonly CaseKind[] = [
  { kind: 'Bernoulli', chance: (theta) => theta },
  { kind: 'Beta', chance: (theta, random) => beta(theta, 1 - theta, random) },
  { kind: 'two-point', chance: (theta, random) => (random() < theta / (2 - theta) ? 1 : theta / 2) },
]

/** How many of some attempts pass. */
export function drawPasses(attempts: number, chance: number, random: Random): number {
  let passes = 0
  for (let attempt = 0; attempt < attempts; attempt += 1) if (random() < chance) passes += 1
  return passes
}

const errors = ['meets', 'short', 'outside'] as const

/** What can be claimed wrongly of a mean that is exactly what is required; outside: of the interval. */
export interface Claim {
  readonly alpha: number
  readonly error: (typeof errors)[number]
}

export const everyClaim: readonly Claim[] = alphas.flatMap((alpha) =>
  errors.map((error) => ({ alpha, error })),
)

function claim(alpha: number, error: Claim['error']): readonly Claim[] {
  return everyClaim.filter((each) => each.alpha === alpha && each.error === error)
}

/**
 * What one look claims of scores whose true mean is θ. What is open at the larger α is open at the smaller, and to
 * leave the interval takes twice the evidence of a verdict: so most looks cost one judgement. That verdict and
 * interval agree is tested apart.
 */
export function claimsOf(scores: Scores, theta: number): readonly Claim[] {
  const found: Claim[] = []
  for (const alpha of alphas) {
    const { verdict } = judge(scores, theta, alpha)
    if (verdict === 'more-evidence') break
    const { lower, upper } = bounds(scores, alpha)
    found.push(...claim(alpha, verdict), ...(theta < lower || theta > upper ? claim(alpha, 'outside') : []))
  }
  return found
}

/** α and 3 standard errors of a share of α among the runs. */
export function tolerated(alpha: number, runs: number): number {
  return alpha + 3 * Math.sqrt((alpha * (1 - alpha)) / runs)
}

/** The claims that more teams ever made than α and chance explain; none when the error rates hold. */
export function tooOften(teams: readonly ReadonlySet<Claim>[]): readonly unknown[] {
  return everyClaim
    .map((each) => ({ ...each, share: teams.filter((team) => team.has(each)).length / teams.length }))
    .filter(({ alpha, share }) => share > tolerated(alpha, teams.length))
}

/** Answers from memory what was asked before: looks at single trials see the same counts again and again. */
export function remembered<Value>(of: (a: number, b: number) => Value): (a: number, b: number) => Value {
  const known = new Map<number, Value>()
  return (a, b) => {
    const key = a * 2 ** 20 + b
    const found = known.get(key) ?? of(a, b)
    known.set(key, found)
    return found
  }
}

/** The histogram of single trials. */
export function singleTrials(passes: number, trials: number): Scores {
  return [
    { score: 1, count: passes },
    { score: 0, count: trials - passes },
  ]
}

/**
 * Whether the evidence against `required`, on either side, has come to as much as is given: far less than any claim
 * takes. Looks that cost much are left out before. What is claimed is never read from here.
 */
export function mayClaim(scores: Scores, required: number, evidence: number): boolean {
  const strongest = Math.max(logEvidence(scores, required), logEvidenceBelow(scores, required))
  return strongest >= Math.log(evidence)
}
