import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { describeProblems, inputProblems } from '../../../main/api/problems.ts'
import { contract, type Operation } from '../../../shared/contract/contract.ts'

/** Where the contract finds something wrong with an input, and what a person is told. */
function problemsOf(operation: Operation, input: unknown) {
  const { error } = z.safeParse(contract[operation].input, input)
  const problems = error === undefined ? [] : inputProblems(error)
  return { paths: problems.map(({ path }) => path), text: describeProblems(problems) }
}

const logged = { task: 'refunds', case: 'c1', configuration: 'base', outcome: 'pass' }

describe('what is wrong with an input', () => {
  it.each<[Operation, unknown, readonly string[]]>([
    ['task.get', {}, ['task']],
    ['task.get', { task: '' }, ['task']],
    ['task.get', { task: 5 }, ['task']],
    ['task.get', null, ['']],
    ['task.get', undefined, ['']],
    ['task.get', [], ['']],
    ['task.get', 'refunds', ['']],
    ['task.create', { name: 'x', levels: [{ name: 'a', required: 1 }] }, ['levels.0.required']],
    ['task.create', { name: 'x', budget: { maxCostUsd: -1, maxLatencyMs: null } }, ['budget.maxCostUsd']],
    ['trial.grid', { task: 'x', offset: -1, limit: Number.NaN }, ['offset', 'limit']],
    ['import.preview', { task: 'x', fileName: 'a.csv', contentBase64: 'é' }, ['contentBase64']],
    ['case.add', { task: 'x', cases: [] }, ['cases']],
    ['change.next', { after: 1.5 }, ['after']],
    ['settings.set', { language: 'de', theme: 'system' }, ['language']],
  ])('%s %j is found at %j', (operation, input, paths) => {
    expect(problemsOf(operation, input).paths).toEqual(paths)
  })

  it('is in one trial', () => {
    const { paths, text } = problemsOf('trial.log', { ...logged, outcome: 'maybe' })
    expect(paths).toEqual(['outcome'])
    expect(text).toMatch(/^outcome: .*"pass"/)
  })

  it('is in one of several trials', () => {
    const { paths, text } = problemsOf('trial.log', [
      logged,
      { ...logged, outcome: 'maybe', latencyMs: 'fast' },
    ])
    expect(paths).toEqual(['1.outcome', '1.latencyMs'])
    expect(text).toMatch(/^1\.outcome: .*"pass".*; 1\.latencyMs: .*number/)
  })

  it('is neither a trial nor trials', () => {
    const { paths, text } = problemsOf('trial.log', 'c1')
    expect(paths).toEqual([''])
    expect(text).toMatch(/object.*, or .*array/)
  })

  it('is none of the words that may stand there', () => {
    const file = { task: 'x', fileName: 'a.xlsx', contentBase64: '', format: 'xlsx' }
    const { paths, text } = problemsOf('import.preview', file)
    expect(paths).toEqual(['format'])
    expect(text).toMatch(/^format: .*"csv".*, or .*"auto"/)
  })

  it('is found below a field that takes several shapes', () => {
    const shapes = z.object({ rows: z.array(z.union([z.string(), z.object({ repeat: z.number() })])) })
    const { error } = z.safeParse(shapes, { rows: ['a', { repeat: 'b' }] })
    expect(error === undefined ? [] : inputProblems(error).map(({ path }) => path)).toEqual(['rows.1.repeat'])
  })

  it('is told for the first five and listed for the first hundred', () => {
    const { paths, text } = problemsOf(
      'trial.log',
      Array.from({ length: 2000 }, () => ({ ...logged, outcome: 'maybe' })),
    )
    expect(paths).toEqual(Array.from({ length: 100 }, (_, index) => `${index}.outcome`))
    expect(text).toMatch(/^0\.outcome: .*; 4\.outcome: .*; and more$/)
    expect(text).not.toContain('5.outcome')
  })

  it('has no more to tell when there are five', () => {
    const five = Array.from({ length: 5 }, () => ({ ...logged, outcome: 'maybe' }))
    expect(problemsOf('trial.log', five).text).not.toContain('more')
  })

  it.each<[Operation, unknown, string, string]>([
    ['trial.log', { ...logged, latency_ms: 5 }, '', 'unknown property "latency_ms", did you mean latencyMs?'],
    [
      'trial.log',
      [logged, { ...logged, Note: 'x', colour: 'red' }],
      '1',
      'unknown property "Note", did you mean note?; unknown property "colour"',
    ],
    [
      'trial.amend',
      { task: 't', configuration: 'b', case: 'c', repeat: 1, changes: { logged_by: 'Ada' } },
      'changes',
      'unknown property "logged_by", did you mean loggedBy?',
    ],
    [
      'task.create',
      { name: 'x', planned_repeats: 4 },
      '',
      'unknown property "planned_repeats", did you mean plannedRepeats?',
    ],
    [
      'task.create',
      { name: 'x', levels: [{ name: 'a', required: 0.9, alfa: 0.01 }] },
      'levels.0',
      'unknown property "alfa"',
    ],
    [
      'task.change',
      { task: 'x', changes: { budget: { maxCostUsd: 1, maxLatencyMs: null, max_latency_ms: 5 } } },
      'changes.budget',
      'unknown property "max_latency_ms", did you mean maxLatencyMs?',
    ],
    ['task.change', { task: 'x', changes: { title: 'y' } }, 'changes', 'unknown property "title"'],
    [
      'case.add',
      { task: 'x', cases: [{ case: 'a', Segment: 'b' }] },
      'cases.0',
      'unknown property "Segment", did you mean segment?',
    ],
    [
      'configuration.set',
      { task: 'x', configuration: 'b', changes: { prompt_version: '7' } },
      'changes',
      'unknown property "prompt_version", did you mean promptVersion?',
    ],
    [
      'trial.withdraw',
      { task: 'x', configuration: 'b', case: 'c', repeat: 1, outcome: 'pass' },
      '',
      'unknown property "outcome"',
    ],
  ])('%s %j holds what nobody reads', (operation, input, path, message) => {
    const { paths, text } = problemsOf(operation, input)
    expect(paths).toEqual([path])
    expect(text).toBe(path === '' ? message : `${path}: ${message}`)
  })

  it.each<[Operation, unknown, string]>([
    ['task.get', { task: '  ' }, 'task: must not be empty'],
    ['task.get', { task: 'x'.repeat(501) }, 'task: must have at most 500 characters'],
    ['trial.grid', { task: 'x', limit: 0 }, 'limit: must be at least 1'],
    ['trial.grid', { task: 'x', limit: 10_001 }, 'limit: must be at most 10000'],
    ['case.add', { task: 'x', cases: [] }, 'cases: needs 1 or more items'],
    [
      'task.create',
      { name: 'x', budget: { maxCostUsd: 0, maxLatencyMs: null } },
      'budget.maxCostUsd: must be above 0',
    ],
    ['plan.get', { required: 0.9, assumed: 0.9, spread: 1 }, 'spread: must be below 1'],
    [
      'plan.get',
      { required: 2, assumed: 0.9 },
      'required: a required reliability is from 0.000001 to 0.999999',
    ],
    ['trial.log', { ...logged, case: '' }, 'case: must not be empty'],
  ])('%s %j is said in plain words', (operation, input, text) => {
    expect(problemsOf(operation, input).text).toBe(text)
  })

  it('names a few of many unknown properties', () => {
    const many = Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`x${index}`, 1]))
    const { text } = problemsOf('trial.log', { ...logged, ...many })
    expect(text.match(/unknown property/g)).toHaveLength(5)
  })

  it('is nothing', () => {
    expect(problemsOf('trial.log', logged).paths).toEqual([])
  })
})
