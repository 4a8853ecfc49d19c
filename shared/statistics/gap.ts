import { type Measured, measuredOr } from '../domain/measured.ts'
import { mean, type Scores } from './evidence.ts'

/** How 1 splits into reliable + flaky + never solved; each part in [0, 1], or not measured without scores. */
export interface Gap {
  /** pass@1. */
  readonly reliable: Measured
  /** pass@n − pass@1: the model can do it, but not every time. */
  readonly flaky: Measured
  /** 1 − pass@n: not solved in n tries. */
  readonly neverSolved: Measured
}

/**
 * Splits the attempts of all cases into what works, what fails now and then and what never worked.
 * @param passAtOne the cases' scores at one attempt
 * @param passAtAll the same cases' scores at all n attempts
 */
export function gap(passAtOne: Scores, passAtAll: Scores): Gap {
  const reliable = mean(passAtOne)
  const capability = mean(passAtAll)
  return {
    reliable: measuredOr(reliable, 'no-complete-cases'),
    // Equal means can differ in their last digit.
    flaky: measuredOr(Math.max(0, capability - reliable), 'no-complete-cases'),
    neverSolved: measuredOr(1 - capability, 'no-complete-cases'),
  }
}

/**
 * −log10(1 − reliability): 0.9 is 1 nine, 0.99 is 2. Exactly 1 has no number of nines.
 * @param reliability in [0, 1], or why it is not measured
 */
export function nines(reliability: Measured): Measured {
  if (typeof reliability !== 'number') return reliability
  if (reliability >= 1) return { notMeasured: 'exactly-one' }
  return reliability <= 0 ? 0 : -Math.log10(1 - reliability)
}
