import { createHash } from 'node:crypto'
import type { RolledTrial } from '../../shared/domain/roll-up.ts'

/**
 * SHA-256 over the counted trials of one case, hexadecimal: of the UTF-8 text of the JSON array
 * `[case, [[repeat, outcome, verifier, cause, latencyMs, costUsd, answer], …]]` without spaces, null where nothing
 * was logged.
 */
export function caseDigest(caseLabel: string, counted: readonly RolledTrial[]): string {
  const rows = counted.map((trial) => [
    trial.repeat,
    trial.outcome,
    trial.verifier,
    trial.cause,
    trial.latencyMs,
    trial.costUsd,
    trial.answer,
  ])
  return createHash('sha256')
    .update(JSON.stringify([caseLabel, rows]))
    .digest('hex')
}

/**
 * The data fingerprint of an assessment: SHA-256 over `nines-fingerprint-2`, the planned repeats and the
 * digests of the complete cases, and of those left incomplete, in ascending order, each on a line of its own that ends
 * in a line feed.
 */
export function fingerprint(plannedRepeats: number, ascendingDigests: Iterable<string>): string {
  const hash = createHash('sha256').update(`nines-fingerprint-2\n${plannedRepeats}\n`)
  for (const digest of ascendingDigests) hash.update(`${digest}\n`)
  return `sha256:${hash.digest('hex')}`
}
