import { beforeEach, describe, expect, it } from 'vitest'
import type { GraderPorts } from '../../../../renderer/features/trials/grader.ts'
import { graderFor, tellWaiting } from '../../../../renderer/features/trials/kept-graders.ts'
import { useLogging } from '../../../../renderer/state/logging.ts'

const refunds = { task: 'refunds', configuration: 'model-x' }
const others = [
  { task: 'refunds', configuration: 'model-y' },
  { task: 'orders', configuration: 'model-x' },
]

const nothing = (): void => undefined

function portsOf(key: typeof refunds): GraderPorts {
  return {
    ...key,
    call: async () => await Promise.reject(new Error('nobody calls')),
    loggedBy: null,
    causes: [],
    caseAt: () => undefined,
    trialAt: () => undefined,
    show: nothing,
    onWaiting: nothing,
    onComing: nothing,
    onFailure: nothing,
    onDone: nothing,
  }
}

describe('the grader of a configuration', () => {
  it('is the same one however often its screen opens, and no other’s', () => {
    const page = new EventTarget()
    const first = graderFor(refunds, () => portsOf(refunds), page)
    expect(graderFor({ ...refunds }, () => portsOf(refunds), page)).toBe(first)
    for (const key of others) expect(graderFor(key, () => portsOf(key), page)).not.toBe(first)
  })
})

describe('what waits for the disk', () => {
  beforeEach(() => {
    for (const key of [refunds, ...others]) tellWaiting(key, 0)
  })

  it('is counted over all graders: one that is done does not hide another', () => {
    tellWaiting(refunds, 3)
    tellWaiting({ task: 'orders', configuration: 'model-x' }, 2)
    expect(useLogging.getState().waiting).toBe(5)
    tellWaiting(refunds, 0)
    expect(useLogging.getState().waiting).toBe(2)
    tellWaiting({ task: 'orders', configuration: 'model-x' }, 0)
    expect(useLogging.getState().waiting).toBe(0)
  })
})
