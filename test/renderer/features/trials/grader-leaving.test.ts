import { describe, expect, it, onTestFinished } from 'vitest'
import type { Cell, GradingAction } from '../../../../renderer/features/trials/grading.ts'
import { type GraderDesk, openDesk, stored } from './held-core.ts'

async function desk(): Promise<GraderDesk> {
  const opened = await openDesk({ loggedBy: 'Mina' })
  onTestFinished(opened.close)
  return opened
}

const pass: GradingAction = { kind: 'grade', outcome: 'pass' }
const fail: GradingAction = { kind: 'grade', outcome: 'fail', latencyMs: 1200, note: 'slow' }
const cause = (index: number): GradingAction => ({ kind: 'cause', index })
const verifier: GradingAction = { kind: 'verifier' }

const first: Cell = { row: 0, repeat: 1 }
const second: Cell = { row: 0, repeat: 2 }
const third: Cell = { row: 1, repeat: 1 }
const fourth: Cell = { row: 2, repeat: 1 }
const plain = { cause: null, verifier: null, note: null, latencyMs: null, loggedBy: 'Mina' }

describe('a page that goes while keys wait to be stored', () => {
  it.each(['forwards', 'backwards'] as const)(
    'sends all of them at once, one request for each attempt, whose order does not matter: %s',
    async (order) => {
      const opened = await desk()
      const { perform, leave, held } = opened
      perform(pass, first)
      perform(pass, fourth)
      await opened.answerAll()
      perform(fail, second)
      perform(cause(4), second)
      perform(pass, third)
      perform(verifier, third)
      perform(verifier, third)
      perform({ kind: 'void', reason: 'not asked' }, first)
      perform({ kind: 'remove' }, fourth)
      perform(fail, { row: 2, repeat: 2 })
      perform({ kind: 'remove' }, { row: 2, repeat: 2 })
      // The others wait for the answer to the first.
      expect(held).toHaveLength(1)
      leave()
      // The removal of what was never stored needs no request.
      expect(held).toHaveLength(5)
      await (order === 'forwards' ? opened.answerAll() : opened.answerBackwards())
      expect(await stored(opened)).toEqual({
        'case-1': [
          { repeat: 1, outcome: 'void', ...plain, note: 'not asked' },
          { repeat: 2, outcome: 'fail', ...plain, cause: 'tool-error', note: 'slow', latencyMs: 1200 },
        ],
        'case-2': [{ repeat: 1, outcome: 'pass', ...plain, verifier: 'reject' }],
        'case-3': [],
      })
    },
  )

  it('sends nothing a second time when the page comes back', async () => {
    const opened = await desk()
    const { perform, leave, held } = opened
    perform(pass, first)
    perform(pass, second)
    leave()
    expect(held).toHaveLength(2)
    leave()
    await opened.answerAll()
    perform(pass, third)
    await opened.answerAll()
    expect(opened.events.filter((event) => event === 'trial.log')).toHaveLength(3)
    expect(opened.waiting.at(-1)).toBe(0)
    expect(opened.failures).toEqual([])
  })

  it('keeps what an undo that waits would have taken back: it can be removed again', async () => {
    const opened = await desk()
    opened.perform(pass, first)
    opened.perform(fail, second)
    opened.perform({ kind: 'undo' }, second)
    opened.perform(pass, third)
    opened.leave()
    await opened.answerAll()
    expect(await stored(opened)).toMatchObject({
      'case-1': [{ outcome: 'pass' }, { outcome: 'fail' }],
      'case-2': [{ outcome: 'pass' }],
    })
  })
})
