import type { LevelAssessment } from '../domain/assessment.ts'
import { ExpectedFailure } from '../domain/failure.ts'
import type { Level } from '../domain/level.ts'
import type { Scope, Task } from '../domain/task.ts'
import { type Claim, claimCasesNeeded, judgeClaim } from './claim.ts'

/** A level with the chance of claiming wrongly that holds for it: its own, else the task's. */
export interface JudgedLevel {
  readonly name: string
  readonly required: number
  readonly alpha: number
}

export function judgedLevel(level: Level, task: Task): JudgedLevel {
  return { name: level.name, required: level.required, alpha: level.alpha ?? task.alpha }
}

/**
 * The level an assessment is about: the named one, else the task's target.
 * @throws ExpectedFailure `level-not-found`, naming the levels there are
 */
export function findLevel(task: Task, levelName: string | undefined): JudgedLevel {
  const wanted = levelName ?? task.target
  const found = task.levels.find((each) => each.name === wanted)
  if (found === undefined) {
    const known = task.levels.map((each) => `"${each.name}"`).join(', ')
    throw new ExpectedFailure(
      'level-not-found',
      `The task "${task.name}" has no level "${wanted}". Nothing was changed. Choose one of its levels: ${known}.`,
    )
  }
  return judgedLevel(found, task)
}

function needed(claim: Claim, level: JudgedLevel, scope: Scope): LevelAssessment['casesNeeded'] {
  const count = claimCasesNeeded(claim, level.required, level.alpha)
  // The list is fixed: more rounds of it are needed, not more cases. The next steps say how many.
  return scope === 'these-cases' && typeof count === 'number' ? { notMeasured: 'not-applicable' } : count
}

/** Judges every level of the task by the scores of one configuration. */
export function assessLevels(task: Task, claim: Claim, scope: Scope): readonly LevelAssessment[] {
  return task.levels.map((each) => {
    const level = judgedLevel(each, task)
    const judgement = judgeClaim(claim, level.required, level.alpha)
    const casesNeededYet = judgement.verdict === 'more-evidence' ? needed(claim, level, scope) : null
    return { ...level, ...judgement, casesNeeded: casesNeededYet }
  })
}
