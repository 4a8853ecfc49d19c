import type { Verdict } from '../domain/level.ts'
import { logEvidence, logEvidenceBelow, type Scores } from './evidence.ts'

/** Both sides of the evidence about one required mean, natural logs, and what follows from them. */
export interface Judgement {
  readonly logEvidenceMeets: number
  readonly logEvidenceShort: number
  readonly verdict: Verdict
}

/** True once the evidence has reached 1/α: the chance that this ever happens to a false claim is at most α. */
export function decides(logEvidenceValue: number, alpha: number): boolean {
  return logEvidenceValue >= -Math.log(alpha)
}

/** What follows from the evidence on both sides; see {@link judge}. */
export function judgementOf(
  logs: Omit<Judgement, 'verdict'>,
  alphaMeets: number,
  alphaShort: number,
): Judgement {
  if (decides(logs.logEvidenceMeets, alphaMeets)) return { ...logs, verdict: 'meets' }
  if (decides(logs.logEvidenceShort, alphaShort)) return { ...logs, verdict: 'short' }
  return { ...logs, verdict: 'more-evidence' }
}

/**
 * Judges whether the true mean meets `required`. Never both: the side that the sample mean contradicts has
 * evidence of at most 1.
 * @param required in (0, 1)
 * @param alphaMeets chance of ever claiming `meets` wrongly
 * @param alphaShort the same for `short`; differs when one of several candidates is chosen (α/N against α)
 */
export function judge(
  scores: Scores,
  required: number,
  alphaMeets: number,
  alphaShort: number = alphaMeets,
): Judgement {
  const logEvidenceMeets = logEvidence(scores, required)
  const logEvidenceShort = logEvidenceBelow(scores, required)
  return judgementOf({ logEvidenceMeets, logEvidenceShort }, alphaMeets, alphaShort)
}
