import { z } from 'zod'
import { lever, levers } from './cause.ts'
import { verdict } from './level.ts'
import { measured, notMeasured } from './measured.ts'
import { planChange } from './plan-change.ts'
import { scope } from './task.ts'

/** An estimate with its two-sided 1 − α interval, all in [0, 1]. Without a complete case: not measured, 0 to 1. */
export const interval = z.object({ estimate: measured, lower: z.number(), upper: z.number() }).readonly()
export type Interval = z.infer<typeof interval>

const count = z.number().int().min(0)
const atK = z.object({ k: z.number().int().min(1), ...interval.unwrap().shape, cases: count }).readonly()
export type AtK = z.infer<typeof atK>

const retryAtK = z
  .object({
    k: z.number().int().min(1),
    /** Right answer delivered. */
    right: interval,
    /** Wrong answer delivered. */
    wrong: interval,
    /** Nothing accepted within k attempts: a person takes over. */
    handedOff: interval,
    /** In [1, k]. */
    expectedAttempts: measured,
    costUsd: measured,
    latencyMs: measured,
  })
  .readonly()
export type RetryAtK = z.infer<typeof retryAtK>

/** What a plurality vote on the logged answers delivers; ties are broken by a fair draw. */
const plurality = z
  .object({
    rows: z.array(atK).readonly(),
    /** Null: exact. Else how the scores were simulated; the standard error is that of an estimate, at most. */
    simulation: z.object({ runs: count, seed: count, standardErrorAtMost: z.number() }).readonly().nullable(),
  })
  .readonly()

const acceptance = z.object({ ...interval.unwrap().shape, trials: count }).readonly()

/** right − w · wrong of retrying until accepted, in [−w, 1]. */
const utility = z
  .object({
    wrongCost: z.number(),
    byAttempts: z.array(z.object({ k: count, ...interval.unwrap().shape }).readonly()).readonly(),
    /** k*: the attempts with the highest estimate. */
    bestK: count,
    /** The least number of attempts above k* that does worse by the estimates; null when none does. */
    hurtsFrom: count.nullable(),
    /**
     * The least number of attempts above k* that is shown to do worse than k*, as is every greater one of the table, at α
     * over the number of depths; at least `hurtsFrom`, null while not even all planned attempts are.
     */
    hurtsShownFrom: count.nullable(),
    /** By the estimates, handing every task to a person, which is worth 0, does better than k* and any other number. */
    handingOverServesBetter: z.boolean(),
  })
  .readonly()

/** How good the verifier is and what a better one alone would change. Errors count among the failures. */
const verifierAssessment = z
  .object({
    /** Share of passes, and of failures, that it accepts. */
    trueAccept: acceptance,
    falseAccept: acceptance,
    /** Attempts at most: as many as the budget pays for. */
    k: count,
    cases: count,
    /** Right answers delivered, with this verifier and with one that is never wrong. */
    right: interval,
    rightIfPerfect: interval,
    addedIfPerfect: interval,
    /** Shares of the way from the reliability to what the level requires, at most 1. */
    closes: measured,
    closesIfPerfect: measured,
    utility: z.union([utility, notMeasured]),
  })
  .readonly()

/** Configurations of the same compute unit, and what they say about reaching the level within the measured range. */
const scaling = z
  .object({
    unit: z.string(),
    level: z.string(),
    required: z.number(),
    points: z
      .array(
        z
          .object({
            configuration: z.string(),
            amount: z.number(),
            ...interval.unwrap().shape,
            cases: count,
            verdict,
            costUsd: measured,
            latencyMs: measured,
          })
          .readonly(),
      )
      .readonly(),
    /** The non-decreasing line nearest to the points. */
    fit: z.array(z.object({ amount: z.number(), reliability: z.number() }).readonly()).readonly(),
    /** What the largest amount gained over the one before it, on the cases both completed; in [−1, 1]. */
    lastStep: z
      .object({
        from: z.number(),
        to: z.number(),
        sharedCases: count,
        gain: interval,
        /** Shown: another step that gains no more than this one leaves the level out of reach. */
        repeatFallsShort: z.boolean(),
      })
      .readonly(),
    /** `saturating`: shown that gains run out, and `repeatFallsShort`; `rising`: short, and the last step gained. */
    statement: z.enum(['reaches', 'saturating', 'rising', 'open']),
    /** The least amount that meets the level. */
    reachedAt: z.number().nullable(),
  })
  .readonly()

