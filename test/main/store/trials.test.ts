import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { build } from '../../../main/store/queries.ts'
import { renewRollUp } from '../../../main/store/roll-ups.ts'
import type { StoredTask } from '../../../main/store/tasks.ts'
import {
  countTrials,
  findTrial,
  nextRepeat,
  retireTrial,
  type TrialAddress,
  trialsOf,
} from '../../../main/store/trials.ts'
import { openWorkspace } from '../../../main/store/workspace.ts'
import { trial as trialSchema, type Trial } from '../../../shared/domain/trial.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import {
  addTask,
  failureOf,
  freshFile,
  type GivenTrial,
  insertTrials,
  loggedAt,
  logTrials,
  recordOf,
  rollUpRows,
  trial,
} from '../../helpers/workspace.ts'

const workspace = openWorkspace(freshFile(temporaryFolder('trials')))
const { queries } = workspace
afterAll(() => workspace.close())

let tasks = 0
function newTask(plannedRepeats = 1): StoredTask {
  tasks += 1
  return addTask(queries, { name: `task ${tasks}`, plannedRepeats })
}

function storeOne(given: GivenTrial, task = newTask()): TrialAddress {
  const [address] = insertTrials(queries, task, [given])
  if (address === undefined) throw new Error('nothing was stored')
  return address
}

function historyOf(task: StoredTask) {
  return queries.all(
    build.selectFrom('trial_history').selectAll().where('task_id', '=', task.id).orderBy('id'),
  )
}

describe('a stored trial', () => {
  const extremes: readonly (readonly [string, Trial])[] = [
    ['nothing but an outcome', trial('a', 1)],
    [
      'every field',
      trial('환불 요청', 3, 'fail', {
        score: -0.25,
        cause: 'tool-error',
        severity: 'critical',
        verifier: 'reject',
        answer: 'The fare is\n"non-refundable".',
        confidence: 0.75,
        latencyMs: 1234.5,
        costUsd: 0.0123,
        inputTokens: 812,
        outputTokens: 90,
        actions: ['search', 'get | booking', '"cancel"', ''],
        grader: 'judge',
        loggedBy: '지민',
        startedAt: '2026-03-01T18:00:00.123456+09:00',
        note: '',
      }),
    ],
    [
      'the largest of everything',
      trial(`\u0001${'x'.repeat(499)}`, 100_000, 'error', {
        configuration: '긴'.repeat(500),
        score: Number.MAX_VALUE,
        cause: `\u0001${'c'.repeat(59)}`,
        answer: '한'.repeat(100_000),
        confidence: 1,
        latencyMs: 1e12,
        costUsd: 1e9,
        inputTokens: Number.MAX_SAFE_INTEGER,
        outputTokens: Number.MAX_SAFE_INTEGER,
        actions: Array.from({ length: 5000 }, (_, index) => `step ${index}`),
        loggedBy: `\u0001${'🧪'.repeat(99)}`,
        note: '\u0001\u2028\r\n\t',
      }),
    ],
    [
      'the smallest of everything',
      trial('0', 1, 'void', {
        score: Number.MIN_VALUE,
        confidence: 0,
        latencyMs: 0,
        costUsd: Number.MIN_VALUE,
        inputTokens: 0,
        outputTokens: 0,
        actions: [],
        answer: '',
      }),
    ],
    ['a number that no short decimal has', trial('a', 1, 'pass', { score: 0.1 + 0.2, costUsd: 1 / 3 })],
  ]

  it.each(extremes)('comes back as it was logged: %s', (_, given) => {
    const found = findTrial(queries, storeOne(given), given)
    expect(found).toEqual(given)
    expect(trialSchema.parse(given)).toEqual(given)
  })

  it('comes back as it was logged, whatever it holds', () => {
    // A trial holds neither half characters nor NUL: see its schema.
    const text = fc
      .string({ unit: 'binary', maxLength: 30 })
      .filter((each) => each.isWellFormed() && !each.includes('\u0000'))
    const word = text.filter((each) => each.trim() === each && each !== '')
    const positive = fc.double({ min: 0, max: 1e9, noNaN: true }).map((each) => each + 0)
    const fields = fc.record(
      {
        outcome: fc.constantFrom('pass', 'fail', 'error', 'void'),
        score: fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => each + 0),
        cause: word,
        severity: fc.constantFrom('low', 'medium', 'high', 'critical'),
        verifier: fc.constantFrom('accept', 'reject'),
        answer: text,
        confidence: fc.double({ min: 0, max: 1, noNaN: true }).map((each) => each + 0),
        latencyMs: positive,
        costUsd: positive,
        inputTokens: fc.maxSafeNat(),
        outputTokens: fc.maxSafeNat(),
        actions: fc.array(text, { maxLength: 5 }),
        grader: fc.constantFrom('human', 'check', 'judge'),
        loggedBy: word,
        note: text,
      },
      { requiredKeys: ['outcome'] },
    )
    const task = newTask()
    let repeat = 0
    const law = fc.property(fields, (given) => {
      repeat += 1
      const stored = { configuration: 'base', case: 'a', repeat, ...given }
      expect(findTrial(queries, storeOne(stored, task), stored)).toEqual(stored)
    })
    // In one transaction: the disk is waited for once.
    queries.transaction(() => fc.assert(law))
  })

  it('is not found where there is none', () => {
    const address = storeOne(trial('a', 1))
    expect(findTrial(queries, { ...address, repeat: 2 }, trial('a', 2))).toBeUndefined()
  })

  it('is there once: the same repeat again is refused and the first stays', () => {
    const task = newTask()
    const address = storeOne(trial('a', 1, 'fail', { note: 'first' }), task)
    expect(failureOf(() => storeOne(trial('a', 1, 'pass'), task)).message).toMatch(/UNIQUE|PRIMARY KEY/)
    expect(findTrial(queries, address, trial('a', 1))).toEqual(trial('a', 1, 'fail', { note: 'first' }))
  })
})

