import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createHandlers, type Handlers } from '../../../main/api/handlers.ts'
import { createRouter, type Router } from '../../../main/api/router.ts'
import { createBackups } from '../../../main/services/backups/index.ts'
import type { Context, Desk } from '../../../main/services/context.ts'
import { workspaceInfo } from '../../../main/services/workspaces/index.ts'
import { createRecent } from '../../../main/services/workspaces/recent.ts'
import { openWorkspace } from '../../../main/store/workspace.ts'
import { completeTask } from '../../../shared/domain/task.ts'
import { Cancelled, ExpectedFailure } from '../../../shared/domain/failure.ts'
import { resourcesFolder } from '../../helpers/resources.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import { freshFile } from '../../helpers/workspace.ts'
import { computer, exporter, importer, typesetter } from '../../helpers/worker.ts'

const folder = temporaryFolder('router')

interface Bug {
  readonly message: string
  readonly error: unknown
}

interface Opened {
  readonly router: Router
  readonly bugs: readonly Bug[]
}

/** The router over a real workspace, some of its handlers exchanged. */
function openRouter(overrides: Partial<Handlers> = {}): Opened {
  const file = freshFile(folder)
  const workspace = openWorkspace(file)
  onTestFinished(() => workspace.close())
  const context: Context = {
    workspace,
    clock: () => new Date('2026-03-01T09:00:00.000Z'),
    printer: { print: async () => Buffer.from('%PDF') },
    settingsFile: join(file, '..', 'settings.json'),
    computer,
    importer,
    typesetter,
    exporter,
    resourcesFolder: resourcesFolder(),
    appVersion: '0.0.0-test',
  }
  const bugs: Bug[] = []
  const report = (message: string, error: unknown): void => void bugs.push({ message, error })
  const desk: Desk = {
    info: () => workspaceInfo(context, 'here', backups),
    change: () => report('another workspace was opened', file),
    alone: (work) => work(),
  }
  const backups = createBackups(context, desk, report)
  const recent = createRecent(join(file, '..', 'recent.json'), context.clock, report)
  const router = createRouter({ ...createHandlers(context, { desk, backups, recent }), ...overrides }, report)
  return { router, bugs }
}

const refunds = completeTask({ name: 'refunds' })

describe('a value', () => {
  it('comes back as the handler gave it', async () => {
    const { router, bugs } = openRouter()
    await router('task.create', { name: 'refunds' })
    expect(await router('task.get', { task: 'refunds' })).toEqual({
      ok: true,
      value: { task: refunds, configurations: [], cases: 0, trials: 0 },
    })
    expect(bugs).toEqual([])
  })

  it('may take its time', async () => {
    const { router } = openRouter({ 'sample.open': async () => await Promise.resolve({ task: 'late' }) })
    expect(await router('sample.open', {})).toEqual({ ok: true, value: { task: 'late' } })
  })

  it('loses what the contract does not name, on the way in and on the way out', async () => {
    const given: unknown[] = []
    const { router } = openRouter({
      'task.get': (input) => {
        given.push(input)
        const secret = { path: '/home/somebody' }
        return { task: refunds, configurations: [], cases: 0, trials: 0, ...secret }
      },
    })
    const reply = await router('task.get', { task: 'refunds', admin: true })
    expect(given).toEqual([{ task: 'refunds' }])
    expect(reply).toEqual({ ok: true, value: { task: refunds, configurations: [], cases: 0, trials: 0 } })
  })

  it('is asked for with the defaults of what was left out', async () => {
    const given: unknown[] = []
    const { router } = openRouter({
      'trial.grid': (input) => {
        given.push(input)
        return { configuration: null, plannedRepeats: null, total: 0, cases: [] }
      },
    })
    await router('trial.grid', { task: ' refunds ' })
    expect(given).toEqual([{ task: 'refunds', offset: 0, limit: 500 }])
  })
})

describe('an expected failure', () => {
  it('comes back with its code, message and details, and is nothing to log', async () => {
    const { router, bugs } = openRouter({
      'task.get': () => {
        throw new ExpectedFailure('configuration-required', 'Which one?', { details: { names: ['a', 'b'] } })
      },
    })
    expect(await router('task.get', { task: 'x' })).toEqual({
      ok: false,
      error: {
        kind: 'expected',
        code: 'configuration-required',
        message: 'Which one?',
        details: { names: ['a', 'b'] },
      },
    })
    expect(bugs).toEqual([])
  })

  it('keeps its cause to itself', async () => {
    const { router } = openRouter({
      'task.get': () => {
        throw new ExpectedFailure('disk-full', 'The disk is full.', { cause: new Error('SQLITE_FULL') })
      },
    })
    const reply = await router('task.get', { task: 'x' })
    expect(reply).toEqual({
      ok: false,
      error: { kind: 'expected', code: 'disk-full', message: 'The disk is full.' },
    })
    expect(JSON.stringify(reply)).not.toContain('SQLITE')
  })
})

