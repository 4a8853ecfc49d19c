import { z } from 'zod'
import { computePlan } from '../../shared/assessment/plan.ts'
import { computeScalingBand } from '../../shared/assessment/scaling-band.ts'
import { plan, planInput } from '../../shared/domain/plan.ts'
import { scalingBand, scalingBandInput } from '../../shared/domain/scaling-band.ts'
import type { OnProgress } from './thread.ts'

/** The long computations, name → what goes in and what comes out. */
export const computations = {
  plan: { input: planInput, output: plan },
  'scaling-band': { input: scalingBandInput, output: scalingBand },
} as const

export type ComputationName = keyof typeof computations
export type ComputationInput<N extends ComputationName> = z.output<(typeof computations)[N]['input']>
export type ComputationOutput<N extends ComputationName> = z.output<(typeof computations)[N]['output']>

/** The same, typed so that a generic caller gets the schema of its own computation. */
export const schemas: {
  readonly [N in ComputationName]: { readonly output: z.ZodType<ComputationOutput<N>> }
} = computations

/** What a worker is started with. */
export const request = z.discriminatedUnion('name', [
  z.object({ name: z.literal('plan'), input: planInput }),
  z.object({ name: z.literal('scaling-band'), input: scalingBandInput }),
])

/** Computes here and now. */
export function compute({ name, input }: z.output<typeof request>, onProgress: OnProgress): unknown {
  switch (name) {
    case 'plan':
      return computePlan(input, onProgress)
    case 'scaling-band':
      return computeScalingBand(input, onProgress)
  }
}
