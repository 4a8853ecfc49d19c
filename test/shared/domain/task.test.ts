import { describe, expect, it } from 'vitest'
import { completeTask, taskChanges } from '../../../shared/domain/task.ts'

const half = '\uD83D'

describe('a task', () => {
  it('never holds half of a surrogate pair, which no UTF-8 file can keep', () => {
    const task = completeTask({
      name: `t${half}`,
      definition: `d${half}`,
      levels: [{ name: `l${half}`, required: 0.9 }],
      target: `l${half}`,
      causes: [{ key: `k${half}`, name: `n${half}`, lever: null }],
    })
    expect(task).toMatchObject({
      name: 't\uFFFD',
      definition: 'd\uFFFD',
      levels: [{ name: 'l\uFFFD' }],
      target: 'l\uFFFD',
      causes: [{ key: 'k\uFFFD', name: 'n\uFFFD' }],
    })
    expect(taskChanges.parse({ target: `l${half}`, definition: `${half}😀` })).toEqual({
      target: 'l\uFFFD',
      definition: '\uFFFD😀',
    })
  })

  it('keeps whole pairs, and an empty definition', () => {
    const task = completeTask({ name: '😀', levels: [{ name: '무인 😀', required: 0.9 }] })
    expect(task).toMatchObject({ name: '😀', definition: '', target: '무인 😀' })
  })
})
