import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import { addTask, freshFile, insertTrials, logTrials, trial, withWorkspace } from '../../helpers/workspace.ts'

const file = freshFile(temporaryFolder('constraints'))
/** A plain connection that holds foreign keys: what SQLite refuses here, no mistake of ours can store. */
let database: Database.Database

beforeAll(() => {
  withWorkspace(file, ({ queries }) => {
    const refunds = addTask(queries, { name: 'refunds', plannedRepeats: 1 })
    const billing = addTask(queries, { name: 'billing', plannedRepeats: 1 })
    logTrials(queries, refunds, [trial('ours', 1)])
    logTrials(queries, billing, [trial('theirs', 1, 'pass', { configuration: 'other' })])
  })
  database = new Database(file)
  database.pragma('foreign_keys = ON')
})
afterAll(() => database.close())

const soundTrial = {
  task_id: 1,
  configuration_id: 1,
  case_id: 1,
  repeat: 2,
  outcome: `'pass'`,
  logged_at: `'2026-03-01T09:00:00.000Z'`,
}

function insertTrial(change: Readonly<Record<string, string | number>>): () => void {
  const row = { ...soundTrial, ...change }
  const sql = `INSERT INTO trial (${Object.keys(row).join()}) VALUES (${Object.values(row).join()})`
  return () => {
    database.exec(`BEGIN; ${sql}; ROLLBACK`)
  }
}

/** Runs what SQLite refuses; the transaction it began is taken back. */
function refusal(work: () => void): string {
  try {
    work()
    return 'accepted'
  } catch (error) {
    return error instanceof Database.SqliteError ? error.code : String(error)
  } finally {
    if (database.inTransaction) database.exec('ROLLBACK')
  }
}

describe('a stored trial', () => {
  it('is accepted when it is sound', () => {
    expect(refusal(insertTrial({}))).toBe('accepted')
  })

  it.each([
    ['of another task’s case', { case_id: 2 }, 'SQLITE_CONSTRAINT_FOREIGNKEY'],
    ['of another task’s configuration', { configuration_id: 2 }, 'SQLITE_CONSTRAINT_FOREIGNKEY'],
    ['of a task that is not there', { task_id: 9 }, 'SQLITE_CONSTRAINT_FOREIGNKEY'],
    ['that is there already', { repeat: 1 }, 'SQLITE_CONSTRAINT_PRIMARYKEY'],
    ['with repeat 0', { repeat: 0 }, 'SQLITE_CONSTRAINT_CHECK'],
    ['with half a repeat', { repeat: 1.5 }, 'SQLITE_CONSTRAINT_DATATYPE'],
    ['with an unknown outcome', { outcome: `'maybe'` }, 'SQLITE_CONSTRAINT_CHECK'],
    ['with an outcome in capitals', { outcome: `'PASS'` }, 'SQLITE_CONSTRAINT_CHECK'],
    ['without an outcome', { outcome: 'NULL' }, 'SQLITE_CONSTRAINT_NOTNULL'],
    ['without a time', { logged_at: 'NULL' }, 'SQLITE_CONSTRAINT_NOTNULL'],
    ['with a negative cost', { cost_usd: -0.01 }, 'SQLITE_CONSTRAINT_CHECK'],
    ['with a cost that is text', { cost_usd: `'dear'` }, 'SQLITE_CONSTRAINT_DATATYPE'],
    ['with a negative latency', { latency_ms: -1 }, 'SQLITE_CONSTRAINT_CHECK'],
    ['with negative tokens', { input_tokens: -1 }, 'SQLITE_CONSTRAINT_CHECK'],
    ['with half a token', { output_tokens: 0.5 }, 'SQLITE_CONSTRAINT_DATATYPE'],
    ['with a confidence above 1', { confidence: 1.01 }, 'SQLITE_CONSTRAINT_CHECK'],
    ['with an unknown severity', { severity: `'awful'` }, 'SQLITE_CONSTRAINT_CHECK'],
    ['with an unknown verdict', { verifier: `'unsure'` }, 'SQLITE_CONSTRAINT_CHECK'],
    ['with an unknown grader', { grader: `'dice'` }, 'SQLITE_CONSTRAINT_CHECK'],
    ['with actions that are no JSON', { actions: `'[search'` }, 'SQLITE_CONSTRAINT_CHECK'],
    ['with an empty cause', { cause: `''` }, 'SQLITE_CONSTRAINT_CHECK'],
    ['logged by an empty name', { logged_by: `''` }, 'SQLITE_CONSTRAINT_CHECK'],
  ])('is refused %s', (_, change, code) => {
    expect(refusal(insertTrial(change))).toBe(code)
  })
})

