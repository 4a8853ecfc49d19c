import { describe, expect, it, onTestFinished } from 'vitest'
import type { Cell, GradingAction } from '../../../../renderer/features/trials/grading.ts'
import type { Trial } from '../../../../shared/domain/trial.ts'
import { configuration, type GraderDesk, openDesk, stored, task } from './held-core.ts'

async function desk(options: { readonly loggedBy?: string } = {}): Promise<GraderDesk> {
  const opened = await openDesk(options)
  onTestFinished(opened.close)
  return opened
}

const pass: GradingAction = { kind: 'grade', outcome: 'pass' }
const fail: GradingAction = { kind: 'grade', outcome: 'fail' }
const toolError: GradingAction = { kind: 'cause', index: 4 }
const verifier: GradingAction = { kind: 'verifier' }
const remove: GradingAction = { kind: 'remove' }
const undo: GradingAction = { kind: 'undo' }
const redo: GradingAction = { kind: 'redo' }

const first: Cell = { row: 0, repeat: 1 }
const second: Cell = { row: 0, repeat: 2 }
/** Undo means the last change, wherever the grid is by then. */
const anywhere: Cell = { row: 2, repeat: 4 }
const refusal = { ok: false, error: { kind: 'expected', code: 'disk-full', message: 'Full.' } } as const

async function doAll({ perform, answerAll }: GraderDesk, ...actions: readonly GradingAction[]) {
  for (const action of actions) {
    perform(action, action.kind === 'undo' || action.kind === 'redo' ? anywhere : first)
    await answerAll()
  }
}

/** The stored attempts of the first case, in short: repeat, outcome, cause, verdict. */
async function firstCase(opened: GraderDesk): Promise<readonly string[]> {
  const { 'case-1': trials = [] } = await stored(opened)
  return trials.map(({ repeat, outcome, cause, verifier: verdict }) =>
    [repeat, outcome, cause, verdict].filter((part) => part !== null).join(' '),
  )
}

/** As in the workspace, so on screen. */
async function expectFirst(opened: GraderDesk, expected: string | null): Promise<void> {
  const trial = opened.shown(first)
  const parts = trial === undefined ? [] : [trial.repeat, trial.outcome, trial.cause, trial.verifier]
  const shown = parts.filter((part) => part !== null).join(' ')
  expect(shown).toBe(expected ?? '')
  expect(await firstCase(opened)).toEqual(expected === null ? [] : [expected])
}

