import { describe, expect, it, onTestFinished } from 'vitest'
import type { Cell, GradingAction } from '../../../../renderer/features/trials/grading.ts'
import { type GraderDesk, openDesk, stored } from './held-core.ts'

async function desk(options: { readonly loggedBy?: string } = {}): Promise<GraderDesk> {
  const opened = await openDesk(options)
  onTestFinished(opened.close)
  return opened
}

const pass: GradingAction = { kind: 'grade', outcome: 'pass' }
const fail: GradingAction = { kind: 'grade', outcome: 'fail' }
const error: GradingAction = { kind: 'grade', outcome: 'error' }
const verifier: GradingAction = { kind: 'verifier' }
const remove: GradingAction = { kind: 'remove' }
const cause = (index: number): GradingAction => ({ kind: 'cause', index })

const first: Cell = { row: 0, repeat: 1 }
const second: Cell = { row: 0, repeat: 2 }
const third: Cell = { row: 1, repeat: 1 }
const plain = { cause: null, verifier: null, note: null, latencyMs: null, loggedBy: null }
const refusal = { ok: false, error: { kind: 'expected', code: 'disk-full', message: 'Full.' } } as const

describe('a grade', () => {
  it('is stored under its case and repeat, by a person', async () => {
    const { perform, held, answerAll, shown, core, done } = await desk()
    perform(fail, second)
    expect(held.map(({ operation, input }) => [operation, input])).toEqual([
      [
        'trial.log',
        {
          task: 'refunds',
          configuration: 'model-x',
          case: 'case-1',
          repeat: 2,
          outcome: 'fail',
          grader: 'human',
        },
      ],
    ])
    expect(shown(second)).toBeUndefined()
    await answerAll()
    expect(shown(second)).toEqual({ repeat: 2, outcome: 'fail', ...plain })
    expect(done).toEqual([{ what: 'logged', cell: second }])
    const { cases } = await core.call('trial.grid', { task: 'refunds', configuration: 'model-x' })
    expect(cases.map((row) => row.trials)).toEqual([[{ repeat: 2, outcome: 'fail', ...plain }], [], []])
  })

  it('is signed with the name of the logger, also when it is changed', async () => {
    const { perform, held, answer } = await desk({ loggedBy: 'Mina' })
    perform(pass, first)
    expect(held[0]?.input).toMatchObject({ loggedBy: 'Mina' })
    await answer()
    perform(fail, first)
    expect(held[0]?.input).toMatchObject({ changes: { outcome: 'fail', loggedBy: 'Mina' } })
    await answer()
  })

  it('on a graded cell amends it: another failure keeps its cause, a pass has none', async () => {
    const opened = await desk()
    const { perform, answerAll, shown } = opened
    for (const action of [fail, cause(4), error]) perform(action, first)
    await answerAll()
    expect(shown(first)).toEqual({ repeat: 1, outcome: 'error', ...plain, cause: 'tool-error' })
    perform(pass, first)
    await answerAll()
    expect(shown(first)).toEqual({ repeat: 1, outcome: 'pass', ...plain })
    expect(await stored(opened)).toMatchObject({ 'case-1': [shown(first)] })
  })
})

describe('what a judge said', () => {
  it('is a person’s once a person grades it anew, not when they only say why it failed', async () => {
    const { perform, answerAll, see, core } = await desk()
    const key = { task: 'refunds', configuration: 'model-x', case: 'case-1', repeat: 1 } as const
    await core.call('trial.log', { ...key, outcome: 'fail', grader: 'judge' })
    see(first, { repeat: 1, outcome: 'fail', ...plain })
    perform(cause(0), first)
    await answerAll()
    expect(await core.call('trial.amend', { ...key, changes: {} })).toMatchObject({
      after: { outcome: 'fail', cause: 'reasoning-slip', grader: 'judge' },
    })
    perform(pass, first)
    await answerAll()
    expect(await core.call('trial.amend', { ...key, changes: {} })).toMatchObject({
      after: { outcome: 'pass', grader: 'human' },
    })
  })
})