describe('a bad input', () => {
  it('is an expected failure that names the place in words and as data', async () => {
    const { router, bugs } = openRouter()
    const reply = await router('task.create', { name: 'x', levels: [{ name: 'all', required: 1 }] })
    if (reply.ok) throw new Error('a level can require 1')
    expect(reply.error.message).toMatch(
      /^task\.create: levels\.0\.required: .*to 0\.999999\. Nothing was changed\.$/,
    )
    expect(reply.error).toMatchObject({
      kind: 'expected',
      code: 'bad-input',
      details: [{ path: 'levels.0.required' }],
    })
    expect(await router('task.list', {})).toEqual({ ok: true, value: [] })
    expect(bugs).toEqual([])
  })
})

describe('a caller who gave up', () => {
  it('is told that it was cancelled', async () => {
    const { router, bugs } = openRouter({
      'change.next': async () => {
        throw new Cancelled()
      },
    })
    expect(await router('change.next', { after: 0 })).toEqual({
      ok: false,
      error: { kind: 'cancelled', message: 'Cancelled. Nothing was changed.' },
    })
    expect(bugs).toEqual([])
  })

  it('is heard by the handler', async () => {
    const giveUp = new AbortController()
    const { router } = openRouter({
      'change.next': (_input, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new Cancelled()))
        }),
    })
    const reply = router('change.next', { after: 0 }, giveUp.signal)
    giveUp.abort()
    expect(await reply).toMatchObject({ ok: false, error: { kind: 'cancelled' } })
  })

  it('before the start changes nothing', async () => {
    const { router } = openRouter()
    const reply = await router('task.create', { name: 'refunds' }, AbortSignal.abort())
    expect(reply).toMatchObject({ ok: false, error: { kind: 'cancelled' } })
    expect(await router('task.list', {})).toEqual({ ok: true, value: [] })
  })
})

/** The reference a bug's reply gives. */
async function expectBug({ router, bugs }: Opened, operation: string, input: unknown): Promise<Bug> {
  const reply = await router(operation, input)
  if (reply.ok || reply.error.kind !== 'bug') throw new Error(`not a bug: ${JSON.stringify(reply)}`)
  expect(reply.error.reference).toMatch(/^[0-9a-f]{8}$/)
  expect(reply.error.message).toBe(
    `Something went wrong inside Nines. Nothing stored was lost. The log has the details under reference ${reply.error.reference}.`,
  )
  expect(Object.keys(reply.error)).toEqual(['kind', 'message', 'reference'])
  const [bug, ...others] = bugs
  expect(others).toEqual([])
  expect(bug?.message).toBe(`${operation} failed (reference ${reply.error.reference})`)
  return { message: reply.error.message, error: bug?.error }
}

describe('a bug', () => {
  it.each([
    ['thrown', new TypeError('secret')],
    ['that is not even an error', 'secret'],
    ['that is undefined', undefined],
    ['with the name of an expected one', Object.assign(new Error('secret'), { code: 'task-not-found' })],
  ])('%s is logged whole under a reference, and its message stays inside', async (_name, thrown) => {
    const opened = openRouter({
      'task.list': () => {
        throw thrown
      },
    })
    const bug = await expectBug(opened, 'task.list', {})
    expect(bug.error).toBe(thrown)
    expect(bug.message).not.toContain('secret')
  })

  it('has a reference of its own each time', async () => {
    const { router, bugs } = openRouter({
      'task.list': async () => {
        throw new Error('secret')
      },
    })
    await router('task.list', {})
    await router('task.list', {})
    expect(new Set(bugs.map(({ message }) => message)).size).toBe(2)
  })

  it.each([
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['half a trial', 1.5],
  ])('is an output that breaks the contract: %s', async (_name, trials) => {
    const opened = openRouter({
      'task.get': () => ({ task: refunds, configurations: [], cases: 0, trials }),
    })
    const { error } = await expectBug(opened, 'task.get', { task: 'refunds' })
    expect(String(error)).toContain('"trials"')
  })
})

describe('an unknown operation', () => {
  it.each(['', 'task', 'task.none', 'TASK.LIST', ' task.list', 'task.list ', 'task%2Elist', 'task.list/'])(
    '%j is an expected failure',
    async (operation) => {
      const { router, bugs } = openRouter()
      expect(await router(operation, {})).toEqual({
        ok: false,
        error: {
          kind: 'expected',
          code: 'unknown-operation',
          message: `There is no operation named "${operation}".`,
        },
      })
      expect(bugs).toEqual([])
    },
  )

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'])(
    '%s, which every object has, is none either',
    async (operation) => {
      const { router, bugs } = openRouter()
      expect(await router(operation, {})).toMatchObject({ ok: false, error: { code: 'unknown-operation' } })
      expect(bugs).toEqual([])
    },
  )

  it('is quoted only so far', async () => {
    const reply = await openRouter().router('x'.repeat(1_000_000), {})
    expect(reply).toMatchObject({ error: { message: `There is no operation named "${'x'.repeat(80)}".` } })
  })
})
