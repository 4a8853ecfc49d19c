import { z } from 'zod'
import { outcome } from './trial.ts'

const count = z.number().int().min(0)

/** More of a note is read where the case is opened, or in an export. */
export const longestShownNote = 500

/** A case with every attempt of the report's configuration, by repeat. */
export const reportCase = z
  .object({
    case: z.string(),
    segment: z.string().nullable(),
    /** Of the planned repeats; null where they are not all there. */
    passes: count.nullable(),
    trials: z
      .array(
        z
          .object({
            repeat: z.number().int(),
            outcome,
            /** Claims use it: it is among the planned repeats and not void. */
            counts: z.boolean(),
            cause: z.string().nullable(),
            /** Its beginning, when it is long: one character more than `longestShownNote`. */
            note: z.string().nullable(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
export type ReportCase = z.infer<typeof reportCase>

/** The cases of the task in the order they were first seen: all there are, and those that are told here. */
export const reportCases = z.object({ total: count, told: z.array(reportCase).readonly() }).readonly()
export type ReportCases = z.infer<typeof reportCases>
