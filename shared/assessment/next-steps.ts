import type { Assessment, LevelAssessment, NextStep } from '../domain/assessment.ts'
import { assertNever } from '../domain/assert-never.ts'
import type { Lever } from '../domain/cause.ts'
import { isMeasured, type Measured, type NotMeasured } from '../domain/measured.ts'
import { size } from '../statistics/evidence.ts'
import { type Decision, type Findings, verdictsOpen } from './bottleneck.ts'
import { isBarelyLabelled, labelling } from './causes.ts'
import { type Claim, claimNeeds } from './claim.ts'
import { casesToDecide, openConfigurations } from './decision-needs.ts'
import { attemptPrice, withinBudget } from './economy.ts'
import { cheapestMeeting } from './strategies.ts'

const atMost = 5

export interface NextStepsInput {
  readonly findings: Findings
  readonly decision: Decision
  /** Scores of one attempt, and their estimate. */
  readonly claim: Claim
  readonly reliability: Measured
  readonly levels: readonly LevelAssessment[]
  readonly causes: Assessment['causes']
  readonly scaling: Assessment['scaling']
  /** The lever most labelled failures point at, when it is not the verdict's. */
  readonly conflict: Lever | null
}

type Steps = readonly NextStep[]

function labelCauses({ causes }: NextStepsInput): Steps {
  return isBarelyLabelled(causes) ? [{ step: 'label-causes', ...labelling(causes) }] : []
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

/** A decided claim holds in spite of the cases that were left incomplete; completed, they could add to it. */
function leftIncomplete(input: NextStepsInput): Steps {
  return input.findings.record.leftIncomplete.length > 0 ? completeCases(input) : []
}

function firstTrials(input: NextStepsInput): Steps {
  const { counts, plannedRepeats } = input.findings.record
  return counts.trials === 0 ? [{ step: 'log-first-trials', plannedRepeats }] : completeCases(input)
}

/**
 * Rounds of a fixed list that are likely to decide the level. When that cannot be told, twice as many as
 * planned.
 */
function roundsToDecide({ findings: { record, level }, claim }: NextStepsInput): number {
  const trials = (['above', 'below'] as const)
    .map((direction) => claimNeeds(claim, level.required, level.alpha, direction))
    .find((count) => typeof count === 'number')
  const { rounds, cases } = record.completeRounds
  return trials === undefined ? 2 * record.plannedRepeats : rounds + Math.ceil(trials / cases)
}

function moreRepeats(repeats: number, needed: number): Steps {
  return needed > repeats ? [{ step: 'log-more-repeats', repeats, needed }] : []
}

/** Where completing the unfinished cases takes fewer than logging others would, it comes first and tells what is left. */
function moreCases(
  { findings: { record, level } }: NextStepsInput,
  cases: number | NotMeasured | null,
): Steps {
  const left = record.leftIncomplete.reduce((sum, each) => sum + each.cases, 0)
  const isBlocked = left > 0 && (typeof cases !== 'number' || cases > left)
  return cases === null || isBlocked ? [] : [{ step: 'log-more-cases', cases, level: level.name }]
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
  return [
    ...moreCases(input, cases ?? null),
    ...moreRepeats(record.plannedRepeats, neededRepeats),
    ...labelCauses(input),
  ]
}

/**
 * One attempt falls short, but what would help is open. On a fixed list more repeats sharpen the replays, since
 * no case can be added.
 */
function openBottleneck(input: NextStepsInput): Steps {
  const { findings } = input
  const { record, neededRepeats, verdicts, perfect, scope } = findings
  const n = record.plannedRepeats
  const retryUnknown = perfect !== null || verdictsOpen(findings) || n < 2
  const isCapped = n >= neededRepeats && findings.ceiling.verdict === 'short'
  const logVerdicts: Steps = verdicts !== 'all' && retryUnknown && !isCapped ? [{ step: 'log-verdicts' }] : []
  if (n < neededRepeats) return [...moreRepeats(n, neededRepeats), ...logVerdicts, ...labelCauses(input)]
  const more = moreCases(input, casesToDecide(findings))
  return [
    ...logVerdicts,
    ...(scope === 'these-cases' ? moreRepeats(n, 2 * n) : more),
    ...measureConfigurations(input),
    ...measureMoreCompute(input),
    ...labelCauses(input),
  ]
}

/** What another configuration does is open: more cases of this one would not tell. */
function measureConfigurations({ findings }: NextStepsInput): Steps {
  const { name: level } = findings.level
  return openConfigurations(findings).map((each) => ({ step: 'measure-configuration', ...each, level }))
}

/**
 * Without the answers a vote was judged as if all wrong ones agreed. Where a perfect verifier might still do, so might
 * a vote.
 */
function logAnswers({ findings: { votes, ceiling, tried } }: NextStepsInput): Steps {
  const voted = tried.some(({ strategy }) => strategy.strategy === 'majority' && strategy.feasible)
  return votes === null && voted && ceiling.verdict !== 'short' ? [{ step: 'log-answers' }] : []
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

/** An amount of compute beyond this many times the largest measured one is not proposed on the ground of a ratio. */
const largestStep = 4

/** Compute still helps at the largest amount measured: one step beyond it says more than any extrapolation. */
function measureMoreCompute({ scaling }: NextStepsInput): Steps {
  if ('notMeasured' in scaling || scaling.statement !== 'rising') return []
  const { from, to } = scaling.lastStep
  // One that is set up already and not measured yet is an open configuration, and a step of its own.
  if (scaling.points.some((each) => each.amount > to)) return []
  return [{ step: 'measure-more-compute', amount: to * Math.min(to / from, largestStep), unit: scaling.unit }]
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
    ...logAnswers(input),
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

/** One attempt alone is over the budget, whatever it is worth. */
function attemptOverBudget({ findings: { record, task } }: NextStepsInput): Steps {
  const price = attemptPrice(record)
  return withinBudget(price, task.budget) ? [] : [{ step: 'meet-budget', ...price }]
}

function steps(input: NextStepsInput): Steps {
  const { decision, findings, claim } = input
  if (size(claim.complete) === 0) return firstTrials(input)
  switch (decision.verdict) {
    case 'none':
      return [...leftIncomplete(input), ...attemptOverBudget(input), ...stayAndClimb(input)]
    case 'undecided':
      return [
        ...completeCases(input),
        ...(findings.levelVerdict === 'short' ? openBottleneck(input) : openLevel(input)),
      ]
    case 'inference-scaling':
      return [...leftIncomplete(input), ...adopt(input)]
    case 'product-engineering':
      return [...leftIncomplete(input), ...attemptOverBudget(input), ...productWork(input)]
    default:
      return assertNever(decision.verdict)
  }
}

/** What to log or do next, the most useful first, at most five. */
export function nextSteps(input: NextStepsInput): Steps {
  return steps(input).slice(0, atMost)
}
