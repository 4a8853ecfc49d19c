import { z } from 'zod'
import { label } from './trial.ts'

export const levers = ['inference-scaling', 'product-engineering'] as const
/** What usually removes a failure: more compute per answer, or work on the product around the model. */
export const lever = z.enum(levers)
export type Lever = z.infer<typeof lever>

/** A failure cause of a task's list; `lever` is null where neither lever is the usual cure. */
export const cause = z
  .object({
    key: label(60),
    name: label(80),
    lever: lever.nullable(),
  })
  .readonly()
export type Cause = z.infer<typeof cause>

/** The list each task starts with; the order is that of the digit keys while logging. */
export const startingCauses: readonly Cause[] = [
  { key: 'reasoning-slip', name: 'Reasoning slip', lever: 'inference-scaling' },
  { key: 'inconsistent-answer', name: 'Inconsistent answer', lever: 'inference-scaling' },
  { key: 'missing-knowledge', name: 'Missing knowledge', lever: 'product-engineering' },
  { key: 'wrong-context', name: 'Missing or wrong context', lever: 'product-engineering' },
  { key: 'tool-error', name: 'Tool or integration error', lever: 'product-engineering' },
  { key: 'output-format', name: 'Output format', lever: 'product-engineering' },
  { key: 'ambiguous-specification', name: 'Ambiguous specification', lever: 'product-engineering' },
  { key: 'limit', name: 'Latency or cost limit', lever: 'product-engineering' },
  { key: 'policy', name: 'Unsafe or out of policy', lever: 'product-engineering' },
  { key: 'other', name: 'Other', lever: null },
]
