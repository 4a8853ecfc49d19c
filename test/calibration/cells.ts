import { type Decision, decide, find } from '../../shared/assessment/bottleneck.ts'
import { findLevel } from '../../shared/assessment/levels.ts'
import { reliabilityScores } from '../../shared/assessment/scores.ts'
import { countVotes } from '../../shared/assessment/votes.ts'
import type { Task } from '../../shared/domain/task.ts'
import { mean } from '../../shared/statistics/evidence.ts'
import { judge } from '../../shared/statistics/verdict.ts'
import { oneLevelTask } from '../shared/assessment/records.ts'
import { type Archetype, logOf } from '../shared/assessment/worlds.ts'
import { repeats, required, trueStrategies } from './truth.ts'

/** After how many cases teams look. */
export const sizes = [60, 150, 400, 1000] as const

/** What is shown of an archetype at a size: shares of all teams. */
export interface Cell {
  readonly decided: number
  readonly wrong: number
}

export function taskOf({ budget }: Pick<Archetype, 'budget'>): Task {
  return oneLevelTask(budget === undefined ? {} : { budget })
}

/**
 * The bottleneck that follows from what is logged. What an assessment shows beside it takes most of the time and is
 * left out; that the two agree is tested.
 */
export function decideOn({ configuration, others }: ReturnType<typeof logOf>, task: Task): Decision {
  const level = findLevel(task, undefined)
  const scores = reliabilityScores(configuration, task.scope)
  const { verdict } = judge(scores, level.required, level.alpha)
  const votes = countVotes(configuration)
  const findings = find({ task, record: configuration, others, level, scope: task.scope, votes }, verdict)
  return decide(findings, mean(scores))
}

/** The bottleneck of a world after some cases of one team. */
export function decideAfter(
  archetype: Pick<Archetype, 'truth' | 'stronger'>,
  task: Task,
  cases: number,
  seed: number,
): Decision {
  return decideOn(logOf(archetype, { cases, repeats }, seed), task)
}

/**
 * Whether what is claimed of an archetype is false: another verdict, a reason that does not hold, or a strategy
 * that falls short. `undecided` claims nothing.
 */
export function isWrong(archetype: Archetype, { verdict, reasons, chosen }: Decision): boolean {
  if (verdict === 'undecided') return false
  if (verdict !== archetype.verdict) return true
  if (reasons.some((each) => !archetype.reasons.includes(each))) return true
  if (chosen === null) return false
  const truth = trueStrategies(archetype).find(
    (each) => each.strategy === chosen.strategy && each.k === chosen.k,
  )
  return truth === undefined || truth.reaches < required
}

/** What teams with the seeds `firstSeed`, `firstSeed` + 1 … conclude after some cases. */
export function cellOf(archetype: Archetype, cases: number, teams: number, firstSeed: number): Cell {
  const task = taskOf(archetype)
  const found = Array.from({ length: teams }, (_, index) =>
    decideAfter(archetype, task, cases, firstSeed + index),
  )
  return {
    decided: found.filter((each) => each.verdict !== 'undecided').length / teams,
    wrong: found.filter((each) => isWrong(archetype, each)).length / teams,
  }
}
