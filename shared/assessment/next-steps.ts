import type { Assessment, LevelAssessment, NextStep } from '../domain/assessment.ts'
import { assertNever } from '../domain/assert-never.ts'
import type { Lever } from '../domain/cause.ts'
import { isMeasured, type Measured } from '../domain/measured.ts'
import { scoresNeeded } from '../statistics/cases-needed.ts'
import { type Scores, size } from '../statistics/evidence.ts'
import { type Decision, type Findings, verdictsOpen } from './bottleneck.ts'
import { labelling } from './causes.ts'
import { casesToDecide } from './decision-needs.ts'
import { cheapestMeeting } from './strategies.ts'

const atMost = 5

export interface NextStepsInput {
  readonly findings: Findings
  readonly decision: Decision
  /** Scores of one attempt, and their estimate. */
  readonly scores: Scores
  readonly reliability: Measured
  readonly levels: readonly LevelAssessment[]
  readonly causes: Assessment['causes']
  readonly scaling: Assessment['scaling']
  /** The lever most labelled failures point at, when it is not the verdict's. */
  readonly conflict: Lever | null
}

type Steps = readonly NextStep[]

function labelCauses({ causes }: NextStepsInput): Steps {
  const { labelled, failures } = labelling(causes)
  return 2 * labelled < failures ? [{ step: 'label-causes', labelled, failures }] : []
}

function fixTopCause({ causes }: NextStepsInput): Steps {
  const { labelled } = labelling(causes)
  const top = causes.find((each) => each.cause !== null && each.lever === 'product-engineering')
  if (top === undefined || top.cause === null) return []
  return [{ step: 'fix-top-cause', cause: top.cause, failures: top.failures, labelled }]
}

function resolveConflict({ conflict }: NextStepsInput): Steps {
  return conflict === null ? [] : [{ step: 'resolve-conflict', causesLever: conflict }]
}

function completeCases({ findings: { record, scope } }: NextStepsInput): Steps {
  const { plannedRepeats, counts, completeRounds } = record
  // A fixed list also has the cases that this configuration never tried.
  const cases = scope === 'these-cases' ? Math.max(completeRounds.cases, counts.cases) : counts.cases
  const incompleteCases = cases - counts.completeCases
  return incompleteCases > 0 ? [{ step: 'complete-cases', incompleteCases, plannedRepeats }] : []
}

function firstTrials(input: NextStepsInput): Steps {
  const { counts, plannedRepeats } = input.findings.record
  return counts.trials === 0 ? [{ step: 'log-first-trials', plannedRepeats }] : completeCases(input)
}

/**
 * Rounds of a fixed list that are likely to decide the level. When that cannot be told, twice as many as
 * planned.
 */
function roundsToDecide({ findings: { record, level }, scores }: NextStepsInput): number {
  const trials = (['above', 'below'] as const)
    .map((direction) => scoresNeeded(scores, level.required, level.alpha, direction))
    .find((count) => typeof count === 'number')
  const { rounds, cases } = record.completeRounds
  return trials === undefined ? 2 * record.plannedRepeats : rounds + Math.ceil(trials / cases)
}

function moreRepeats(repeats: number, needed: number): Steps {
  return needed > repeats ? [{ step: 'log-more-repeats', repeats, needed }] : []
}

/** The level itself is open. */
function openLevel(input: NextStepsInput): Steps {
  const { findings, levels } = input
  const { level, record, neededRepeats } = findings
  if (findings.scope === 'these-cases') {
    const needed = Math.max(neededRepeats, roundsToDecide(input))
    return [...moreRepeats(record.plannedRepeats, needed), ...labelCauses(input)]
  }
  const cases = levels.find((each) => each.name === level.name)?.casesNeeded
  const moreCases: Steps =
    cases === null || cases === undefined ? [] : [{ step: 'log-more-cases', cases, level: level.name }]
  return [...moreCases, ...moreRepeats(record.plannedRepeats, neededRepeats), ...labelCauses(input)]
}

/**
 * One attempt falls short, but what would help is open. On a fixed list more repeats sharpen the replays, since
 * no case can be added.
 */
