import { assess, attemptCurves, type AssessmentWithoutSentences } from '../../../shared/assessment/index.ts'
import type { AttemptAxis, AttemptsCurvesInput } from '../../../shared/charts/attempts-curves-layout.ts'
import type { ComputeAxisInput, ComputeSeriesFigures } from '../../../shared/charts/compute-axis-layout.ts'
import type { DeliveryInput } from '../../../shared/charts/delivery-layout.ts'
import type { AnswerClass, CaseClass } from '../../../shared/domain/record.ts'
import type { ScalingBand } from '../../../shared/domain/scaling-band.ts'
import type { Language } from '../../../shared/domain/settings.ts'
import { completeTask, type NewTask, type Task } from '../../../shared/domain/task.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { caseClass, configurationRecord } from '../assessment/records.ts'
import { cases, type Point, seriesInput } from '../assessment/series.ts'

export interface World {
  readonly task: Task
  readonly assessment: AssessmentWithoutSentences
}

interface Given {
  readonly repeats: number
  readonly classes: readonly CaseClass[]
  readonly task?: Partial<NewTask>
  readonly answers?: readonly AnswerClass[]
  /** Of one attempt, USD and ms; none: not logged. */
  readonly price?: readonly [costUsd: number, latencyMs: number]
}

function world({ repeats, classes, task: given, answers, price }: Given): World {
  const task = completeTask({ name: 'refunds', levels: [{ name: 'Ready', required: 0.9 }], ...given })
  const [costUsd, latencyMs] = price ?? [0, 0]
  const values = price === undefined ? 0 : 10
  const configuration = configurationRecord({
    plannedRepeats: repeats,
    classes,
    answers: answers ?? null,
    cost: { values, sum: values * costUsd },
    latency: {
      values,
      sum: values * latencyMs,
      p50: price === undefined ? null : latencyMs,
      p95: price === undefined ? null : latencyMs,
      slowestOf:
        price === undefined ? [] : Array.from({ length: repeats }, (_, index) => latencyMs * (1 + index / 9)),
    },
  })
  return { task, assessment: assess({ task, configuration, others: [] }) }
}

/** Every trial with a verdict: the verifier takes all passes but one, and `wrong` failures. */
function judged(repeats: number, passes: number, wrong: number, count: number): CaseClass {
  return caseClass({
    passes,
    acceptedPasses: Math.max(0, passes - 1),
    acceptedFailures: wrong,
    verdicts: repeats,
    cases: count,
  })
}

/** All trials of a case gave one of two answers. */
function answered(repeats: number, passes: number, count: number): AnswerClass {
  const groups = [
    { count: passes, passes },
    { count: repeats - passes, passes: 0 },
  ].filter((each) => each.count > 0)
  return { groups, blanks: 0, cases: count }
}

const six = [judged(6, 6, 0, 20), judged(6, 3, 2, 25), judged(6, 1, 4, 10), judged(6, 0, 0, 5)]

export const worlds: Readonly<Record<string, World>> = {
  'τ-bench': world({
    repeats: 4,
    classes: [14, 12, 10, 4, 10].map((count, passes) => caseClass({ passes, cases: count })),
  }),
  'six attempts with everything': world({
    repeats: 6,
    classes: six,
    answers: [answered(6, 6, 20), answered(6, 3, 25), answered(6, 1, 10), answered(6, 0, 5)],
    price: [0.1, 4000],
    task: { wrongCost: 2, budget: { maxCostUsd: 0.4, maxLatencyMs: 18_000 } },
  }),
  'a budget for nothing': world({
    repeats: 6,
    classes: six,
    price: [0.1, 4000],
    task: { budget: { maxCostUsd: 0.05, maxLatencyMs: null } },
  }),
  'fifty attempts': world({
    repeats: 50,
    classes: [judged(50, 50, 0, 10), judged(50, 20, 10, 20), judged(50, 2, 40, 20)],
    price: [0.001, 250],
    task: { wrongCost: 5, budget: { maxCostUsd: 0.02, maxLatencyMs: null } },
  }),
  'a thousand attempts, a level with a long name': world({
    repeats: 1000,
    classes: [judged(1000, 900, 10, 10), judged(1000, 20, 400, 20)],
    price: [12, 3_700_000],
    task: {
      wrongCost: 1,
      levels: [{ name: '사람이 나중에 몇 건만 골라 확인하는 자동화 수준', required: 0.9999 }],
    },
  }),
  'one attempt': world({ repeats: 1, classes: [judged(1, 1, 0, 10), judged(1, 0, 1, 3)] }),
  'no case': world({ repeats: 4, classes: [] }),
  'all right': world({
    repeats: 3,
    classes: [caseClass({ passes: 3, acceptedPasses: 3, verdicts: 3, cases: 90 })],
  }),
}