describe('retiring a trial', () => {
  it('answers what it was, and keeps all of it in the history', () => {
    const task = newTask()
    const given = trial('a', 1, 'fail', { note: 'why', actions: ['search'], score: 0.5 })
    const address = storeOne(given, task)
    expect(retireTrial(queries, address, given, 'withdrawn', '2026-04-01T00:00:00.000Z')).toEqual({
      trial: given,
      loggedAt,
    })
    expect(findTrial(queries, address, given)).toBeUndefined()
    const [kept] = historyOf(task)
    expect(kept).toMatchObject({ repeat: 1, change: 'withdrawn', changed_at: '2026-04-01T00:00:00.000Z' })
    expect(JSON.parse(kept?.content ?? '')).toMatchObject({
      outcome: 'fail',
      note: 'why',
      actions: '["search"]',
      score: 0.5,
      logged_at: loggedAt,
    })
  })

  it('keeps every state of a trial that is replaced again and again', () => {
    const task = newTask()
    for (const outcome of ['pass', 'fail', 'error'] as const) {
      const address = storeOne(trial('a', 1, outcome), task)
      retireTrial(queries, address, trial('a', 1), 'replaced', loggedAt)
    }
    const kept: unknown = historyOf(task).map((row) => JSON.parse(row.content))
    expect(kept).toMatchObject([{ outcome: 'pass' }, { outcome: 'fail' }, { outcome: 'error' }])
  })

  it('that is not there changes nothing', () => {
    const task = newTask()
    const address = storeOne(trial('a', 1), task)
    const missing = { ...address, repeat: 2 }
    expect(retireTrial(queries, missing, trial('a', 2), 'withdrawn', loggedAt)).toBeUndefined()
    expect(historyOf(task)).toEqual([])
    expect(findTrial(queries, address, trial('a', 1))).toEqual(trial('a', 1))
  })

  it('removes the roll-up with the last trial of a case, and the record forgets it', () => {
    const task = newTask()
    const [first, second] = logTrials(queries, task, [trial('a', 1), trial('b', 1, 'fail')])
    if (first === undefined || second === undefined) throw new Error('two trials were logged')
    retireTrial(queries, first, trial('a', 1), 'withdrawn', loggedAt)
    renewRollUp(queries, first, 1)
    expect(rollUpRows(queries, task).map((row) => row.case_id)).toEqual([second.caseId])
    expect(recordOf(queries, task).counts).toMatchObject({ cases: 1, trials: 1, passes: 0, failures: 1 })
  })
})

describe('the next repeat', () => {
  it('counts on from the highest one, of this case and configuration alone', () => {
    const task = newTask()
    const address = storeOne(trial('a', 1), task)
    storeOne(trial('a', 7, 'void'), task)
    storeOne(trial('b', 9), task)
    storeOne(trial('a', 8, 'pass', { configuration: 'other' }), task)
    expect(nextRepeat(queries, address.configurationId, address.caseId)).toBe(8)
    expect(nextRepeat(queries, address.configurationId, address.caseId + 1000)).toBe(1)
  })
})

describe('all trials of a configuration', () => {
  it('come one by one, by case and repeat, and only its own', () => {
    const task = newTask()
    const rows = [trial('b', 2), trial('b', 1, 'fail'), trial('a', 3, 'error', { note: 'x' })]
    const [address] = insertTrials(queries, task, rows)
    insertTrials(queries, task, [trial('a', 1, 'pass', { configuration: 'other' })])
    insertTrials(queries, newTask(), [trial('a', 1)])
    const found = [...trialsOf(queries, address?.configurationId ?? 0, 'base')]
    // Case b came first.
    expect(found).toEqual([rows[1], rows[0], rows[2]])
  })

  it('can be left unread: the workspace is free to write again', () => {
    const task = newTask()
    const [address] = insertTrials(queries, task, [trial('a', 1), trial('a', 2)])
    for (const first of trialsOf(queries, address?.configurationId ?? 0, 'base')) {
      expect(first.repeat).toBe(1)
      break
    }
    expect(storeOne(trial('a', 3), task).repeat).toBe(3)
  })

  it('are counted over the whole workspace', () => {
    const before = countTrials(queries)
    insertTrials(queries, newTask(), [trial('a', 1), trial('b', 1, 'void')])
    expect(countTrials(queries)).toBe(before + 2)
  })
})
