import { join } from 'node:path'
import { expect } from 'vitest'
import type { Client } from '../../shared/contract/client.ts'
import type { Operation } from '../../shared/contract/contract.ts'
import type { Connected } from './transports.ts'

const startingCauses = [
  { key: 'reasoning-slip', name: 'Reasoning slip', lever: 'inference-scaling' },
  { key: 'inconsistent-answer', name: 'Inconsistent answer', lever: 'inference-scaling' },
  { key: 'missing-knowledge', name: 'Missing knowledge', lever: 'product-engineering' },
  { key: 'wrong-context', name: 'Missing or wrong context', lever: 'product-engineering' },
  { key: 'tool-error', name: 'Tool or integration error', lever: 'product-engineering' },
  { key: 'output-format', name: 'Output format', lever: 'product-engineering' },
  { key: 'ambiguous-specification', name: 'Ambiguous specification', lever: 'product-engineering' },
  { key: 'limit', name: 'Latency or cost limit', lever: 'product-engineering' },
  { key: 'policy', name: 'Unsafe or out of policy', lever: 'product-engineering' },
  { key: 'other', name: 'Other', lever: null },
]

/** The task that `createRefunds` makes, with the defaults written out. */
const refunds = {
  name: 'refunds',
  definition: 'The customer has the money back.',
  levels: [
    { name: 'Draft', required: 0.6 },
    { name: 'Alone', required: 0.9, alpha: 0.01 },
  ],
  target: 'Alone',
  plannedRepeats: 2,
  plannedCases: null,
  budget: { maxCostUsd: 0.5, maxLatencyMs: null },
  wrongCost: null,
  scope: 'new-cases',
  alpha: 0.05,
  causes: startingCauses,
}

async function createRefunds(client: Client) {
  return await client.call('task.create', {
    name: 'refunds',
    definition: 'The customer has the money back.',
    levels: [
      { name: 'Draft', required: 0.6 },
      { name: 'Alone', required: 0.9, alpha: 0.01 },
    ],
    plannedRepeats: 2,
    budget: { maxCostUsd: 0.5, maxLatencyMs: null },
  })
}

const key = { configuration: 'base', case: 'c1', repeat: 1 }

/** Case c1 passes twice, case c2 once. */
export async function logFourTrials(client: Client): Promise<void> {
  await createRefunds(client)
  await client.call('trial.log', [
    { task: 'refunds', case: 'c1', configuration: 'base', outcome: 'pass' },
    { task: 'refunds', case: 'c1', configuration: 'base', outcome: 'pass' },
    { task: 'refunds', case: 'c2', configuration: 'base', outcome: 'pass', segment: 'EU', input: 'Refund!' },
    { task: 'refunds', case: 'c2', configuration: 'base', outcome: 'fail', cause: 'limit', note: 'slow' },
  ])
}

/** Three rows, the second of which says nothing usable. */
const csv = 'case,configuration,outcome\nc1,base,pass\nc1,base,maybe\nc2,base,fail\n'
const importFile = { task: 'refunds', fileName: 'run.csv', contentBase64: btoa(csv) }
const outcomeProblem = { line: 3, column: 'outcome' }

/** The configuration of `logFourTrials`, of which nothing was said. */
const base = {
  name: 'base',
  model: null,
  version: null,
  strategy: null,
  promptVersion: null,
  compute: null,
  moreComputeThan: null,
  parameters: {},
  trials: 4,
  cases: 2,
  completeCases: 2,
}

type Case = (connected: Connected) => Promise<void>

