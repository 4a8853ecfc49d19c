import { z } from 'zod'
import { name, outcome, prose, verifierVerdict } from './trial.ts'

/** What the planned repeats of a case say together; `incomplete`: they are not all there. */
export const caseGroups = ['always', 'sometimes', 'never', 'incomplete'] as const
export const caseGroup = z.enum(caseGroups)
export type CaseGroup = z.infer<typeof caseGroup>

/** Which cases of a configuration are meant: those that fit everything that is not null. */
export const caseFilter = z
  .object({
    group: caseGroup.nullable(),
    /** Passes among the planned repeats of a complete case. */
    passes: z.number().int().min(0).nullable(),
    /** At least one of its trials ended so. */
    outcome: outcome.nullable(),
    /** Key of the cause of at least one of its failures; the empty text: a failure without one. */
    cause: z.string().max(60).nullable(),
    /** At least one of its trials got this verdict. */
    verifier: verifierVerdict.nullable(),
    segment: name.nullable(),
    /** Part of its label or its input, in any case of letters. */
    search: prose(1000).nullable(),
  })
  .readonly()
export type CaseFilter = z.infer<typeof caseFilter>

export const allCases: CaseFilter = {
  group: null,
  passes: null,
  outcome: null,
  cause: null,
  verifier: null,
  segment: null,
  search: null,
}
