import { afterAll, describe, expect, it } from 'vitest'
import { listConfigurations, updateConfiguration } from '../../../main/store/configurations.ts'
import { readGrid } from '../../../main/store/grid.ts'
import { lookUpNames, readNames } from '../../../main/store/names.ts'
import { listPlanChanges } from '../../../main/store/plan-changes.ts'
import { build } from '../../../main/store/queries.ts'
import {
  countCases,
  findTask,
  insertTask,
  listTasks,
  type StoredTask,
  unreadableTasks,
  updateTask,
} from '../../../main/store/tasks.ts'
import { openWorkspace } from '../../../main/store/workspace.ts'
import { noAttributes } from '../../../shared/domain/configuration.ts'
import { completeTask } from '../../../shared/domain/task.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import { addTask, freshFile, loggedAt, logTrials, taskNamed, trial } from '../../helpers/workspace.ts'

const workspace = openWorkspace(freshFile(temporaryFolder('tasks')))
const { queries } = workspace
afterAll(() => workspace.close())

let tasks = 0
function newTask(): StoredTask {
  tasks += 1
  return addTask(queries, { name: `task ${tasks}`, plannedRepeats: 1 })
}

describe('a stored task', () => {
  it('comes back as it was set up', () => {
    const task = completeTask({
      name: '환불 "자동화"',
      definition: 'Done when the customer has the money.\nNot before.',
      levels: [
        { name: 'Assist', required: 0.8 },
        { name: '무인', required: 0.999, alpha: 0.01 },
      ],
      target: 'Assist',
      plannedRepeats: 1000,
      plannedCases: 450,
      budget: { maxCostUsd: 0.05, maxLatencyMs: 1e9 },
      wrongCost: 0,
      scope: 'these-cases',
      alpha: 0.001,
      causes: [{ key: '__proto__', name: '원인', lever: null }],
    })
    expect(insertTask(queries, task, loggedAt)).toBe(true)
    expect(taskNamed(queries, task.name).task).toEqual(task)
  })

  it('comes back as it was when almost everything was left out', () => {
    const task = completeTask({ name: 'plain' })
    insertTask(queries, task, loggedAt)
    expect(taskNamed(queries, 'plain').task).toEqual(task)
  })

  it('is never replaced by another of its name', () => {
    const { task } = newTask()
    expect(insertTask(queries, { ...task, definition: 'another' }, loggedAt)).toBe(false)
    expect(taskNamed(queries, task.name).task).toEqual(task)
  })

  it('has a name of exact letters', () => {
    addTask(queries, { name: 'Billing' })
    expect(findTask(queries, 'billing')).toBeUndefined()
    expect(findTask(queries, "Billing' OR 1=1 --")).toBeUndefined()
    expect(addTask(queries, { name: 'billing' }).id).not.toBe(taskNamed(queries, 'Billing').id)
  })

  it('is never written so that it could not be read back', () => {
    const { id, task } = newTask()
    expect(() => updateTask(queries, id, { ...task, plannedRepeats: 1001 })).toThrow('plannedRepeats')
    expect(() => insertTask(queries, { ...task, name: 'x', target: 'Nobody' }, loggedAt)).toThrow('target')
    expect(taskNamed(queries, task.name).task).toEqual(task)
    expect(findTask(queries, 'x')).toBeUndefined()
  })

  it('is listed in the order of making', () => {
    const [first, second] = [newTask(), newTask()]
    expect(listTasks(queries).slice(-2)).toEqual([first, second])
  })

  it('says what it was changed to, and no other task does', () => {
    const { id, task } = addTask(queries, { name: 'unplanned' })
    const other = newTask()
    const changed = completeTask({
      ...task,
      plannedRepeats: 5,
      scope: 'these-cases',
      wrongCost: 3,
      causes: [],
    })
    updateTask(queries, id, changed)
    expect(taskNamed(queries, 'unplanned')).toEqual({ id, task: changed })
    expect(taskNamed(queries, other.task.name)).toEqual(other)
  })
})

