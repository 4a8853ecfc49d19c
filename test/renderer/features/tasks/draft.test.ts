import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type DraftProblem,
  emptyDraft,
  type LevelDraft,
  problemsOf,
  type TaskDraft,
  toNewTask,
} from '../../../../renderer/features/tasks/draft.ts'
import { completeTask, newTask, scopes } from '../../../../shared/domain/task.ts'
import { translatorFor } from '../../../../shared/text/translator.ts'

const empty = emptyDraft(translatorFor('en').t)
const refunds: TaskDraft = { ...empty, name: 'Refunds' }

function withLevels(...levels: readonly LevelDraft[]): TaskDraft {
  return { ...refunds, levels, target: levels[0]?.id ?? 0 }
}

describe('the form at first', () => {
  it.each([
    ['en', ['Assist', 'Supervised', 'Unattended']],
    ['ko', ['보조', '감독', '무인']],
  ] as const)('has the preset levels, named in %s', (language, names) => {
    const { levels, target } = emptyDraft(translatorFor(language).t)
    expect(levels.map(({ name, required }) => [name, required])).toEqual([
      [names[0], 0.8],
      [names[1], 0.95],
      [names[2], 0.99],
    ])
    expect(levels.find((level) => level.id === target)?.name).toBe(names[2])
  })

  it('lacks nothing but a name', () => {
    expect(problemsOf(empty, [])).toEqual([{ field: 'name', problem: 'nameMissing' }])
    expect(problemsOf(refunds, [])).toEqual([])
  })

  it('is a task with the usual settings once it has one', () => {
    expect(toNewTask(refunds)).toEqual({
      name: 'Refunds',
      definition: '',
      levels: [
        { name: 'Assist', required: 0.8 },
        { name: 'Supervised', required: 0.95 },
        { name: 'Unattended', required: 0.99 },
      ],
      target: 'Unattended',
      plannedRepeats: 4,
      plannedCases: null,
      budget: { maxCostUsd: null, maxLatencyMs: null },
      wrongCost: null,
      scope: 'new-cases',
      alpha: 0.05,
    })
  })
})

describe('what is wrong', () => {
  it.each([
    ['', 'nameMissing'],
    ['   ', 'nameMissing'],
    ['Airline', 'nameTaken'],
    [' Airline ', 'nameTaken'],
  ] as const)('with the name "%s": %s', (name, problem) => {
    expect(problemsOf({ ...empty, name }, ['Airline'])).toEqual([{ field: 'name', problem }])
  })

  it.each([
    [{ id: 7, name: ' ', required: 0.9 }, 'levelNameMissing'],
    [{ id: 7, name: 'Assist', required: null }, 'levelRequiredWrong'],
    [{ id: 7, name: 'Assist', required: 0 }, 'levelRequiredWrong'],
    [{ id: 7, name: 'Assist', required: 1 }, 'levelRequiredWrong'],
    [{ id: 7, name: 'Assist', required: 1.5 }, 'levelRequiredWrong'],
    [{ id: 7, name: 'Assist', required: -0.1 }, 'levelRequiredWrong'],
  ] as const)('with the level %o: %s', (level, problem) => {
    expect(problemsOf(withLevels(level), [])).toEqual([{ field: 'level', id: 7, problem }])
  })

  it('with two levels of one name is said at the later one', () => {
    const draft = withLevels(
      { id: 0, name: 'Assist', required: 0.8 },
      { id: 3, name: 'Alone', required: 0.9 },
      { id: 5, name: ' Assist ', required: 0.95 },
    )
    expect(problemsOf(draft, [])).toEqual([{ field: 'level', id: 5, problem: 'levelNameTwice' }])
  })

  it.each([null, 0, -0.05, 0.51, 1])('with the chance %o of claiming wrongly', (alpha) => {
    expect(problemsOf({ ...refunds, alpha }, [])).toEqual([{ field: 'alpha', problem: 'alphaWrong' }])
  })

  it('is said all at once', () => {
    const draft: TaskDraft = {
      ...withLevels({ id: 0, name: '', required: 0.8 }, { id: 1, name: 'Alone', required: null }),
      name: '',
      alpha: null,
    }
    expect(problemsOf(draft, []).map((each: DraftProblem) => each.problem)).toEqual([
      'nameMissing',
      'levelNameMissing',
      'levelRequiredWrong',
      'alphaWrong',
    ])
  })
})