describe('tasks, cases and configurations', () => {
  it.each([
    ['a case that another task’s trials use', 'UPDATE task_case SET task_id = 2 WHERE id = 1'],
    ['a case with trials', 'DELETE FROM task_case WHERE id = 1'],
    ['a configuration with trials', 'DELETE FROM configuration WHERE id = 1'],
    ['a task with cases', 'DELETE FROM task WHERE id = 1'],
    [
      'a base configuration of another task',
      `INSERT INTO configuration (task_id, name, more_compute_than) VALUES (1, 'x', 2)`,
    ],
    [
      'a roll-up of another task’s case',
      `INSERT INTO roll_up SELECT task_id, configuration_id, 2, repeats, voids, complete, outcomes, passes,
         errors, accepted_passes, accepted_failures, verdicts, cost_values, cost_sum, latencies, causes,
         loggers, first_logged_at, last_logged_at, digest, answers FROM roll_up WHERE case_id = 1`,
    ],
  ])('stay whole: %s cannot be', (_, sql) => {
    expect(refusal(() => database.exec(sql))).toBe('SQLITE_CONSTRAINT_FOREIGNKEY')
  })

  it.each([
    [
      'a task name twice',
      `INSERT INTO task SELECT 9, name, definition, levels, target, planned_repeats,
       planned_cases, max_cost_usd, max_latency_ms, wrong_cost, scope, alpha, causes, created_at, removed_at FROM task`,
    ],
    ['a case label twice', `INSERT INTO task_case (task_id, label) VALUES (1, 'ours')`],
    ['a configuration twice', `INSERT INTO configuration (task_id, name) VALUES (1, 'base')`],
  ])('differ: %s cannot be', (_, sql) => {
    expect(refusal(() => database.exec(sql))).toMatch(/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/)
  })

  it.each([
    ['a task without a name', `UPDATE task SET name = ''`],
    ['no planned repeat', 'UPDATE task SET planned_repeats = 0'],
    ['a budget of nothing', 'UPDATE task SET max_cost_usd = 0'],
    ['α of one', 'UPDATE task SET alpha = 1'],
    ['an unknown scope', `UPDATE task SET scope = 'everything'`],
    ['levels that are no JSON', `UPDATE task SET levels = '{'`],
    ['a case without a label', `UPDATE task_case SET label = ''`],
    ['an empty segment', `UPDATE task_case SET segment = ''`],
    ['a configuration without a name', `UPDATE configuration SET name = ''`],
    ['more compute than itself', 'UPDATE configuration SET more_compute_than = id'],
    ['more passes than counted trials', 'UPDATE roll_up SET passes = 2'],
    ['an import half made', `INSERT INTO import VALUES (1, 1, '2026', NULL, 2, NULL, NULL)`],
    ['an import by nobody’s empty name', `INSERT INTO import VALUES (1, 1, '2026', '', 0, NULL, NULL)`],
    ['fewer rows than none', `INSERT INTO import_file VALUES (1, 1, 'a.csv', 'csv', -1, 0, 0, 0)`],
    ['half a filled segment', 'INSERT INTO import_fill VALUES (1, 1, 2, 0)'],
    ['a short digest', `UPDATE roll_up SET digest = 'abc'`],
    ['an unknown change', `INSERT INTO trial_history VALUES (1, 1, 1, 1, 1, 'eaten', '2026', '{}', NULL)`],
  ])('hold their limits: %s cannot be', (_, sql) => {
    expect(refusal(() => database.exec(sql))).toBe('SQLITE_CONSTRAINT_CHECK')
  })
})

describe('the workspace’s own connection', () => {
  it('holds foreign keys, so that a mistaken address stores nothing', () => {
    withWorkspace(file, ({ queries }) => {
      const attempt = () =>
        queries.transaction(() => {
          const task = addTask(queries, { name: 'third' })
          insertTrials(queries, { ...task, id: 99 }, [trial('new', 1)])
        })
      expect(attempt).toThrow(/FOREIGN KEY/)
    })
    expect(database.prepare('SELECT count(*) FROM task').pluck().get()).toBe(2)
  })
})