describe('undo and redo', () => {
  it('go back and forth over a new attempt, its cause, its verdict and its removal', async () => {
    const opened = await desk()
    await doAll(opened, fail, toolError, verifier, remove)
    const states = [null, '1 fail', '1 fail tool-error', '1 fail tool-error accept', null]
    for (const expected of states.toReversed().slice(1)) {
      await doAll(opened, undo)
      await expectFirst(opened, expected)
    }
    for (const expected of states.slice(1)) {
      await doAll(opened, redo)
      await expectFirst(opened, expected)
    }
    expect(opened.failures).toEqual([])
  })

  it('say what was done in which cell, and when there is nothing to do', async () => {
    const opened = await desk()
    await doAll(opened, undo, redo, pass, undo, undo, redo, redo)
    expect(opened.done).toEqual([
      { what: 'nothingToUndo', cell: null },
      { what: 'nothingToRedo', cell: null },
      { what: 'logged', cell: first },
      { what: 'undone', cell: first },
      { what: 'nothingToUndo', cell: null },
      { what: 'redone', cell: first },
      { what: 'nothingToRedo', cell: null },
    ])
    await expectFirst(opened, '1 pass')
  })

  it('bring back the cause that a pass took away', async () => {
    const opened = await desk()
    await doAll(opened, fail, toolError, pass)
    expect(await firstCase(opened)).toEqual(['1 pass'])
    await doAll(opened, undo)
    expect(await firstCase(opened)).toEqual(['1 fail tool-error'])
  })

  it('bring back everything that was imported of an attempt', async () => {
    const opened = await desk()
    const trial = {
      configuration,
      case: 'case-1',
      repeat: 1,
      outcome: 'fail',
      score: 0.25,
      severity: 'high',
      answer: 'forty-two',
      confidence: 0.75,
      latencyMs: 1200,
      costUsd: 0.125,
      inputTokens: 10,
      outputTokens: 20,
      actions: ['look', 'book'],
      grader: 'check',
      loggedBy: 'a script',
      startedAt: '2026-02-28T23:00:00+09:00',
      note: 'imported',
    } as const
    await opened.core.call('trial.log', { task, ...trial })
    opened.perform(fail, second)
    await opened.answerAll()
    // The grid knows of it once it is read again.
    opened.see(first, {
      repeat: 1,
      outcome: 'fail',
      cause: null,
      verifier: null,
      note: 'imported',
      latencyMs: 1200,
      loggedBy: 'a script',
    })
    await doAll(opened, remove, undo)
    expect(
      await opened.core.call('trial.withdraw', { task, configuration, case: 'case-1', repeat: 1 }),
    ).toEqual(trial)
  })

  it.each<[string, Pick<Trial, 'loggedBy' | 'grader'>, readonly string[]]>([
    ['somebody of the same name', { loggedBy: 'Mina', grader: 'judge' }, ['trial.amend', 'trial.amend']],
    // Only logging the attempt anew takes away again who said so.
    ['nobody', {}, ['trial.amend', 'trial.log']],
  ])('restore what an amendment changed of an attempt logged by %s', async (_who, name, calls) => {
    const opened = await desk({ loggedBy: 'Mina' })
    const key = { task, configuration, case: 'case-1', repeat: 1 } as const
    const imported = { ...key, outcome: 'fail', cause: 'tool-error', verifier: 'reject', note: 'n' } as const
    const { trials } = await opened.core.call('trial.log', { ...imported, latencyMs: 1200, ...name })
    const { configuration: _c, case: _l, ...seen } = imported
    opened.see(first, { ...seen, latencyMs: 1200, loggedBy: null })
    await doAll(opened, pass)
    expect(await firstCase(opened)).toEqual(['1 pass reject'])
    await doAll(opened, undo)
    expect(opened.failures).toEqual([])
    expect(opened.events.filter((event) => event.startsWith('trial.'))).toEqual(calls)
    const restored = await opened.core.call('trial.withdraw', key)
    expect([{ task, ...restored }]).toEqual(trials)
    expect(restored).toMatchObject({ outcome: 'fail', cause: 'tool-error', verifier: 'reject', note: 'n' })
  })

  it('outlive the screen and the name they were made under', async () => {
    const opened = await desk({ loggedBy: 'Mina' })
    await doAll(opened, fail)
    opened.signIn('지민')
    await doAll(opened, undo)
    await expectFirst(opened, null)
    await doAll(opened, redo, toolError)
    await expectFirst(opened, '1 fail tool-error')
    const { loggedBy } = await opened.core.call('trial.withdraw', {
      task,
      configuration,
      case: 'case-1',
      repeat: 1,
    })
    expect(loggedBy).toBe('지민')
  })

  it('take the changes of several cells back in their order', async () => {
    const opened = await desk()
    opened.perform(pass, first)
    opened.perform(fail, second)
    opened.perform(undo, anywhere)
    opened.perform(undo, anywhere)
    opened.perform(redo, anywhere)
    await opened.answerAll()
    expect(await firstCase(opened)).toEqual(['1 pass'])
    expect(opened.done.map(({ what, cell }) => [what, cell?.repeat])).toEqual([
      ['logged', 1],
      ['logged', 2],
      ['undone', 2],
      ['undone', 1],
      ['redone', 1],
    ])
  })

  it('forget what was undone as soon as something new is graded', async () => {
    const opened = await desk()
    await doAll(opened, fail, undo, pass, redo)
    expect(opened.done.at(-1)).toEqual({ what: 'nothingToRedo', cell: null })
    await expectFirst(opened, '1 pass')
    await doAll(opened, undo)
    await expectFirst(opened, null)
  })

  it('are done after the grades pressed before them', async () => {
    const { perform, held, answer, events } = await desk()
    perform(pass, first)
    perform(undo, anywhere)
    expect(held.map(({ operation }) => operation)).toEqual(['trial.log'])
    await answer()
    await answer()
    expect(events).toEqual(['trial.log', 'show 0/1 pass', 'trial.withdraw', 'show 0/1 nothing'])
  })

  it('reach attempts whose rows are no longer on screen', async () => {
    const opened = await desk()
    await doAll(opened, fail)
    opened.scrollAway()
    await doAll(opened, undo)
    expect(opened.failures).toEqual([])
    await expectFirst(opened, null)
    await doAll(opened, redo)
    expect(opened.failures).toEqual([])
    await expectFirst(opened, '1 fail')
  })
})

describe('an undo that fails', () => {
  it('changes nothing and can be asked for again', async () => {
    const opened = await desk()
    await doAll(opened, fail)
    opened.perform(undo, anywhere)
    await opened.answer(refusal)
    expect(opened.failures).toMatchObject([{ code: 'disk-full' }])
    await expectFirst(opened, '1 fail')
    await doAll(opened, undo)
    await expectFirst(opened, null)
  })

  it('forward likewise', async () => {
    const opened = await desk()
    await doAll(opened, fail, undo)
    opened.perform(redo, anywhere)
    await opened.answer(refusal)
    await expectFirst(opened, null)
    await doAll(opened, redo)
    await expectFirst(opened, '1 fail')
    expect(opened.failures.length).toBe(1)
  })
})
