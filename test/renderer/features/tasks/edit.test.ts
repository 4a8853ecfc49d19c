import { describe, expect, it } from 'vitest'
import { changedTask, draftOf } from '../../../../renderer/features/tasks/draft.ts'
import {
  causeProblems,
  editOf,
  keyFor,
  movedCause,
  toCauses,
} from '../../../../renderer/features/tasks/edit.ts'
import { completeTask, type Task } from '../../../../shared/domain/task.ts'
import { translatorFor } from '../../../../shared/text/translator.ts'

const ko = translatorFor('ko')
const task: Task = completeTask({
  name: 'Refunds',
  definition: ' the money is back\n',
  levels: [
    { name: 'Draft', required: 0.6 },
    { name: 'Alone', required: 0.9, alpha: 0.01 },
  ],
  plannedRepeats: 4,
  budget: { maxCostUsd: null, maxLatencyMs: 1500.25 },
  causes: [
    { key: 'limit', name: 'Latency or cost limit', lever: 'product-engineering' },
    { key: 'tone', name: 'Wrong tone', lever: null },
  ],
})

function unchanged(language: 'en' | 'ko'): Task {
  const translator = translatorFor(language)
  const { draft, causes } = editOf(task, translator)
  return changedTask(task, draft, toCauses(causes, task.causes, translator))
}

describe('a task in the form', () => {
  it.each(['en', 'ko'] as const)('comes out as it went in, to the letter, in %s', (language) => {
    expect(JSON.stringify(unchanged(language))).toBe(JSON.stringify(task))
  })

  it('takes what is changed, and keeps what the form does not show', () => {
    const draft = { ...draftOf(task), name: ' Payments ', repeats: 5, maxSeconds: 2, target: 0 }
    const changed = changedTask(task, draft, task.causes)
    expect(changed).toEqual({
      ...task,
      name: 'Payments',
      plannedRepeats: 5,
      budget: { maxCostUsd: null, maxLatencyMs: 2000 },
      target: 'Draft',
    })
  })
})

describe('causes in the form', () => {
  it('are named in the language of the window, and stored as they were', () => {
    const { causes } = editOf(task, ko)
    expect(causes.map(({ name }) => name)).toEqual([ko.t('verdict.causes.limit'), 'Wrong tone'])
    const renamed = causes.map((each) => (each.key === 'limit' ? { ...each, name: '시간 초과' } : each))
    expect(toCauses(renamed, task.causes, ko)).toEqual([
      { key: 'limit', name: '시간 초과', lever: 'product-engineering' },
      { key: 'tone', name: 'Wrong tone', lever: null },
    ])
  })

  it('that are new get a key that none has, also none that is added with them', () => {
    const { causes } = editOf(task, ko)
    const added = ['Tone', 'tone!', '말투'].map((name, index) => ({
      id: 10 + index,
      key: null,
      name,
      lever: null,
    }))
    const keys = toCauses([...causes, ...added], task.causes, ko).map(({ key }) => key)
    expect(keys).toEqual(['limit', 'tone', 'tone-2', 'tone-3', '말투'])
  })

  it('have keys of at most 60 characters, and always one', () => {
    expect(keyFor('x'.repeat(80), new Set(['x'.repeat(56)]))).toBe(`${'x'.repeat(56)}-2`)
    expect(keyFor('!?', new Set())).toBe('cause')
  })

  it('need a name each, of its own', () => {
    const { causes } = editOf(task, ko)
    const wrong = [
      ...causes,
      { id: 7, key: null, name: ' ', lever: null },
      { id: 8, key: null, name: ' Wrong tone ', lever: null },
    ]
    expect(causeProblems(wrong)).toEqual([
      { id: 7, problem: 'causeNameMissing' },
      { id: 8, problem: 'causeNameTwice' },
    ])
    expect(causeProblems(causes)).toEqual([])
  })

  it('move by one place, and not beyond the ends', () => {
    const causes = ['a', 'b', 'c'].map((name, id) => ({ id, key: name, name, lever: null }))
    const order = (id: number, step: -1 | 1) =>
      movedCause(causes, id, step)
        .map(({ name }) => name)
        .join('')
    expect([order(1, -1), order(1, 1), order(0, -1), order(2, 1), order(9, 1)]).toEqual([
      'bac',
      'acb',
      'abc',
      'abc',
      'abc',
    ])
  })
})
