import { mostPlannedRepeats } from '../../shared/domain/task.ts'
import { build, type Queries } from './queries.ts'
import { renewTaskRollUps } from './roll-ups.ts'

/**
 * Brings plans of more repeats than a plan may have down to the most: earlier versions planned whatever the first
 * file held, and could not read it back. Nothing was claimed with such a plan, so it counts as no change of one.
 */
export function mendPlans(queries: Queries): void {
  const beyond = queries.all(
    build.selectFrom('task').select('id').where('planned_repeats', '>', mostPlannedRepeats),
  )
  if (beyond.length === 0) return
  queries.transaction(() => {
    for (const { id } of beyond) {
      queries.run(build.updateTable('task').set({ planned_repeats: mostPlannedRepeats }).where('id', '=', id))
      renewTaskRollUps(queries, id, mostPlannedRepeats)
    }
  })
}