/** Writes past the program, as an earlier version or another program would have. */
function change(id: number, columns: Readonly<Record<string, string | number>>): void {
  queries.run(build.updateTable('task').set(columns).where('id', '=', id))
}

describe('a task that says what none may say', () => {
  const half = '\\ud83d'

  it('is read with the replacement character where half of a surrogate pair was stored', () => {
    const { id } = newTask()
    const levels = `[{"name":"A${half}","required":0.9}]`
    const causes = `[{"key":"k${half}","name":"n${half}","lever":null}]`
    change(id, { levels, causes, target: 'A\uFFFD' })
    expect(listTasks(queries).find((each) => each.id === id)?.task).toMatchObject({
      levels: [{ name: 'A\uFFFD' }],
      target: 'A\uFFFD',
      causes: [{ key: 'k\uFFFD', name: 'n\uFFFD' }],
    })
  })

  it('is read with the nearest number that a plan can have', () => {
    const { id } = newTask()
    const low = '{"name":"low","required":1e-320}'
    const high = '{"name":"high","required":0.99999999}'
    change(id, {
      levels: `[${low},${high},{"name":"own","required":0.5,"alpha":1e-300}]`,
      target: 'low',
      alpha: 1e-12,
      planned_repeats: 5000,
    })
    expect(listTasks(queries).find((each) => each.id === id)?.task).toMatchObject({
      levels: [
        { name: 'low', required: 0.000001 },
        { name: 'high', required: 0.999999 },
        { name: 'own', required: 0.5, alpha: 1e-9 },
      ],
      alpha: 1e-9,
      plannedRepeats: 1000,
    })
    queries.run(
      build.insertInto('plan_change').values({
        task_id: id,
        changed_at: loggedAt,
        trials: 1,
        before: `{"levels":[${low}],"plannedRepeats":5000}`,
        after: '{"alpha":0.01,"plannedRepeats":null}',
      }),
    )
    expect(listPlanChanges(queries, id)).toMatchObject([
      {
        before: { levels: [{ name: 'low', required: 0.000001 }], plannedRepeats: 1000 },
        after: { alpha: 0.01, plannedRepeats: null },
      },
    ])
  })

  it.each([
    ['target', 'Nobody', /target must be one/],
    ['levels', '{}', /levels: /],
    ['causes', '[{"key":""}]', /causes\.0\.key: /],
  ])('does not block the others when it is its %s', (column, value, reason) => {
    const { id, task } = newTask()
    const after = newTask()
    change(id, { [column]: value })
    const listed = listTasks(queries)
    expect(listed.map((each) => each.id)).not.toContain(id)
    expect(listed).toContainEqual(after)
    expect(unreadableTasks(queries)).toEqual([expect.stringMatching(reason)])
    expect(() => findTask(queries, task.name)).toThrow(`The task "${task.name}" cannot be read`)
    expect(insertTask(queries, task, loggedAt)).toBe(false)
    updateTask(queries, id, task)
    expect(unreadableTasks(queries)).toEqual([])
  })
})

describe('the configurations of a task', () => {
  it('say how much was logged with each, in the order they were first seen', () => {
    const task = newTask()
    logTrials(queries, newTask(), [trial('a', 1, 'pass', { configuration: 'elsewhere' })])
    logTrials(queries, task, [
      trial('a', 1, 'pass', { configuration: 'z' }),
      trial('a', 2, 'void', { configuration: 'z' }),
      trial('b', 5, 'void', { configuration: 'z' }),
      trial('a', 1, 'fail', { configuration: 'a' }),
    ])
    const unused = readNames(queries, task.id).configurationId('unused')
    const said = {
      ...noAttributes,
      model: 'model-x',
      promptVersion: '7',
      compute: { amount: 0.5, unit: 'kilotokens' },
      parameters: { temperature: 0.2, tools: true, __proto: 'x' },
    }
    const base = listConfigurations(queries, task.id)[0]?.id ?? null
    updateConfiguration(queries, unused, { ...said, moreComputeThan: base })
    const found = listConfigurations(queries, task.id).map(({ id: _id, ...configuration }) => configuration)
    expect(found).toEqual([
      { ...noAttributes, name: 'z', trials: 3, cases: 2, completeCases: 1 },
      { ...noAttributes, name: 'a', trials: 1, cases: 1, completeCases: 1 },
      { ...said, name: 'unused', trials: 0, cases: 0, completeCases: 0, moreComputeThan: 'z' },
    ])
  })
})