describe('a cause', () => {
  it('belongs to a failure or an error', async () => {
    const opened = await desk()
    const { perform, answerAll } = opened
    perform(fail, first)
    perform(cause(0), first)
    perform(error, second)
    perform(cause(9), second)
    await answerAll()
    expect(await stored(opened)).toMatchObject({
      'case-1': [
        { repeat: 1, outcome: 'fail', cause: 'reasoning-slip' },
        { repeat: 2, outcome: 'error', cause: 'other' },
      ],
    })
  })

  it('on a pass, an empty cell or beyond the list does nothing', async () => {
    const { perform, answerAll, events, failures, waiting } = await desk()
    perform(pass, first)
    await answerAll()
    const before = [...events]
    perform(cause(0), first)
    perform(cause(0), second)
    await answerAll()
    perform(fail, second)
    perform(cause(10), second)
    await answerAll()
    expect(events).toEqual([...before, 'trial.log', 'show 0/2 fail'])
    expect([failures, waiting.at(-1)]).toEqual([[], 0])
  })
})

describe('the verifier', () => {
  it('goes from none over accept and reject to none', async () => {
    const opened = await desk()
    const { perform, answerAll, shown } = opened
    perform(pass, first)
    await answerAll()
    const verdicts = []
    for (let step = 1; step <= 4; step += 1) {
      perform(verifier, first)
      await answerAll()
      verdicts.push(shown(first)?.verifier)
    }
    expect(verdicts).toEqual(['accept', 'reject', null, 'accept'])
    expect(await stored(opened)).toMatchObject({ 'case-1': [{ outcome: 'pass', verifier: 'accept' }] })
  })

  it('counts each of three quick presses', async () => {
    const { perform, answerAll, shown } = await desk()
    for (const action of [fail, verifier, verifier]) perform(action, first)
    await answerAll()
    expect(shown(first)?.verifier).toBe('reject')
  })

  it('says nothing of an attempt that is not logged', async () => {
    const { perform, answerAll, events } = await desk()
    perform(verifier, first)
    await answerAll()
    expect(events).toEqual([])
  })
})

describe('taking an attempt back', () => {
  it('withdraws it', async () => {
    const opened = await desk()
    const { perform, answerAll, shown, done } = opened
    perform(pass, first)
    perform(remove, first)
    await answerAll()
    expect(shown(first)).toBeUndefined()
    expect(await stored(opened)).toMatchObject({ 'case-1': [] })
    expect(done.at(-1)).toEqual({ what: 'logged', cell: first })
  })

  it('does nothing where there is none', async () => {
    const { perform, answerAll, events } = await desk()
    perform(remove, first)
    await answerAll()
    expect(events).toEqual([])
  })
})

describe('keys pressed faster than the disk', () => {
  it('are done in their order, each only after the former is stored and shown', async () => {
    const { perform, held, answer, events } = await desk()
    perform(pass, first)
    perform(fail, second)
    perform(cause(2), second)
    perform(pass, third)
    const seen = []
    while (held.length > 0) {
      expect(held.length).toBe(1)
      seen.push([...events])
      await answer()
    }
    const steps = ['trial.log', 'show 0/1 pass', 'trial.log', 'show 0/2 fail', 'trial.amend', 'show 0/2 fail']
    // A request is made only when everything before it is on screen.
    expect(seen).toEqual([1, 3, 5, 7].map((length) => [...steps, 'trial.log'].slice(0, length)))
    expect(events).toEqual([...steps, 'trial.log', 'show 1/1 pass'])
  })

  it('are counted while they wait, down to none', async () => {
    const { perform, answer, waiting } = await desk()
    for (const cell of [first, second, third]) perform(pass, cell)
    expect(waiting).toEqual([1, 2, 3])
    await answer()
    expect(waiting).toEqual([1, 2, 3, 2])
    perform(pass, { row: 2, repeat: 1 })
    expect(waiting).toEqual([1, 2, 3, 2, 3])
    for (let left = 3; left > 0; left -= 1) await answer()
    expect(waiting).toEqual([1, 2, 3, 2, 3, 2, 1, 0])
  })
})

const locked = {
  ok: false,
  error: { kind: 'expected', code: 'workspace-locked', message: 'In use.' },
} as const

