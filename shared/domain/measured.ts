import { z } from 'zod'

/** Why a number could not be computed. Shown to people through shared/text, never as NaN, null or 0. */
export const notMeasuredReasons = [
  'no-complete-cases',
  'not-enough-repeats',
  'no-verifier-verdicts',
  'one-class-only',
  'exactly-one',
  'no-cost-logged',
  'no-latency-logged',
  'no-passes',
  'no-failures',
  'no-answers-logged',
  'no-wrong-cost',
  'no-compute-series',
  'no-shared-cases',
  'too-few-points',
  'not-reachable',
  'not-applicable',
] as const

export const notMeasuredReason = z.enum(notMeasuredReasons)
export type NotMeasuredReason = z.infer<typeof notMeasuredReason>

/** The named value that stands where a number could not be computed. */
export const notMeasured = z.object({ notMeasured: notMeasuredReason }).readonly()
export type NotMeasured = z.infer<typeof notMeasured>

/** A finite number, or the reason why there is none. */
export const measured = z.union([z.number(), notMeasured])
export type Measured = z.infer<typeof measured>

export function isMeasured(value: Measured): value is number {
  return typeof value === 'number'
}

/** `value` when it is finite, else the named reason: the one place where NaN is turned back. */
export function measuredOr(value: number, reason: NotMeasuredReason): Measured {
  return Number.isFinite(value) ? value : { notMeasured: reason }
}