export const levelAssessment = z
  .object({
    name: z.string(),
    required: z.number(),
    alpha: z.number(),
    verdict,
    /** Natural log of the evidence that the reliability exceeds / is below what is required. */
    logEvidenceMeets: z.number(),
    logEvidenceShort: z.number(),
    /** Complete cases likely still needed for a verdict; null once there is one. */
    casesNeeded: z.union([count, notMeasured]).nullable(),
  })
  .readonly()
export type LevelAssessment = z.infer<typeof levelAssessment>

/** A way of spending more inference, replayed on what was logged. Costs and latencies are per task. */
const strategy = z
  .object({
    strategy: z.enum(['retry-until-accepted', 'majority', 'plurality', 'configuration']),
    /** Attempts at most; 1 for another configuration. */
    k: z.number().int().min(1),
    /** Which configuration runs. */
    configuration: z.string(),
    ...interval.unwrap().shape,
    verdict,
    /** Inside the task's budget. */
    feasible: z.boolean(),
    expectedAttempts: measured,
    costUsd: measured,
    latencyMs: measured,
  })
  .readonly()
export type Strategy = z.infer<typeof strategy>

export const bottleneckReasons = ['capability-ceiling', 'verifier', 'no-verifier', 'budget'] as const
export const bottleneckReason = z.enum(bottleneckReasons)
export type BottleneckReason = z.infer<typeof bottleneckReason>

/** What to log or do, as data; shared/text puts it in words. */
export const nextStep = z
  .discriminatedUnion('step', [
    z.object({ step: z.literal('log-first-trials'), plannedRepeats: count }),
    z.object({ step: z.literal('complete-cases'), incompleteCases: count, plannedRepeats: count }),
    z.object({ step: z.literal('log-more-cases'), cases: z.union([count, notMeasured]), level: z.string() }),
    /** Complete cases of another configuration, which spends more compute. */
    z.object({
      step: z.literal('measure-configuration'),
      configuration: z.string(),
      cases: z.union([count, notMeasured]),
      level: z.string(),
    }),
    z.object({ step: z.literal('log-answers') }),
    /** One attempt is over the budget; its mean cost and latency. */
    z.object({ step: z.literal('meet-budget'), costUsd: measured, latencyMs: measured }),
    z.object({ step: z.literal('log-more-repeats'), repeats: count, needed: count }),
    z.object({ step: z.literal('log-verdicts') }),
    z.object({ step: z.literal('measure-more-compute'), amount: z.number(), unit: z.string() }),
    z.object({ step: z.literal('study-never-solved'), cases: count, k: count, ceiling: z.number() }),
    z.object({ step: z.literal('build-verifier'), estimate: z.number(), ceiling: z.number(), k: count }),
    z.object({ step: z.literal('improve-verifier'), estimate: z.number(), ceiling: z.number(), k: count }),
    z.object({ step: z.literal('raise-budget'), strategy }),
    z.object({ step: z.literal('adopt-strategy'), strategy }),
    z.object({ step: z.literal('label-causes'), labelled: count, failures: count }),
    z.object({ step: z.literal('fix-top-cause'), cause: z.string(), failures: count, labelled: count }),
    z.object({ step: z.literal('resolve-conflict'), causesLever: lever }),
    z.object({ step: z.literal('keep-watch'), level: z.string() }),
    z.object({ step: z.literal('try-next-level'), level: z.string(), required: z.number() }),
  ])
  .readonly()
export type NextStep = z.infer<typeof nextStep>