export function worldOf(name: string): World {
  const found = worlds[name]
  if (found === undefined) throw new Error(`no world ${name}`)
  return found
}

function levelOf({ levels, bottleneck }: AssessmentWithoutSentences): { name: string; required: number } {
  const level = levels.find((each) => each.name === bottleneck.level)
  return { name: level?.name ?? '', required: level?.required ?? 0 }
}

export function curvesInput(
  name: string,
  axis: AttemptAxis = 'attempts',
  language: Language = 'en',
): AttemptsCurvesInput {
  const { task, assessment } = worldOf(name)
  const curves = attemptCurves(assessment, task.budget)
  return {
    curves,
    axis,
    focus: curves[0]?.use ?? 'perfect',
    level: levelOf(assessment),
    budget: task.budget,
    translator: translatorFor(language),
  }
}

/** Null where no verdicts were logged. */
export function deliveryInput(name: string, language: Language = 'en'): DeliveryInput | null {
  const { assessment } = worldOf(name)
  const { retry } = assessment.repeats
  if ('notMeasured' in retry) return null
  const known = 'notMeasured' in assessment.verifier ? null : assessment.verifier.utility
  return {
    rows: retry,
    utility: known === null || 'notMeasured' in known ? null : known,
    level: levelOf(assessment),
    translator: translatorFor(language),
  }
}

/** Passes of 100 cases with one repeat each. */
function point(name: string, amount: number, passes: number): Point {
  return { name, amount, passes: cases([passes, 1], [100 - passes, 0]) }
}

export const series: Readonly<Record<string, readonly Point[]>> = {
  'four amounts': [
    point('small, 1 sample', 1, 40),
    point('small, 4 samples', 4, 58),
    point('small, 16 samples', 16, 66),
    point('small, 64 samples', 64, 71),
  ],
  'two amounts': [point('low', 2000, 30), point('high', 16_000, 97)],
  'twenty amounts': Array.from({ length: 20 }, (_, index) =>
    point(`a configuration with a long name ${index + 1}`, index + 1, 40 + index),
  ),
  'several of one amount': [point('a', 1, 30), point('b', 1, 35), point('c', 8, 90), point('d', 8, 60)],
  'one of two measured': [point('a', 1, 30), { name: 'b', amount: 8, passes: [] }],
}

export function figuresOf(name: string): ComputeSeriesFigures {
  const points = series[name]
  if (points === undefined) throw new Error(`no series ${name}`)
  const task = completeTask({
    name: 'refunds',
    plannedRepeats: 1,
    levels: [{ name: 'Ready', required: 0.9 }],
  })
  const { scaling } = assess({ task, ...seriesInput(points) })
  if ('notMeasured' in scaling) throw new Error(scaling.notMeasured)
  return scaling
}

function around(amount: number, reliability: number): ScalingBand['fit'][number] {
  const [lower, upper] = [Math.max(0, reliability - 0.1), Math.min(1, reliability + 0.1)]
  return { amount, reliability, lower, upper }
}

/** The fit ± 0.1 at the amounts, and beyond the largest one 1, 2, 4 and 8 times as far, each 0.05 higher. */
export function bandOf(figures: ComputeSeriesFigures): ScalingBand {
  const last = figures.fit.at(-1) ?? { amount: 1, reliability: 0 }
  return {
    fit: figures.fit.map((each) => around(each.amount, each.reliability)),
    extrapolation:
      figures.fit.length < 3
        ? { notMeasured: 'too-few-points' }
        : [1, 2, 4, 8].map((step, index) =>
            around(step * last.amount, Math.min(1, last.reliability + 0.05 * index)),
          ),
    share: 0.95,
    replicates: 1000,
    seed: 1,
  }
}

export function computeInput(name: string, hasBand = true, language: Language = 'en'): ComputeAxisInput {
  const figures = figuresOf(name)
  return {
    series: figures,
    configuration: figures.points[0]?.configuration ?? '',
    band: hasBand ? bandOf(figures) : null,
    translator: translatorFor(language),
  }
}
