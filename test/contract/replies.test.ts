import { describe, expect, it } from 'vitest'
import { BugReported } from '../../shared/contract/client.ts'
import { Cancelled, ExpectedFailure } from '../../shared/domain/failure.ts'
import { logFourTrials } from './operation-cases.ts'
import { type Connected, connect, transports } from './transports.ts'

const trial = { task: 'refunds', case: 'c1', configuration: 'base', outcome: 'pass' } as const

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return await work.then(
    () => 'did not fail',
    (error: unknown) => error,
  )
}

/** A printer that breaks in a way nobody foresaw. */
const broken = {
  print: async () => {
    throw new TypeError('cannot read /home/somebody/secret')
  },
}

describe.each(transports)('over %s', (_name, via) => {
  describe('an expected failure', () => {
    it('arrives with its code and message', async () => {
      const { client, test } = await connect(via)
      const failure = await failureOf(client.call('task.get', { task: '환불' }))
      expect(failure).toBeInstanceOf(ExpectedFailure)
      expect(failure).toMatchObject({
        code: 'task-not-found',
        message: 'There is no task named "환불" in this workspace. This workspace has no task yet.',
        details: undefined,
      })
      expect(test.errors).toEqual([])
    })

    it('arrives with its details', async () => {
      const { client } = await connect(via)
      await logFourTrials(client)
      await client.call('trial.log', { ...trial, configuration: '최신 🚀' })
      const failure = await failureOf(client.call('assessment.get', { task: 'refunds' }))
      expect(failure).toMatchObject({
        code: 'configuration-required',
        details: { configurations: ['base', '최신 🚀'] },
      })
    })

    it('arrives with what is wrong with a file, and nothing of it is stored', async () => {
      const { client } = await connect(via)
      await client.call('task.create', { name: 'refunds' })
      const contentBase64 = btoa('case,configuration,outcome\nc1,base,pass\nc2,base,maybe\n')
      const file = { task: 'refunds', fileName: 'run.csv', contentBase64 }
      const failure = await failureOf(client.call('import.commit', file))
      expect(failure).toMatchObject({
        code: 'import-refused',
        details: { rows: 2, problemCount: 1, problems: [{ line: 3, column: 'outcome' }], committed: false },
      })
      expect(await client.call('workspace.info', {})).toMatchObject({ trials: 0 })
    })

    it.each([
      ['task.create', { name: 'refunds' }, 'task-exists'],
      ['trial.log', { ...trial, repeat: 1 }, 'trial-exists'],
      [
        'trial.withdraw',
        { task: 'refunds', configuration: 'base', case: 'c1', repeat: 9 },
        'trial-not-found',
      ],
      ['assessment.get', { task: 'refunds', configuration: 'new' }, 'configuration-not-found'],
      ['assessment.get', { task: 'refunds', level: 'Never' }, 'level-not-found'],
    ] as const)('of %s %j is %s', async (operation, input, code) => {
      const { client, transport } = await connect(via)
      await logFourTrials(client)
      expect(await transport(operation, input)).toMatchObject({
        ok: false,
        error: { kind: 'expected', code },
      })
    })
  })

  describe('a bug', () => {
    it('arrives with a reference to the log, and with nothing of what went wrong', async () => {
      const { client, transport, test } = await connect(via, { printer: broken })
      await logFourTrials(client)
      const reply = await transport('report.render', { task: 'refunds', format: 'pdf' })
      const reference = /reference ([0-9a-f]{8})/.exec(test.errors[0]?.message ?? '')?.[1]
      expect(reference).toBeDefined()
      expect(reply).toEqual({
        ok: false,
        error: {
          kind: 'bug',
          message: `Something went wrong inside Nines. Nothing stored was lost. The log has the details under reference ${reference}.`,
          reference,
        },
      })
      expect(String(test.errors[0]?.error)).toBe('TypeError: cannot read /home/somebody/secret')
    })

    it('is an error of its own kind for the caller', async () => {
      const { client, test } = await connect(via, { printer: broken })
      await logFourTrials(client)
      const failure = await failureOf(client.call('report.render', { task: 'refunds', format: 'pdf' }))
      expect(failure).toBeInstanceOf(BugReported)
      expect(String(failure)).not.toContain('secret')
      expect(test.errors).toHaveLength(1)
    })
  })

  describe('a bad input', () => {
    it.each([
      ['task.get', {}, ['task']],
      ['task.get', null, ['']],
      ['trial.log', [trial, { ...trial, outcome: 'maybe', latencyMs: -1 }], ['1.outcome', '1.latencyMs']],
      ['trial.log', { ...trial, latencyMs: Number.NaN }, ['latencyMs']],
      ['trial.log', { ...trial, startedAt: new Date(Number.NaN) }, ['startedAt']],
      ['import.preview', { task: 'refunds', fileName: 'a.csv', contentBase64: '?' }, ['contentBase64']],
    ] as const)('%s %j is refused with its places', async (operation, input, paths) => {
      const { client, transport, test } = await connect(via)
      await logFourTrials(client)
      const reply = await transport(operation, input)
      expect(reply).toMatchObject({
        ok: false,
        error: { kind: 'expected', code: 'bad-input', details: paths.map((path) => ({ path })) },
      })
      expect(await client.call('workspace.info', {})).toMatchObject({ trials: 4 })
      expect(test.errors).toEqual([])
    })
  })

  it.each(['task.none', '', '__proto__', 'constructor', 'toString', 'task.list%2F', 'task%2Elist'])(
    '%j is an unknown operation',
    async (operation) => {
      const { transport, test } = await connect(via)
      expect(await transport(operation, {})).toEqual({
        ok: false,
        error: {
          kind: 'expected',
          code: 'unknown-operation',
          message: `There is no operation named "${operation}".`,
        },
      })
      expect(test.errors).toEqual([])
    },
  )

  describe('giving up', () => {
    it('ends the wait at both ends', async () => {
      const { client, replies, test } = await connect(via)
      const giveUp = new AbortController()
      const waiting = failureOf(client.call('change.next', { after: 1_000_000 }, giveUp.signal))
      const reply = await firstOf(replies)
      giveUp.abort()
      expect(await waiting).toBeInstanceOf(Cancelled)
      expect(await reply.reply).toMatchObject({ ok: false, error: { kind: 'cancelled' } })
      expect(test.errors).toEqual([])
    })

    it('before the start does not reach the store', async () => {
      const { client } = await connect(via)
      const created = failureOf(client.call('task.create', { name: 'refunds' }, AbortSignal.abort()))
      expect(await created).toBeInstanceOf(Cancelled)
      expect(await client.call('task.list', {})).toEqual([])
    })

    it('leaves other requests alone', async () => {
      const { client, replies } = await connect(via)
      const { change } = await client.call('change.next', { after: -1 })
      const giveUp = new AbortController()
      const given = failureOf(client.call('change.next', { after: 1_000_000 }, giveUp.signal))
      const kept = client.call('change.next', { after: change })
      while (replies.length < 3) await new Promise((resolve) => setTimeout(resolve, 2))
      giveUp.abort()
      expect(await given).toBeInstanceOf(Cancelled)
      await client.call('task.create', { name: 'refunds' })
      expect((await kept).change).toBeGreaterThan(change)
    })
  })
})

/** The first call once it has reached the core; wrapped, so that awaiting it does not await the reply. */
async function firstOf(replies: Connected['replies']): Promise<{ readonly reply: Promise<unknown> }> {
  for (;;) {
    const [reply] = replies
    if (reply !== undefined) return { reply }
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}