function openBottleneck(input: NextStepsInput): Steps {
  const { findings } = input
  const { record, neededRepeats, verdicts, perfect, level, scope } = findings
  const n = record.plannedRepeats
  const retryUnknown = perfect !== null || verdictsOpen(findings) || n < 2
  const logVerdicts: Steps = verdicts !== 'all' && retryUnknown ? [{ step: 'log-verdicts' }] : []
  if (n < neededRepeats) return [...moreRepeats(n, neededRepeats), ...logVerdicts, ...labelCauses(input)]
  const more: Steps =
    scope === 'these-cases'
      ? moreRepeats(n, 2 * n)
      : [{ step: 'log-more-cases', cases: casesToDecide(findings), level: level.name }]
  return [...logVerdicts, ...more, ...measureMoreCompute(input), ...labelCauses(input)]
}

function studyNeverSolved({ findings: { record, ceiling } }: NextStepsInput): Steps {
  const cases = record.classes.reduce((sum, each) => sum + (each.passes === 0 ? each.cases : 0), 0)
  if (ceiling.verdict !== 'short' || cases === 0 || !isMeasured(ceiling.estimate)) return []
  return [{ step: 'study-never-solved', cases, k: ceiling.k, ceiling: ceiling.estimate }]
}

/** What the verifier there is delivers at best inside the budget; one attempt when there is none. */
function verifierEstimate({ findings, reliability }: NextStepsInput): Measured {
  if (findings.verdicts !== 'all') return reliability
  const estimates = findings.tried
    .map((each) => each.strategy)
    .filter((each) => each.strategy === 'retry-until-accepted' && each.feasible)
    .map((each) => each.estimate)
    .filter(isMeasured)
  return estimates.length === 0 ? reliability : Math.max(...estimates)
}

function betterVerifier(input: NextStepsInput): Steps {
  const { perfect, verdicts } = input.findings
  const estimate = verifierEstimate(input)
  if (perfect === null || !isMeasured(perfect.estimate) || !isMeasured(estimate)) return []
  if (verdicts === 'some' || perfect.estimate <= estimate) return []
  const step = verdicts === 'all' ? 'improve-verifier' : 'build-verifier'
  return [{ step, estimate, ceiling: perfect.estimate, k: perfect.k }]
}

/** Compute still helps at the largest amount measured: one step beyond it says more than any extrapolation. */
function measureMoreCompute({ scaling }: NextStepsInput): Steps {
  if ('notMeasured' in scaling || scaling.statement !== 'rising') return []
  const { from, to } = scaling.lastStep
  return [{ step: 'measure-more-compute', amount: to * (to / from), unit: scaling.unit }]
}

function raiseBudget({ findings }: NextStepsInput): Steps {
  const strategy = cheapestMeeting(findings.tried, false)
  return strategy === null ? [] : [{ step: 'raise-budget', strategy }]
}

function productWork(input: NextStepsInput): Steps {
  return [
    ...studyNeverSolved(input),
    ...betterVerifier(input),
    ...measureMoreCompute(input),
    ...raiseBudget(input),
    ...resolveConflict(input),
    ...fixTopCause(input),
    ...labelCauses(input),
  ]
}

function adopt(input: NextStepsInput): Steps {
  const { chosen } = input.decision
  const adoptStrategy: Steps = chosen === null ? [] : [{ step: 'adopt-strategy', strategy: chosen }]
  return [
    ...adoptStrategy,
    ...resolveConflict(input),
    { step: 'keep-watch', level: input.findings.level.name },
  ]
}

function stayAndClimb({ findings: { level }, levels }: NextStepsInput): Steps {
  const next = levels
    .filter((each) => each.required > level.required && each.verdict !== 'meets')
    .toSorted((a, b) => a.required - b.required)[0]
  const climb: Steps =
    next === undefined ? [] : [{ step: 'try-next-level', level: next.name, required: next.required }]
  return [{ step: 'keep-watch', level: level.name }, ...climb]
}

function steps(input: NextStepsInput): Steps {
  const { decision, findings, scores } = input
  if (size(scores) === 0) return firstTrials(input)
  switch (decision.verdict) {
    case 'none':
      return stayAndClimb(input)
    case 'undecided':
      return [
        ...completeCases(input),
        ...(findings.levelVerdict === 'short' ? openBottleneck(input) : openLevel(input)),
      ]
    case 'inference-scaling':
      return adopt(input)
    case 'product-engineering':
      return productWork(input)
    default:
      return assertNever(decision.verdict)
  }
}

/** What to log or do next, the most useful first, at most five. */
export function nextSteps(input: NextStepsInput): Steps {
  return steps(input).slice(0, atMost)
}
