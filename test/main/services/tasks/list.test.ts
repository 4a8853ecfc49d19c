import { describe, expect, it } from 'vitest'
import type { LogTrial } from '../../../../shared/contract/contract.ts'
import { openCore } from '../open-core.ts'

/** One attempt at each of so many cases. */
function attempts(configuration: string, cases: number, outcome: LogTrial['outcome']): LogTrial[] {
  return Array.from({ length: cases }, (_, index) => ({
    task: 'refunds',
    configuration,
    case: `case ${index + 1}`,
    outcome,
  }))
}

const levels = [{ name: 'Half', required: 0.5 }]

describe('the list of tasks', () => {
  it('is empty in a new workspace', async () => {
    const { client } = openCore()
    expect(await client.call('task.list', {})).toEqual([])
  })

  it('holds the tasks in the order they were made, each with its target', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'z' })
    await client.call('task.create', { name: 'a', target: 'Assist' })
    expect(await client.call('task.list', {})).toEqual([
      {
        name: 'z',
        target: 'Unattended',
        required: 0.99,
        configurations: 0,
        cases: 0,
        trials: 0,
        verdict: 'no-trials',
      },
      {
        name: 'a',
        target: 'Assist',
        required: 0.8,
        configurations: 0,
        cases: 0,
        trials: 0,
        verdict: 'no-trials',
      },
    ])
  })

  // With R = 0.5 the evidence of m passes in a row is about 2^m / m and more: 20 of them decide, one never does.
  it.each([
    ['meets', 'pass', 20],
    ['short', 'fail', 20],
    ['more-evidence', 'pass', 1],
  ] as const)('says "%s" of a configuration with only %s, %i times', async (verdict, outcome, cases) => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds', levels })
    await client.call('trial.log', attempts('base', cases, outcome))
    expect(await client.call('task.list', {})).toMatchObject([
      { verdict, configurations: 1, cases, trials: cases },
    ])
  })

  it('shows the verdict of the configuration with most trials, not of the first or the best', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds', levels })
    await client.call('trial.log', attempts('good', 30, 'pass'))
    await client.call('trial.log', attempts('busy', 40, 'fail'))
    await client.call('trial.log', attempts('late', 1, 'pass'))
    expect(await client.call('task.list', {})).toMatchObject([
      { verdict: 'short', configurations: 3, cases: 40, trials: 71 },
    ])
  })

  it('shows the verdict of the target, not of another level', async () => {
    const { client } = openCore()
    const both = [...levels, { name: 'Nearly always', required: 0.99 }]
    await client.call('task.create', { name: 'refunds', levels: both })
    await client.call('trial.log', attempts('base', 20, 'pass'))
    expect(await client.call('task.list', {})).toMatchObject([
      { target: 'Nearly always', required: 0.99, verdict: 'more-evidence' },
    ])
  })

  it('knows of no trials any more once the last one was taken back', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds', levels })
    await client.call('trial.log', attempts('base', 1, 'pass'))
    await client.call('trial.withdraw', { task: 'refunds', configuration: 'base', case: 'case 1', repeat: 1 })
    expect(await client.call('task.list', {})).toMatchObject([
      { verdict: 'no-trials', configurations: 1, cases: 1, trials: 0 },
    ])
  })
})

describe('a level whose name holds half of a surrogate pair', () => {
  it('is stored with the replacement character, and the workspace stays usable', async () => {
    const { client } = openCore()
    const halved = [{ name: 'L\uD83D', required: 0.9 }]
    await client.call('task.create', { name: 'halved', levels: halved, target: 'L\uD83D' })
    expect(await client.call('task.list', {})).toMatchObject([{ name: 'halved', target: 'L\uFFFD' }])
    expect(await client.call('workspace.check', {})).toEqual({ sound: true, problems: [] })
  })
})
