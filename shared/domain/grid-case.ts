import { z } from 'zod'
import { outcome, verifierVerdict } from './trial.ts'

/** A row of the log: a case with its trials of one configuration. */
export const gridCase = z
  .object({
    case: z.string(),
    input: z.string().nullable(),
    segment: z.string().nullable(),
    trials: z
      .array(
        z
          .object({
            repeat: z.number().int(),
            outcome,
            cause: z.string().nullable(),
            verifier: verifierVerdict.nullable(),
            note: z.string().nullable(),
            latencyMs: z.number().nullable(),
            loggedBy: z.string().nullable(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
export type GridCase = z.infer<typeof gridCase>
