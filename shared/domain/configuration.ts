import { z } from 'zod'
import { label, name } from './trial.ts'

/** How much compute one attempt spends, and of what: 8 samples, 16,000 thinking tokens. */
export const compute = z.object({ amount: z.number().gt(0).max(1e15), unit: label(60) }).readonly()
export type Compute = z.infer<typeof compute>

const parameter = z.union([z.string().max(10_000), z.number(), z.boolean()])

/** What a team says of a configuration; nothing of it changes what was logged. Null: not said. */
export const configurationAttributes = z.object({
  model: label(200).nullable(),
  /** Version of the model. */
  version: label(200).nullable(),
  /** For example "single call" or "tree of thought". */
  strategy: label(200).nullable(),
  promptVersion: label(200).nullable(),
  /** Configurations of one task with the same unit are a compute series. */
  compute: compute.nullable(),
  /** Name of the configuration this one spends more compute than. */
  moreComputeThan: name.nullable(),
  parameters: z.record(label(200), parameter).readonly(),
})
export type ConfigurationAttributes = z.infer<typeof configurationAttributes>

export const noAttributes: ConfigurationAttributes = {
  model: null,
  version: null,
  strategy: null,
  promptVersion: null,
  compute: null,
  moreComputeThan: null,
  parameters: {},
}

/** A configuration of a task and what was logged with it. */
export const configurationSummary = configurationAttributes
  .extend({
    name,
    trials: z.number().int(),
    /** Cases with at least one trial, and those with all the planned repeats. */
    cases: z.number().int(),
    completeCases: z.number().int(),
  })
  .readonly()
export type ConfigurationSummary = z.infer<typeof configurationSummary>
