import {
  evidenceOverCases,
  evidenceOverRounds,
  findLevel,
  methodVersion,
  passRateClaim,
  withLeftIncomplete,
} from '../../../shared/assessment/index.ts'
import type { ParsedInput } from '../../../shared/contract/contract.ts'
import type { EvidenceHistory } from '../../../shared/domain/evidence-history.ts'
import { readCompletionOrder, readRoundPasses } from '../../store/evidence-order.ts'
import { readRecord } from '../../store/records.ts'
import { plannedRepeatsOf } from '../../store/tasks.ts'
import type { StoreContext } from '../context.ts'
import { requireConfiguration, requireTask } from '../tasks/index.ts'

/**
 * How the evidence about a level grew as complete cases arrived, about new cases; round by round, about this fixed
 * list. The order is that of logging (store/evidence-order.ts); the last point does not depend on it.
 * @throws ExpectedFailure as an assessment does
 */
export function assessEvidenceHistory(
  context: StoreContext,
  request: ParsedInput<'evidence.get'>,
): EvidenceHistory {
  const { queries } = context.workspace
  return queries.snapshot(() => {
    const stored = requireTask(context, request.task)
    const configuration = requireConfiguration(context, stored, request.configuration)
    const level = findLevel(stored.task, request.level)
    const scope = request.scope ?? stored.task.scope
    const plannedRepeats = plannedRepeatsOf(stored)
    const answer = {
      formatVersion: 1,
      methodVersion,
      task: stored.task.name,
      configuration: configuration.name,
      scope,
      level: level.name,
      required: level.required,
      alpha: level.alpha,
    } as const
    const record = readRecord(queries, stored.id, configuration, plannedRepeats)
    if (scope === 'new-cases') {
      const passes = readCompletionOrder(queries, configuration.id)
      const points = evidenceOverCases(passes, plannedRepeats, level.required)
      const claim = passRateClaim(record)
      return { ...answer, unit: 'cases', points: withLeftIncomplete(points, claim, level.required) }
    }
    const { completeRounds } = record
    const passes = readRoundPasses(queries, configuration.id, completeRounds.rounds)
    return {
      ...answer,
      unit: 'rounds',
      points: evidenceOverRounds(passes, completeRounds.cases, level.required),
    }
  })
}
