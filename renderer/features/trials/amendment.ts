import type { Input } from '../../../shared/contract/contract.ts'
import type { Trial } from '../../../shared/domain/trial.ts'

export type Amendment = Input<'trial.amend'>['changes']

/** What no amendment changes. */
function restOf(trial: Trial): string {
  const {
    outcome: _o,
    cause: _c,
    verifier: _v,
    note: _n,
    latencyMs: _t,
    grader: _g,
    loggedBy: _l,
    ...rest
  } = trial
  // Both trials were parsed by one schema, so their fields stand in one order.
  return JSON.stringify(rest)
}

/**
 * The amendment that makes the stored trial into the wanted one of the same key; null when there is none, because
 * they differ in something that is not amended, or because it would have to be forgotten who said so.
 */
export function amendmentTo(wanted: Trial, stored: Trial): Amendment | null {
  if (restOf(wanted) !== restOf(stored)) return null
  const { outcome, cause = null, verifier = null, note = null, latencyMs = null, grader, loggedBy } = wanted
  const isForgotten =
    (grader === undefined && stored.grader !== undefined) ||
    (loggedBy === undefined && stored.loggedBy !== undefined)
  if (isForgotten) return null
  return {
    outcome,
    cause,
    verifier,
    note,
    latencyMs,
    ...(grader === undefined ? {} : { grader }),
    ...(loggedBy === undefined ? {} : { loggedBy }),
  }
}