describe('a locked workspace', () => {
  it('is asked once more, and the keys go on as if nothing had been', async () => {
    const opened = await desk()
    opened.perform(fail, first)
    opened.perform(pass, second)
    await opened.answer(locked)
    await opened.answerAll()
    expect(opened.failures).toEqual([])
    expect(await stored(opened)).toMatchObject({ 'case-1': [{ outcome: 'fail' }, { outcome: 'pass' }] })
  })

  it('that stays locked is a failure', async () => {
    const { perform, answer, held, failures, waiting } = await desk()
    perform(fail, first)
    await answer(locked)
    await answer(locked)
    expect(failures).toMatchObject([{ code: 'workspace-locked' }])
    expect([held.length, waiting.at(-1)]).toEqual([0, 0])
  })
})

describe('a failure', () => {
  it('says where grading has to go on, and how many attempts are not stored', async () => {
    const { perform, answer, lost } = await desk()
    perform(pass, first)
    perform(fail, second)
    perform(cause(0), second)
    perform(pass, third)
    perform({ kind: 'undo' }, third)
    await answer()
    await answer(refusal)
    // The failed one and its cause are one attempt; the undo is none of its own.
    expect(lost).toEqual([{ first: second, attempts: 2 }])
  })

  it('of a cause leaves its attempt stored, and grading goes on there', async () => {
    const opened = await desk()
    const { perform, answer, lost } = opened
    perform(fail, first)
    perform(cause(0), first)
    await answer()
    await answer(refusal)
    expect(lost).toEqual([{ first, attempts: 1 }])
    expect(await stored(opened)).toMatchObject({ 'case-1': [{ outcome: 'fail', cause: null }] })
  })

  it('of an undo leaves grading where it is', async () => {
    const { perform, answer, lost } = await desk()
    perform(pass, first)
    await answer()
    perform({ kind: 'undo' }, second)
    await answer(refusal)
    expect(lost).toEqual([{ first: null, attempts: 0 }])
  })

  it('is told once, and drops the keys pressed behind it', async () => {
    const opened = await desk()
    const { perform, answer, held, failures, waiting, shown } = opened
    perform(pass, first)
    perform(fail, second)
    perform(cause(0), second)
    perform(pass, third)
    await answer()
    await answer(refusal)
    expect(failures).toMatchObject([{ name: 'ExpectedFailure', code: 'disk-full', message: 'Full.' }])
    expect([held.length, waiting.at(-1)]).toEqual([0, 0])
    expect([shown(second), shown(third)]).toEqual([undefined, undefined])
    expect(await stored(opened)).toEqual({
      'case-1': [{ repeat: 1, outcome: 'pass', ...plain }],
      'case-2': [],
      'case-3': [],
    })
  })

  it('does not keep later keys from working', async () => {
    const opened = await desk()
    const { perform, answer, answerAll, failures } = opened
    perform(fail, first)
    perform(pass, second)
    await answer(refusal)
    perform(pass, third)
    perform(verifier, third)
    await answerAll()
    expect(failures.length).toBe(1)
    expect(await stored(opened)).toMatchObject({
      'case-1': [],
      'case-2': [{ outcome: 'pass', verifier: 'accept' }],
    })
  })

  it('is told when the row is not on screen, before anything is asked of the core', async () => {
    const { perform, answerAll, scrollAway, events, failures, waiting } = await desk()
    scrollAway()
    perform(pass, first)
    await answerAll()
    expect(events).toEqual([])
    expect(failures).toMatchObject([{ message: 'row 0 is not there yet' }])
    expect(waiting).toEqual([1, 0])
  })

  it('is told when a script was quicker: what it logged stays', async () => {
    const opened = await desk()
    const { perform, answerAll, core, failures } = opened
    const trial = { task: 'refunds', configuration: 'model-x', case: 'case-1', repeat: 1 } as const
    await core.call('trial.log', { ...trial, outcome: 'fail', note: 'from a script' })
    perform(pass, first)
    await answerAll()
    expect(failures).toMatchObject([{ code: 'trial-exists' }])
    expect(await stored(opened)).toMatchObject({ 'case-1': [{ outcome: 'fail', note: 'from a script' }] })
  })
})

