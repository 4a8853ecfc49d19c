import type { Input } from '../../../shared/contract/contract.ts'
import type { Trial } from '../../../shared/domain/trial.ts'

export type Amendment = Input<'trial.amend'>['changes']

/** What no amendment changes. */
function restOf(trial: Trial): string {
  const {
    outcome: _outcome,
    cause: _cause,
    verifier: _verifier,
    note: _note,
    loggedBy: _name,
    ...rest
  } = trial
  // Both trials were parsed by one schema, so their fields stand in one order.
  return JSON.stringify(rest)
}

/**
 * The amendment that makes the stored trial into the wanted one of the same key; null when there is none, because
 * they differ in something that is not amended, or because a name would have to be taken away.
 */
export function amendmentTo(wanted: Trial, stored: Trial): Amendment | null {
  if (restOf(wanted) !== restOf(stored)) return null
  const { outcome, cause = null, verifier = null, note = null, loggedBy } = wanted
  if (loggedBy === undefined && stored.loggedBy !== undefined) return null
  return { outcome, cause, verifier, note, ...(loggedBy === undefined ? {} : { loggedBy }) }
}
