import { z } from 'zod'
import { scope } from './task.ts'

const count = z.number().int().min(0)

/** Where the evidence stood after so many complete cases, or complete rounds of a fixed list. */
const evidencePoint = z
  .object({
    count: count.min(1),
    /** Mean of the scores so far. */
    estimate: z.number(),
    /** Natural log of the evidence that the reliability exceeds / is below what is required. */
    logEvidenceMeets: z.number(),
    logEvidenceShort: z.number(),
  })
  .readonly()
export type EvidencePoint = z.infer<typeof evidencePoint>

/** How the evidence about one level grew; its last point is that of the assessment. */
export const evidenceHistory = z
  .object({
    formatVersion: z.literal(1),
    methodVersion: z.literal(3),
    task: z.string(),
    configuration: z.string(),
    scope,
    level: z.string(),
    required: z.number(),
    alpha: z.number(),
    /** What `count` counts: about this fixed list the evidence is that of whole rounds. */
    unit: z.enum(['cases', 'rounds']),
    /** Ascending, the first and the last among them; each is exact, those between may be left out. */
    points: z.array(evidencePoint).readonly(),
  })
  .readonly()
export type EvidenceHistory = z.infer<typeof evidenceHistory>