describe('the task', () => {
  it('has everything the form holds, without blanks around names', () => {
    const draft: TaskDraft = {
      name: ' Refunds ',
      definition: ' the money is back ',
      levels: [
        { id: 0, name: ' Assist ', required: 0.8 },
        { id: 4, name: 'Alone', required: 0.999 },
      ],
      target: 0,
      repeats: 5,
      cases: 300,
      maxCostUsd: 0.05,
      maxSeconds: 30,
      wrongCost: 2.5,
      scope: 'these-cases',
      alpha: 0.01,
    }
    expect(toNewTask(draft)).toEqual({
      name: 'Refunds',
      definition: 'the money is back',
      levels: [
        { name: 'Assist', required: 0.8 },
        { name: 'Alone', required: 0.999 },
      ],
      target: 'Assist',
      plannedRepeats: 5,
      plannedCases: 300,
      budget: { maxCostUsd: 0.05, maxLatencyMs: 30_000 },
      wrongCost: 2.5,
      scope: 'these-cases',
      alpha: 0.01,
    })
  })

  it('has its time limit in whole milliseconds, whatever fractions of a second are typed', () => {
    for (const milliseconds of [1, 300, 1001, 1003, 2300, 4035, 59_999, 8_765_433]) {
      const { budget } = toNewTask({ ...refunds, maxSeconds: milliseconds / 1000 })
      expect(budget).toEqual({ maxCostUsd: null, maxLatencyMs: milliseconds })
    }
  })

  it('aims at its first level when the one aimed at was removed', () => {
    const draft = { ...withLevels({ id: 2, name: 'Alone', required: 0.9 }), target: 0 }
    expect(toNewTask(draft)).toMatchObject({ target: 'Alone' })
  })

  it('leaves to the core what is not said', () => {
    const task = toNewTask({ ...refunds, alpha: null, repeats: null })
    expect(task).not.toHaveProperty('alpha')
    expect(task).toMatchObject({ plannedRepeats: null })
  })
})

const positive = (maximum: number): fc.Arbitrary<number> =>
  fc.double({ min: 0.001, max: maximum, noNaN: true })
const orNone = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null })

/** Most doubles between 0 and 1 are smaller than anyone means: so whole percentages are drawn more often. */
const share = (min: number, max: number): fc.Arbitrary<number> =>
  fc.oneof(
    { arbitrary: fc.double({ min, max, noNaN: true }), weight: 1 },
    { arbitrary: fc.integer({ min: 1, max: 110 }).map((percent) => (percent / 110) * max), weight: 9 },
  )

const anyDraft: fc.Arbitrary<TaskDraft> = fc.record({
  name: fc.string({ maxLength: 40 }),
  definition: fc.string({ maxLength: 40 }),
  levels: fc
    .array(
      fc.record({
        name: fc.oneof(fc.constantFrom('Assist', ' Assist', ''), fc.string({ maxLength: 20 })),
        required: orNone(share(-0.1, 1.1)),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((levels) => levels.map((level, id) => ({ id, ...level }))),
  target: fc.integer({ min: 0, max: 4 }),
  repeats: orNone(fc.integer({ min: 1, max: 1000 })),
  cases: orNone(fc.integer({ min: 1, max: 100_000 })),
  maxCostUsd: orNone(positive(100)),
  maxSeconds: orNone(positive(3600)),
  wrongCost: orNone(fc.double({ min: 0, max: 100, noNaN: true })),
  scope: fc.constantFrom(...scopes),
  alpha: orNone(share(0, 0.6)),
})

describe('any draft', () => {
  it('without problems is a task to the core, and with one is none', () => {
    const seen = { sound: 0, wrong: 0 }
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const isSound = problemsOf(draft, []).length === 0
        seen[isSound ? 'sound' : 'wrong'] += 1
        // A chance of claiming wrongly that is left empty is the form's own demand: the core has a default.
        const given = newTask.safeParse({ ...toNewTask(draft), alpha: draft.alpha })
        expect(given.success && isTask(given.data)).toBe(isSound)
      }),
      { numRuns: 300 },
    )
    // Both kinds must have been drawn, or the rule was not tried.
    expect(Math.min(seen.sound, seen.wrong)).toBeGreaterThan(10)
  })
})

function isTask(given: Parameters<typeof completeTask>[0]): boolean {
  try {
    completeTask(given)
    return true
  } catch {
    // The domain refuses it.
    return false
  }
}
