import { sql } from 'kysely'
import { z } from 'zod'
import type { JointClass } from '../../shared/domain/record.ts'
import { build, type Queries } from './queries.ts'

const passesColumn = z.array(z.number().nullable())

/**
 * The cases that at least one of the configurations completed, by their passes in each of them. Read from the
 * roll-ups alone and grouped by SQLite: a million cases come out as a few rows.
 * @param ids of the configurations, in the order of the passes; at least one
 */
export function readJointClasses(queries: Queries, ids: readonly number[]): readonly JointClass[] {
  const passesWith = ids.map(
    (id) => sql<number | null>`max(CASE WHEN configuration_id = ${id} THEN passes END)`,
  )
  const perCase = build
    .selectFrom('roll_up')
    .where('complete', '=', 1)
    .where('configuration_id', 'in', [...ids])
    .groupBy('case_id')
    .select(sql<string>`json_array(${sql.join(passesWith)})`.as('passes'))
  const rows = queries.all(
    build
      .selectFrom(perCase.as('joint'))
      .groupBy('passes')
      .orderBy('passes')
      .select((expression) => ['passes', expression.fn.countAll<number>().as('cases')]),
  )
  return rows.map(({ passes, cases }) => ({ passes: passesColumn.parse(JSON.parse(passes)), cases }))
}

/** Labels of cases complete in the first configuration and not in the second, a few of them, and how many there are. */
export function unpairedCases(
  queries: Queries,
  firstId: number,
  secondId: number,
  most: number,
): { readonly cases: readonly string[]; readonly count: number } {
  const unpaired = build
    .selectFrom('roll_up as a')
    .innerJoin('task_case as c', 'c.id', 'a.case_id')
    .leftJoin('roll_up as b', (join) =>
      join
        .onRef('b.case_id', '=', 'a.case_id')
        .on('b.configuration_id', '=', secondId)
        .on('b.complete', '=', 1),
    )
    .where('a.configuration_id', '=', firstId)
    .where('a.complete', '=', 1)
    .where('b.case_id', 'is', null)
  const counted = queries.first(unpaired.select((expression) => expression.fn.countAll<number>().as('count')))
  const rows = queries.all(unpaired.select('c.label').orderBy('c.id').limit(most))
  return { cases: rows.map((row) => row.label), count: counted?.count ?? 0 }
}