async function rows(opened: GraderDesk) {
  return (await stored(opened))['case-1']
}

describe('more than a grade', () => {
  it('is stored with it: what was written and measured before', async () => {
    const opened = await desk()
    opened.perform({ kind: 'grade', outcome: 'fail', note: '두 번 물었음', latencyMs: 12_400 }, first)
    await opened.answerAll()
    expect(await rows(opened)).toMatchObject([{ outcome: 'fail', note: '두 번 물었음', latencyMs: 12_400 }])
    expect(opened.shown(first)).toMatchObject({ note: '두 번 물었음', latencyMs: 12_400 })
  })

  it('does not time an attempt that was graded before', async () => {
    const opened = await desk()
    opened.perform(fail, first)
    opened.perform({ kind: 'grade', outcome: 'pass', latencyMs: 900 }, first)
    await opened.answerAll()
    expect(await rows(opened)).toMatchObject([{ outcome: 'pass', latencyMs: null }])
  })

  it('can be that the attempt was not fair: with its reason, without a cause', async () => {
    const opened = await desk({ loggedBy: 'Mina' })
    opened.perform({ kind: 'void', reason: 'account locked' }, first)
    opened.perform(fail, second)
    opened.perform(cause(4), second)
    opened.perform({ kind: 'void', reason: 'wrong input' }, second)
    await opened.answerAll()
    expect(await rows(opened)).toEqual([
      { repeat: 1, outcome: 'void', ...plain, note: 'account locked', loggedBy: 'Mina' },
      { repeat: 2, outcome: 'void', ...plain, note: 'wrong input', loggedBy: 'Mina' },
    ])
    opened.perform({ kind: 'undo' }, first)
    await opened.answerAll()
    expect((await rows(opened))?.[1]).toMatchObject({ outcome: 'fail', cause: 'tool-error', note: null })
  })

  it('is a note, which can be taken back and undone', async () => {
    const opened = await desk()
    opened.perform(pass, first)
    opened.perform({ kind: 'note', text: 'one\ntwo' }, first)
    opened.perform({ kind: 'note', text: null }, first)
    await opened.answerAll()
    expect(await rows(opened)).toMatchObject([{ outcome: 'pass', note: null }])
    opened.perform({ kind: 'undo' }, first)
    await opened.answerAll()
    expect(await rows(opened)).toMatchObject([{ outcome: 'pass', note: 'one\ntwo' }])
    opened.perform({ kind: 'undo' }, first)
    await opened.answerAll()
    expect(await rows(opened)).toMatchObject([{ outcome: 'pass', note: null }])
  })

  it('is a time, which can be taken away and given again, and undone', async () => {
    const opened = await desk()
    opened.perform({ kind: 'grade', outcome: 'pass', latencyMs: 800 }, first)
    opened.perform({ kind: 'time', latencyMs: null }, first)
    await opened.answerAll()
    expect(await rows(opened)).toMatchObject([{ latencyMs: null }])
    opened.perform({ kind: 'undo' }, first)
    await opened.answerAll()
    expect(await rows(opened)).toMatchObject([{ latencyMs: 800 }])
    expect(opened.failures).toEqual([])
  })

  it('is nothing where nothing is logged', async () => {
    const opened = await desk()
    opened.perform({ kind: 'note', text: 'x' }, first)
    opened.perform({ kind: 'time', latencyMs: 5 }, first)
    await opened.answerAll()
    expect(await rows(opened)).toEqual([])
    expect(opened.held).toEqual([])
  })
})

describe('grades on their way to the disk', () => {
  it('are told from the press to the answer, and forgotten when one of them fails', async () => {
    const opened = await desk()
    opened.perform(pass, first)
    opened.perform({ kind: 'void', reason: 'x' }, second)
    opened.perform(verifier, second)
    expect(opened.coming.at(-1)).toEqual(['0/1 pass', '0/2 void'])
    await opened.answer()
    expect(opened.coming.at(-1)).toEqual(['0/2 void'])
    await opened.answer(refusal)
    expect(opened.coming.at(-1)).toEqual([])
  })
})