describe.each([
  ['looked up one by one', lookUpNames],
  ['read all at once', readNames],
])('names %s', (_, read) => {
  it('stand for the same ids for ever, one for each name of a task', () => {
    const task = newTask()
    const other = newTask()
    const names = read(queries, task.id)
    const labels = ['a', 'A', '한', '__proto__', 'constructor', ' '.repeat(3), '\u0000']
    const ids = labels.map((label) => names.caseId(label))
    expect(new Set(ids).size).toBe(labels.length)
    expect(labels.map((label) => names.caseId(label))).toEqual(ids)
    const again = read(queries, task.id)
    expect(labels.map((label) => again.knownCaseId(label))).toEqual(ids)
    expect(read(queries, other.id).knownCaseId('a')).toBeUndefined()
    expect(countCases(queries, task.id)).toBe(labels.length)
    const configuration = names.configurationId('__proto__')
    expect(names.configurationId('__proto__')).toBe(configuration)
    const later = read(queries, task.id)
    expect(later.knownConfigurationId('__proto__')).toBe(configuration)
    expect(later.knownConfigurationId('constructor')).toBeUndefined()
  })

  it('keep what a case was told first, and fill in what it was not told', () => {
    const task = newTask()
    const names = read(queries, task.id)
    names.caseId('a', { segment: 'north' })
    names.caseId('a', { segment: 'south', input: 'first' })
    read(queries, task.id).caseId('a', { input: 'second' })
    names.caseId('b')
    const stored = queries.all(
      build
        .selectFrom('task_case')
        .select(['label', 'segment', 'input'])
        .where('task_id', '=', task.id)
        .orderBy('id'),
    )
    expect(stored).toEqual([
      { label: 'a', segment: 'north', input: 'first' },
      { label: 'b', segment: null, input: null },
    ])
  })
})

describe('the grid', () => {
  it('is a window on the cases in their order, with the trials of one configuration', () => {
    const task = newTask()
    const other = newTask()
    logTrials(queries, task, [trial('c', 2, 'fail', { cause: 'limit', note: 'slow' }), trial('c', 1)])
    logTrials(queries, other, [trial('x', 1)])
    logTrials(queries, task, [
      trial('a', 1, 'pass', { configuration: 'other', segment: 'north', input: 'why?' }),
      trial('b', 1, 'error', { verifier: 'reject' }),
    ])
    const id = readNames(queries, task.id).knownConfigurationId('base')
    const blank = { cause: null, verifier: null, note: null, loggedBy: null, latencyMs: null }
    const all = [
      {
        case: 'c',
        input: null,
        segment: null,
        trials: [
          { repeat: 1, outcome: 'pass', ...blank },
          { ...blank, repeat: 2, outcome: 'fail', cause: 'limit', note: 'slow' },
        ],
      },
      { case: 'a', input: 'why?', segment: 'north', trials: [] },
      {
        case: 'b',
        input: null,
        segment: null,
        trials: [{ ...blank, repeat: 1, outcome: 'error', verifier: 'reject' }],
      },
    ]
    expect(readGrid(queries, task.id, id, { offset: 0, limit: 10 })).toEqual(all)
    expect(readGrid(queries, task.id, id, { offset: 1, limit: 2 })).toEqual(all.slice(1))
    expect(readGrid(queries, task.id, id, { offset: 0, limit: 1 })).toEqual(all.slice(0, 1))
    expect(readGrid(queries, task.id, id, { offset: 3, limit: 5 })).toEqual([])
    const empty = all.map((row) => ({ ...row, trials: [] }))
    expect(readGrid(queries, task.id, undefined, { offset: 0, limit: 10 })).toEqual(empty)
  })
})