/** One for every operation, with what it must answer written by hand. */
export const operationCases: { readonly [O in Operation]: Case } = {
  'workspace.info': async ({ client, test }) => {
    await logFourTrials(client)
    const { id, ...info } = await client.call('workspace.info', {})
    expect(id).toMatch(/^[\w-]{20,}$/)
    expect(info).toEqual({
      path: test.workspaceFile,
      name: 'team.nines',
      schemaVersion: 4,
      appVersion: '0.0.0-test',
      tasks: 1,
      trials: 4,
      backup: { lastAt: null, problem: null },
    })
  },

  'workspace.recent': async ({ client, test }) => {
    const other = join(test.folder, 'other.nines')
    await client.call('workspace.create', { path: other })
    await createRefunds(client)
    await client.call('workspace.open', { path: test.workspaceFile })
    const openedAt = '2026-03-01T09:00:00.000Z'
    const there = { folder: test.folder, openedAt, isThere: true }
    expect(await client.call('workspace.recent', {})).toEqual({
      folder: test.folder,
      workspaces: [
        { ...there, path: test.workspaceFile, name: 'team.nines', tasks: 0, isOpen: true },
        { ...there, path: other, name: 'other.nines', tasks: 1, isOpen: false },
      ],
    })
  },

  'workspace.create': async ({ client, test }) => {
    const path = join(test.folder, '새 작업 공간.nines')
    await createRefunds(client)
    const before = await client.call('workspace.info', {})
    const made = await client.call('workspace.create', { path })
    expect(made).toMatchObject({ path, name: '새 작업 공간.nines', tasks: 0 })
    expect(made.id).not.toBe(before.id)
    expect(await client.call('workspace.info', {})).toEqual(made)
    await expect(client.call('workspace.create', { path })).rejects.toMatchObject({
      code: 'workspace-exists',
    })
  },

  'workspace.open': async ({ client, test }) => {
    await createRefunds(client)
    await client.call('workspace.create', { path: join(test.folder, 'other.nines') })
    const opened = await client.call('workspace.open', { path: test.workspaceFile })
    expect(opened).toMatchObject({ path: test.workspaceFile, tasks: 1 })
    // Once more, it is open already.
    expect(await client.call('workspace.open', { path: test.workspaceFile })).toEqual(opened)
    await expect(
      client.call('workspace.open', { path: join(test.folder, 'gone.nines') }),
    ).rejects.toMatchObject({ code: 'workspace-not-found' })
    expect(await client.call('workspace.info', {})).toEqual(opened)
  },

  'workspace.forget': async ({ client, test }) => {
    await client.call('workspace.create', { path: join(test.folder, 'other.nines') })
    await client.call('workspace.forget', { path: test.workspaceFile })
    const { workspaces } = await client.call('workspace.recent', {})
    // It is not on the list any more, but still lies beside the other.
    expect(workspaces.map(({ name, openedAt }) => [name, openedAt === null])).toEqual([
      ['other.nines', false],
      ['team.nines', true],
    ])
  },

  'backup.list': async ({ client, test }) => {
    const folder = `${test.workspaceFile}.backups`
    expect(await client.call('backup.list', {})).toEqual({ folder, problem: null, backups: [] })
    await logFourTrials(client)
    const made = await client.call('backup.create', {})
    expect(await client.call('backup.list', {})).toEqual({ folder, problem: null, backups: [made] })
  },

  'backup.create': async ({ client, test }) => {
    await logFourTrials(client)
    const name = '2026-03-01T09-00-00Z-on-demand.nines'
    const { bytes, ...made } = await client.call('backup.create', {})
    expect(bytes).toBeGreaterThan(4096)
    expect(made).toEqual({
      name,
      path: join(`${test.workspaceFile}.backups`, name),
      kind: 'on-demand',
      madeAt: '2026-03-01T09:00:00.000Z',
      tasks: 1,
      trials: 4,
    })
  },

  'backup.restore': async ({ client }) => {
    await createRefunds(client)
    const empty = await client.call('backup.create', {})
    await client.call('trial.log', { task: 'refunds', case: 'c1', configuration: 'base', outcome: 'pass' })
    const { before, restored } = await client.call('backup.restore', { name: empty.name })
    expect(restored).toEqual(empty)
    expect(before).toMatchObject({ kind: 'before-restore', trials: 1 })
    expect(await client.call('workspace.info', {})).toMatchObject({ tasks: 1, trials: 0 })
    await client.call('backup.restore', { name: before.name })
    expect(await client.call('workspace.info', {})).toMatchObject({ tasks: 1, trials: 1 })
    await expect(client.call('backup.restore', { name: '../team.nines' })).rejects.toMatchObject({
      code: 'backup-not-found',
    })
  },

  'workspace.check': async ({ client }) => {
    expect(await client.call('workspace.check', {})).toEqual({ sound: true, problems: [] })
  },

  'task.create': async ({ client }) => {
    expect(await createRefunds(client)).toEqual(refunds)
  },

  'task.change': async ({ client }) => {
    await logFourTrials(client)
    const changes = { plannedRepeats: 1, wrongCost: 4 }
    expect(await client.call('task.change', { task: 'refunds', changes })).toEqual({
      ...refunds,
      ...changes,
    })
    expect(await client.call('assessment.get', { task: 'refunds' })).toMatchObject({
      counts: { completeCases: 2, passes: 2, extraRepeats: 2 },
      planChanges: [{ trials: 4, before: { plannedRepeats: 2 }, after: { plannedRepeats: 1 } }],
    })
  },

  'configuration.set': async ({ client }) => {
    await logFourTrials(client)
    const changes = {
      model: 'model-x',
      compute: { amount: 8, unit: 'samples' },
      moreComputeThan: 'base',
      parameters: { temperature: 0.2 },
    }
    const more = { ...base, ...changes, name: 'base × 8', trials: 0, cases: 0, completeCases: 0 }
    const input = { task: 'refunds', configuration: 'base × 8', changes }
    await expect(client.call('configuration.set', input)).rejects.toMatchObject({
      code: 'configuration-not-found',
    })
    expect(await client.call('configuration.set', { ...input, create: true })).toEqual(more)
    const renamed = { ...input, changes: { model: null } }
    expect(await client.call('configuration.set', renamed)).toEqual({ ...more, model: null })
    const ring = { task: 'refunds', configuration: 'base', changes: { moreComputeThan: 'base × 8' } }
    await expect(client.call('configuration.set', ring)).rejects.toMatchObject({ code: 'bad-input' })
  },

  'task.list': async ({ client }) => {
    expect(await client.call('task.list', {})).toEqual([])
    await createRefunds(client)
    expect(await client.call('task.list', {})).toEqual([
      {
        name: 'refunds',
        target: 'Alone',
        required: 0.9,
        configurations: 0,
        cases: 0,
        trials: 0,
        verdict: 'no-trials',
      },
    ])
  },

  'task.get': async ({ client }) => {
    await logFourTrials(client)
    expect(await client.call('task.get', { task: 'refunds' })).toEqual({
      task: refunds,
      configurations: [base],
      cases: 2,
      trials: 4,
    })
  },

  'task.remove': async ({ client }) => {
    await logFourTrials(client)
    const removed = await client.call('task.remove', { task: 'refunds' })
    expect(removed).toMatchObject({ name: 'refunds', trials: 4 })
    expect(removed.removedAt).toMatch(/^\d{4}-\d\d-\d\dT/)
    expect(await client.call('task.list', {})).toEqual([])
    await expect(client.call('task.get', { task: 'refunds' })).rejects.toMatchObject({
      code: 'task-not-found',
    })
  },

  'task.restore': async ({ client }) => {
    await logFourTrials(client)
    await client.call('task.remove', { task: 'refunds' })
    expect(await client.call('task.restore', { task: 'refunds' })).toEqual(refunds)
    expect(await client.call('task.get', { task: 'refunds' })).toMatchObject({ cases: 2, trials: 4 })
    await expect(client.call('task.restore', { task: 'refunds' })).rejects.toMatchObject({
      code: 'task-not-found',
    })
  },

  'task.listRemoved': async ({ client }) => {
    await logFourTrials(client)
    expect(await client.call('task.listRemoved', {})).toEqual([])
    const removed = await client.call('task.remove', { task: 'refunds' })
    expect(await client.call('task.listRemoved', {})).toEqual([removed])
  },

  'task.causes': async ({ client }) => {
    await logFourTrials(client)
    expect(await client.call('task.causes', { task: 'refunds' })).toEqual([{ cause: 'limit', trials: 1 }])
  },

  'sample.open': async ({ client }) => {
    const { task } = await client.call('sample.open', {})
    expect(task).toBe('Airline rebooking (τ-bench)')
    // As published with τ-bench: 50 cases, each tried 4 times.
    expect(await client.call('task.get', { task })).toMatchObject({ cases: 50, trials: 200 })
    expect(await client.call('sample.open', {})).toEqual({ task })
    expect(await client.call('task.list', {})).toHaveLength(1)
  },

  'case.add': async ({ client }) => {
    await createRefunds(client)
    const first = { case: 'c1', input: 'Refund!' }
    expect(await client.call('case.add', { task: 'refunds', cases: [first] })).toEqual({
      added: 1,
      alreadyThere: 0,
    })
    expect(await client.call('case.add', { task: 'refunds', cases: [first, { case: 'c2' }] })).toEqual({
      added: 1,
      alreadyThere: 1,
    })
  },

  'case.list': async ({ client }) => {
    await logFourTrials(client)
    await client.call('case.add', { task: 'refunds', cases: [{ case: 'c3' }] })
    const row = {
      input: null,
      segment: null,
      voids: 0,
      beyondPlan: 0,
      causes: [],
      costUsd: { notMeasured: 'no-cost-logged' },
      latencyMs: { notMeasured: 'no-latency-logged' },
    }
    const c1 = { ...row, case: 'c1', outcomes: 'PP', complete: true, passes: 2, counted: 2 }
    const c2 = {
      ...row,
      case: 'c2',
      input: 'Refund!',
      segment: 'EU',
      outcomes: 'PF',
      complete: true,
      passes: 1,
      counted: 2,
      causes: [{ cause: 'limit', failures: 1 }],
    }
    const c3 = { ...row, case: 'c3', outcomes: '..', complete: false, passes: 0, counted: 0 }
    expect(await client.call('case.list', { task: 'refunds' })).toEqual({
      configuration: 'base',
      plannedRepeats: 2,
      total: 3,
      matching: 3,
      groups: { always: 1, sometimes: 1, never: 0, incomplete: 1 },
      facets: {
        segments: [{ segment: 'EU', cases: 1 }],
        causes: [{ cause: 'limit', cases: 1 }],
        told: { input: true, cost: false, latency: false },
      },
      cases: [c1, c2, c3],
    })
    const filtered = await client.call('case.list', {
      task: 'refunds',
      filter: { outcome: 'pass' },
      sort: { by: 'failures', descending: true },
      limit: 1,
      facets: false,
    })
    expect(filtered).toMatchObject({ total: 3, matching: 2, facets: null, cases: [c2] })
  },

  'case.map': async ({ client }) => {
    await logFourTrials(client)
    await client.call('trial.log', { task: 'refunds', case: 'c1', configuration: 'base', outcome: 'void' })
    const sort = { by: 'passes', descending: false } as const
    expect(await client.call('case.map', { task: 'refunds', sort })).toEqual({
      plannedRepeats: 2,
      matching: 2,
      labels: ['c2', 'c1'],
      outcomes: ['PF', 'PPV'],
    })
  },

  'case.get': async ({ client }) => {
    await logFourTrials(client)
    const address = { task: 'refunds', configuration: 'base', case: 'c2', repeat: 2 }
    await client.call('trial.amend', { ...address, changes: { outcome: 'error', cause: null } })
    const found = await client.call('case.get', { task: 'refunds', case: 'c2' })
    const at = found.configurations[0]?.trials[0]?.loggedAt
    const changedAt = found.edits[0]?.changedAt
    expect([at, changedAt].map((each) => Date.parse(each ?? ''))).not.toContain(Number.NaN)
    expect(found).toEqual({
      case: 'c2',
      input: 'Refund!',
      segment: 'EU',
      plannedRepeats: 2,
      configurations: [
        {
          configuration: 'base',
          complete: true,
          passes: 1,
          counted: 2,
          trials: [
            { repeat: 1, outcome: 'pass', counts: true, loggedAt: at },
            { repeat: 2, outcome: 'error', note: 'slow', counts: true, loggedAt: at },
          ],
        },
      ],
      edits: [
        {
          configuration: 'base',
          repeat: 2,
          change: 'replaced',
          changedAt,
          before: { outcome: 'fail', cause: 'limit', note: 'slow' },
          after: { outcome: 'error', note: 'slow' },
        },
      ],
    })
    await expect(client.call('case.get', { task: 'refunds', case: 'c9' })).rejects.toMatchObject({
      code: 'case-not-found',
    })
  },

  'trial.log': async ({ client }) => {
    await createRefunds(client)
    const one = {
      task: 'refunds',
      case: 'c1',
      configuration: 'base',
      outcome: 'pass',
      costUsd: 0.25,
    } as const
    expect(await client.call('trial.log', one)).toEqual({ trials: [{ ...one, repeat: 1 }] })
    expect(await client.call('trial.log', [one, { ...one, repeat: 7, actions: ['look', 'pay'] }])).toEqual({
      trials: [
        { ...one, repeat: 2 },
        { ...one, repeat: 7, actions: ['look', 'pay'] },
      ],
    })
  },

  'trial.amend': async ({ client }) => {
    await logFourTrials(client)
    const changes = { outcome: 'error', cause: null, note: 'timed out' } as const
    const address = { task: 'refunds', configuration: 'base', case: 'c2', repeat: 2 }
    expect(await client.call('trial.amend', { ...address, changes })).toEqual({
      before: { configuration: 'base', case: 'c2', repeat: 2, outcome: 'fail', cause: 'limit', note: 'slow' },
      after: { configuration: 'base', case: 'c2', repeat: 2, outcome: 'error', note: 'timed out' },
    })
  },

  'trial.withdraw': async ({ client }) => {
    await logFourTrials(client)
    expect(await client.call('trial.withdraw', { task: 'refunds', ...key })).toEqual({
      ...key,
      outcome: 'pass',
    })
    expect(await client.call('workspace.info', {})).toMatchObject({ trials: 3 })
  },

  'trial.grid': async ({ client }) => {
    await logFourTrials(client)
    const pass = { outcome: 'pass', cause: null, verifier: null, note: null, latencyMs: null, loggedBy: null }
    expect(await client.call('trial.grid', { task: 'refunds', offset: 1 })).toEqual({
      configuration: 'base',
      plannedRepeats: 2,
      total: 2,
      cases: [
        {
          case: 'c2',
          input: 'Refund!',
          segment: 'EU',
          trials: [
            { repeat: 1, ...pass },
            { repeat: 2, ...pass, outcome: 'fail', cause: 'limit', note: 'slow' },
          ],
        },
      ],
    })
  },

  'trial.open': async ({ client }) => {
    await logFourTrials(client)
    const of = (configuration: string) => client.call('trial.open', { task: 'refunds', configuration })
    expect(await of('base')).toEqual({ row: null })
    expect(await of('another')).toEqual({ row: 0 })
    await client.call('case.add', { task: 'refunds', cases: [{ case: 'c3' }] })
    expect(await of('base')).toEqual({ row: 2 })
  },

  'trial.progress': async ({ client }) => {
    await logFourTrials(client)
    await client.call('case.add', { task: 'refunds', cases: [{ case: 'c3' }] })
    const logged = { task: 'refunds', case: 'c3', configuration: 'base', outcome: 'pass' } as const
    await client.call('trial.log', { ...logged, grader: 'human', loggedBy: 'Mina' })
    const today = { task: 'refunds', configuration: 'base', since: '2026-03-01T00:00:00+09:00' }
    expect(await client.call('trial.progress', { ...today, loggedBy: 'Mina' })).toEqual({
      toGo: 1,
      logged: 1,
    })
    expect(await client.call('trial.progress', { ...today, loggedBy: 'Jun' })).toEqual({ toGo: 1, logged: 0 })
  },

  'trial.loggers': async ({ client }) => {
    await logFourTrials(client)
    expect(await client.call('trial.loggers', {})).toEqual({ names: [] })
    await client.call('trial.amend', { task: 'refunds', ...key, changes: { loggedBy: '민아' } })
    expect(await client.call('trial.loggers', {})).toEqual({ names: ['민아'] })
  },

  'trial.export': async ({ client }) => {
    await logFourTrials(client)
    const exported = await client.call('trial.export', { task: 'refunds', format: 'csv' })
    const at = '2026-03-01T09:00:00.000Z'
    expect(exported).toMatchObject({
      fileName: 'refunds.csv',
      mimeType: 'text/csv; charset=utf-8',
      trials: 4,
    })
    const text = Buffer.from(exported.contentBase64, 'base64').toString()
    const [setup = ''] = /"\{.*\}"/u.exec(text) ?? []
    expect(JSON.parse(setup.slice(1, -1).replaceAll('""', '"'))).toMatchObject({
      task: { plannedRepeats: 2 },
      configurations: [{ name: 'base' }],
    })
    expect(text.replace(setup, 'SETUP')).toBe(
      [
        '\uFEFFcase,configuration,repeat,outcome,score,verifier,confidence,latency_ms,cost_usd,input_tokens,output_tokens,cause,severity,segment,input,answer,actions,grader,logged_by,started_at,logged_at,note,setup',
        `c1,base,1,pass,,,,,,,,,,,,,,,,,${at},,SETUP`,
        `c1,base,2,pass,,,,,,,,,,,,,,,,,${at},,`,
        `c2,base,1,pass,,,,,,,,,,EU,Refund!,,,,,,${at},,`,
        `c2,base,2,fail,,,,,,,,limit,,EU,Refund!,,,,,,${at},slow,`,
        '',
      ].join('\r\n'),
    )
    await expect(
      client.call('trial.export', { task: 'refunds', configuration: 'other', format: 'jsonl' }),
    ).rejects.toMatchObject({ code: 'configuration-not-found' })
  },

  'import.preview': async ({ client }) => {
    await createRefunds(client)
    expect(await client.call('import.preview', importFile)).toMatchObject({
      fileName: 'run.csv',
      format: 'csv',
      rows: 3,
      problemCount: 1,
      problems: [outcomeProblem],
      plannedRepeats: 2,
      committed: false,
    })
    expect(await client.call('workspace.info', {})).toMatchObject({ trials: 0 })
  },

  'import.commit': async ({ client }) => {
    await createRefunds(client)
    expect(await client.call('import.commit', { ...importFile, skipBadRows: true })).toMatchObject({
      rows: 3,
      added: 2,
      alreadyThere: 0,
      problems: [outcomeProblem],
      cases: 2,
      configurations: ['base'],
      outcomes: { pass: 1, fail: 1, error: 0, void: 0 },
      committed: true,
    })
    expect(await client.call('workspace.info', {})).toMatchObject({ trials: 2 })
  },

  'import.remembered': async ({ client }) => {
    expect(await client.call('import.remembered', { columns: ['x', 'y'] })).toEqual({ found: null })
    await createRefunds(client)
    const contentBase64 = Buffer.from('Ticket,Result,extra\na,0.9,z\n').toString('base64')
    const decided = { mapping: { case: 'Ticket', score: 'Result' }, passMark: 0.5, configuration: 'm' }
    const file = { task: 'refunds', fileName: 'a.csv', contentBase64, ...decided, ignoreColumns: ['extra'] }
    await client.call('import.preview', file)
    // A look decides nothing.
    const columns = ['extra', 'Result', 'Ticket']
    expect(await client.call('import.remembered', { columns })).toEqual({ found: null })
    await client.call('import.commit', file)
    expect(await client.call('import.remembered', { columns })).toEqual({
      found: { ...decided, ignoreColumns: ['extra'] },
    })
    expect(await client.call('import.remembered', { columns: ['Ticket', 'Result'] })).toEqual({ found: null })
  },

  'import.previewFiles': async ({ client }) => {
    await createRefunds(client)
    const { fileName, contentBase64, ...target } = importFile
    const files = [
      { fileName, contentBase64 },
      { fileName: 'second.csv', contentBase64 },
    ]
    expect(await client.call('import.previewFiles', { ...target, files })).toMatchObject([
      { fileName: 'run.csv', problemCount: 1, added: 2, alreadyThere: 0, committed: false },
      { fileName: 'second.csv', problemCount: 1, added: 2, alreadyThere: 0, committed: false },
    ])
    expect(await client.call('workspace.info', {})).toMatchObject({ trials: 0 })
  },

  'import.commitFiles': async ({ client }) => {
    await createRefunds(client)
    const { fileName, contentBase64, ...target } = importFile
    const files = [
      { fileName, contentBase64 },
      { fileName: 'second.csv', contentBase64 },
    ]
    const skipping = { ...target, files, skipBadRows: true }
    expect(await client.call('import.commitFiles', skipping)).toMatchObject([
      { fileName: 'run.csv', added: 2, committed: true },
      { fileName: 'second.csv', added: 2, alreadyThere: 0, committed: true },
    ])
    expect(await client.call('workspace.info', {})).toMatchObject({ trials: 4 })
  },

  'import.undo': async ({ client }) => {
    await logFourTrials(client)
    const before = await client.call('assessment.get', { task: 'refunds' })
    const contentBase64 = btoa('case,configuration,outcome\nc3,base,pass\nc3,base,fail\nc3,other,pass\n')
    const file = { task: 'refunds', fileName: 'more.csv', contentBase64 }
    const { importId } = await client.call('import.commit', file)
    if (importId === null) throw new Error('nothing came in')
    await client.call('trial.amend', {
      task: 'refunds',
      configuration: 'base',
      case: 'c3',
      repeat: 2,
      changes: { cause: 'limit' },
    })
    await expect(client.call('import.undo', { import: importId })).rejects.toMatchObject({
      code: 'import-changed',
      details: { changed: 1, trials: 2 },
    })
    expect(await client.call('import.undo', { import: importId, keepChanged: true })).toEqual({
      importId,
      task: 'refunds',
      files: ['more.csv'],
      trials: 2,
      changed: 1,
      cases: 0,
      configurations: ['other'],
      removedTask: false,
    })
    await expect(client.call('import.undo', { import: importId })).rejects.toMatchObject({
      code: 'import-undone',
    })
    await expect(client.call('import.undo', { import: 99 })).rejects.toMatchObject({
      code: 'import-not-found',
    })
    const again = await client.call('import.commit', file)
    await client.call('import.undo', { import: again.importId ?? 0 })
    await client.call('trial.withdraw', { ...key, task: 'refunds', case: 'c3', repeat: 2 })
    const { counts } = await client.call('assessment.get', { task: 'refunds' })
    expect(counts).toEqual({ ...before.counts })
  },

  'assessment.get': async ({ client }) => {
    await logFourTrials(client)
    expect(await client.call('assessment.get', { task: 'refunds', level: 'Draft' })).toMatchObject({
      formatVersion: 1,
      task: 'refunds',
      configuration: 'base',
      target: 'Alone',
      counts: { cases: 2, completeCases: 2, plannedRepeats: 2, trials: 4, passes: 3, failures: 1 },
      reliability: { estimate: 0.75 },
      // Of four attempts three passed, and each case passed at least once in its two.
      gapBar: { reliable: 0.75, flaky: 0.25, neverSolved: 0, k: 2 },
      bottleneck: { level: 'Draft' },
      causes: [{ cause: 'limit', name: 'Latency or cost limit', failures: 1, share: 1 }],
      segments: [{ segment: 'EU', cases: 1, estimate: 0.5 }],
    })
  },

  'evidence.get': async ({ client }) => {
    await logFourTrials(client)
    const { points, ...told } = await client.call('evidence.get', { task: 'refunds', level: 'Draft' })
    expect(told).toEqual({
      formatVersion: 1,
      methodVersion: 3,
      task: 'refunds',
      configuration: 'base',
      scope: 'new-cases',
      level: 'Draft',
      required: 0.6,
      alpha: 0.05,
      unit: 'cases',
    })
    expect(points.map((each) => [each.count, each.estimate])).toEqual([
      [1, 1],
      [2, 0.75],
    ])
    // Case c1 scores 1: the bettors, who stake a half on average, have 1 + ½ · ⅔ of what they began with.
    expect(points[0]?.logEvidenceMeets).toBeCloseTo(Math.log(4 / 3), 12)
    expect(points[0]?.logEvidenceShort).toBeCloseTo(Math.log(1 / 2), 12)
    // Case c2 scores ½: the mean of (1 + ⅔c)(1 − ⅙c), with ⅓ − 1/(12 · 64²) for that of c².
    expect(points[1]?.logEvidenceMeets).toBeCloseTo(Math.log(1.25 - (1 / 3 - 1 / 49_152) / 9), 12)
  },

  'comparison.get': async ({ client }) => {
    await logFourTrials(client)
    // Case c1 is the same with both, case c2 passes once more with "other", case c3 has none of them to compare.
    await client.call(
      'trial.log',
      ['c1', 'c1', 'c2', 'c2', 'c3', 'c3'].map((label) => ({
        task: 'refunds',
        case: label,
        configuration: 'other',
        outcome: 'pass' as const,
      })),
    )
    const found = await client.call('comparison.get', { task: 'refunds', first: 'other', second: 'base' })
    expect(found).toMatchObject({
      alpha: 0.05,
      comparisons: 1,
      leader: null,
      pairs: [
        {
          first: 'other',
          second: 'base',
          sharedCases: 2,
          difference: { estimate: 0.25 },
          verdict: 'more-evidence',
          onlyFirst: { count: 1, cases: ['c3'] },
          onlySecond: { count: 0, cases: [] },
        },
      ],
      configurations: [
        {
          configuration: 'base',
          completeCases: 2,
          costUsd: { notMeasured: 'no-cost-logged' },
          onFrontier: null,
        },
        { configuration: 'other', completeCases: 3 },
      ],
    })
    await expect(client.call('comparison.get', { task: 'refunds', first: 'base' })).rejects.toMatchObject({
      code: 'bad-input',
    })
  },

  'plan.get': async ({ client }) => {
    const plan = await client.call('plan.get', { required: 0.95, assumed: 1, repeats: [1], runs: 100 })
    // Without a failure every team needs as many cases: 88, as published with the method.
    expect(plan).toMatchObject({
      seed: 1,
      plans: [0.5, 0.8, 0.95].map((chance) => ({ chance, cases: 88, trials: 88 })),
      zeroFailure: { fixedSize: 59, anyTime: 88 },
    })
    expect(plan.zeroFailureTable.map((each) => each.fixedSize)).toEqual([29, 59, 299, 598, 2995])
  },

  'scaling.get': async ({ client }) => {
    await logFourTrials(client)
    const request = { task: 'refunds', configuration: 'base' }
    expect(await client.call('scaling.get', request)).toMatchObject({
      unit: null,
      required: 0.9,
      band: { notMeasured: 'no-compute-series' },
    })
    await client.call('trial.log', [
      { task: 'refunds', case: 'c1', configuration: 'more', outcome: 'pass' },
      { task: 'refunds', case: 'c1', configuration: 'more', outcome: 'fail' },
    ])
    for (const [configuration, amount] of [
      ['base', 1],
      ['more', 4],
    ] as const) {
      const changes = { compute: { amount, unit: 'samples' } }
      await client.call('configuration.set', { task: 'refunds', configuration, changes })
    }
    // Three of four and one of two: the line that does not fall goes through their weighted mean, 2/3.
    const { band } = await client.call('scaling.get', { ...request, replicates: 50, seed: 7 })
    expect(band).toMatchObject({ replicates: 50, seed: 7, extrapolation: { notMeasured: 'too-few-points' } })
    const fit = 'fit' in band ? band.fit : []
    expect(fit.map((each) => each.amount)).toEqual([1, 4])
    for (const { reliability } of fit) expect(reliability).toBeCloseTo(2 / 3, 12)
  },

  'job.progress': async ({ client }) => {
    expect(await client.call('job.progress', { job: 'nobody' })).toEqual({ progress: null })
    const plan = client.call('plan.get', { required: 0.99, assumed: 0.999, runs: 2000, job: 'mine' })
    await expect
      .poll(async () => (await client.call('job.progress', { job: 'mine' })).progress, { timeout: 20_000 })
      .toBeGreaterThan(0)
    await plan
    expect(await client.call('job.progress', { job: 'mine' })).toEqual({ progress: null })
  },

  'job.cancel': async ({ client }) => {
    expect(await client.call('job.cancel', { job: 'nobody' })).toEqual({ underWay: false })
    const plan = client.call('plan.get', { required: 0.9999, assumed: 0.9999, runs: 20_000, job: 'mine' })
    const settled = Promise.allSettled([plan])
    await expect
      .poll(async () => (await client.call('job.cancel', { job: 'mine' })).underWay, { timeout: 20_000 })
      .toBe(true)
    expect(await settled).toMatchObject([{ status: 'rejected', reason: { name: 'Cancelled' } }])
  },

  'report.data': async ({ client }) => {
    await logFourTrials(client)
    const ask = { task: 'refunds', configuration: 'base', level: 'Draft', language: 'ko' } as const
    const { assessment, history, comparison, edits, ...found } = await client.call('report.data', ask)
    expect(assessment).toEqual(await client.call('assessment.get', ask))
    expect(history).toEqual(await client.call('evidence.get', { task: 'refunds', level: 'Draft' }))
    expect(comparison).toBeNull()
    expect(edits).toMatchObject({ replaced: 0, withdrawn: 0, newest: [] })
    expect(found).toEqual({
      task: refunds,
      cases: 2,
      configurations: [base],
      band: { notMeasured: 'no-compute-series' },
      pair: null,
      examples: [
        {
          cause: 'limit',
          case: 'c2',
          segment: 'EU',
          input: 'Refund!',
          repeat: 2,
          outcome: 'fail',
          severity: null,
          note: 'slow',
          answer: null,
          passes: 1,
        },
      ],
      neverSolved: [],
      voids: [],
      made: null,
      // Of each attempt: one that passed, or one that failed; errors come last.
      caseGrid: {
        attemptsPerRow: 1,
        casesPerColumn: 1,
        columns: [
          {
            cases: 1,
            isComplete: true,
            cells: [
              [1, 0, 0],
              [1, 0, 0],
            ],
          },
          {
            cases: 1,
            isComplete: true,
            cells: [
              [1, 0, 0],
              [0, 1, 0],
            ],
          },
        ],
      },
      appendix: null,
      loggers: null,
    })
    const more = await client.call('report.data', { ...ask, cases: 1, loggers: true })
    const passed = { outcome: 'pass', counts: true, cause: null, note: null }
    const trials = [1, 2].map((repeat) => ({ repeat, ...passed }))
    expect(more.appendix).toEqual({ total: 2, told: [{ case: 'c1', segment: null, passes: 2, trials }] })
    expect(more.loggers).toEqual([])
  },

  'report.render': async ({ client }) => {
    await logFourTrials(client)
    const ask = { task: 'refunds', language: 'ko' } as const
    const page = await client.call('report.render', { ...ask, format: 'html' })
    expect(page).toMatchObject({ fileName: 'refunds.html', mimeType: 'text/html; charset=utf-8' })
    const html = Buffer.from(page.contentBase64, 'base64').toString()
    expect(html).toMatch(/^<!doctype html>[^]*lang="ko"[^]*refunds/i)
    const pdf = await client.call('report.render', { ...ask, format: 'pdf' })
    expect(pdf).toMatchObject({ fileName: 'refunds.pdf', mimeType: 'application/pdf' })
    expect(Buffer.from(pdf.contentBase64, 'base64').toString()).toMatch(/^%PDF-1\.7\n<!doctype html>/i)
    const chosen = { paper: 'Letter', detail: 'full', sections: ['data'], levels: [], compared: [] } as const
    const note = { coverNote: 'By hand.', anonymous: true, job: 'mine' }
    const own = await client.call('report.render', { ...ask, format: 'html', ...chosen, ...note })
    const text = Buffer.from(own.contentBase64, 'base64').toString()
    expect(text).toMatch(/size:letter[^]*<p>By hand\.<\/p>[^]*id="data"[^]*id="appendix"/)
    expect(text).not.toContain('id="evidence"')
  },

  'settings.get': async ({ client }) => {
    expect(await client.call('settings.get', {})).toEqual({
      language: null,
      theme: 'system',
      loggerName: null,
    })
  },

  'settings.set': async ({ client }) => {
    const wanted = { language: 'ko', theme: 'dark', loggerName: '지민' } as const
    expect(await client.call('settings.set', wanted)).toEqual(wanted)
    expect(await client.call('settings.get', {})).toEqual(wanted)
  },

  'change.next': async ({ client }) => {
    const { change } = await client.call('change.next', { after: -1 })
    const next = client.call('change.next', { after: change })
    await createRefunds(client)
    expect((await next).change).toBeGreaterThan(change)
  },
}