export const bottleneck = z
  .object({
    verdict: z.enum(['none', 'undecided', ...levers]),
    /** Name of the level the verdict is about. */
    level: z.string(),
    reasons: z.array(bottleneckReason).readonly(),
    /** Which way the point estimates lean while undecided. */
    leaning: lever.nullable(),
    /** Most labelled failures point at the other lever. */
    evidenceConflict: z.boolean(),
    /** The cheapest feasible strategy that meets the level, when inference scaling is the bottleneck. */
    chosen: strategy.nullable(),
    strategies: z.array(strategy).readonly(),
    /** What a perfect verifier would reach with all planned repeats, budget aside. */
    ceiling: z
      .object({
        k: count,
        ...interval.unwrap().shape,
        verdict,
        expectedAttempts: measured,
      })
      .readonly(),
    nextSteps: z.array(nextStep).readonly(),
    /** The same steps as plain sentences. */
    next: z.array(z.string()).readonly(),
  })
  .readonly()
export type Bottleneck = z.infer<typeof bottleneck>

/** Everything Nines claims of one configuration of a task. Version 1 of the public JSON: see the README. */
export const assessment = z
  .object({
    formatVersion: z.literal(1),
    methodVersion: z.literal(3),
    task: z.string(),
    configuration: z.string(),
    scope,
    alpha: z.number(),
    target: z.string(),
    counts: z
      .object({
        cases: count,
        completeCases: count,
        plannedRepeats: count,
        /** Rounds that every case of the list has completed, when the claim is about this list; else null. */
        completeRounds: count.nullable(),
        trials: count,
        passes: count,
        failures: count,
        errors: count,
        voids: count,
        notCounted: count,
        /** The two kinds of `notCounted`. */
        ofIncompleteCases: count,
        extraRepeats: count,
      })
      .readonly(),
    reliability: z.object({ ...interval.unwrap().shape, nines: measured }).readonly(),
    levels: z.array(levelAssessment).readonly(),
    repeats: z
      .object({
        passAt: z.array(atK).readonly(),
        passAll: z.array(atK).readonly(),
        majority: z.array(atK).readonly(),
        plurality: z.union([plurality, notMeasured]),
        retry: z.union([z.array(retryAtK).readonly(), notMeasured]),
      })
      .readonly(),
    /** Complete cases by how many of their planned repeats passed, fewest passes first; only counts above 0. */
    casesByPasses: z.array(z.object({ passes: count, cases: count }).readonly()).readonly(),
    gapBar: z.object({ reliable: measured, flaky: measured, neverSolved: measured, k: count }).readonly(),
    bottleneck,
    verifier: z.union([verifierAssessment, notMeasured]),
    scaling: z.union([scaling, notMeasured]),
    causes: z
      .array(
        z
          .object({
            /** Cause key; null: failures that nobody labelled. */
            cause: z.string().nullable(),
            name: z.string().nullable(),
            lever: lever.nullable(),
            failures: count,
            share: z.number(),
            /** Share of this cause and those before it. */
            cumulativeShare: z.number(),
          })
          .readonly(),
      )
      .readonly(),
    cost: z.object({ meanUsd: measured, perPassUsd: measured }).readonly(),
    latency: z.object({ meanMs: measured, p50Ms: measured, p95Ms: measured }).readonly(),
    segments: z
      .array(
        z
          .object({
            segment: z.string(),
            cases: count,
            ...interval.unwrap().shape,
            /** One interval each, not corrected for looking at several: to ask with, not to claim. */
            exploratory: z.literal(true),
          })
          .readonly(),
      )
      .readonly(),
    /** Changes of the plan made after trials were logged, the oldest first. */
    planChanges: z.array(planChange).readonly(),
    loggers: z.array(z.object({ name: z.string().nullable(), trials: count }).readonly()).readonly(),
    period: z
      .object({ firstLoggedAt: z.string().nullable(), lastLoggedAt: z.string().nullable() })
      .readonly(),
    dataFingerprint: z.string(),
  })
  .readonly()
export type Assessment = z.infer<typeof assessment>
