import { describe, expect, it } from 'vitest'
import { exportFormats } from '../../../../shared/domain/export.ts'
import type { Client } from '../../../../shared/contract/client.ts'
import type { Input, Output } from '../../../../shared/contract/contract.ts'
import { failureOf, openCore } from '../open-core.ts'
import { header, passes, request } from '../imports/request.ts'

const later = '2027-12-31T23:59:59.000Z'

function linesOf({ contentBase64 }: Output<'trial.export'>): readonly string[] {
  return Buffer.from(contentBase64, 'base64').toString().trimEnd().split(/\r?\n/u)
}

/** Imports an export into a workspace made later, as a person would: the task is made with it unless it is there. */
async function imported(
  task: string,
  exported: Output<'trial.export'>,
  createTask: boolean,
): Promise<Client> {
  const { client } = openCore({ clock: () => new Date(later) })
  if (!createTask) await client.call('task.create', richTask)
  const { fileName, contentBase64 } = exported
  const summary = await client.call('import.commit', { task, createTask, fileName, contentBase64 })
  expect(summary).toMatchObject({ added: exported.trials, problemCount: 0 })
  return client
}

const richTask = {
  name: '환불 처리',
  definition: 'The customer has the money back.',
  levels: [
    { name: 'Draft', required: 0.6 },
    { name: 'Alone', required: 0.9, alpha: 0.01 },
  ],
  plannedRepeats: 3,
  budget: { maxCostUsd: 0.5, maxLatencyMs: 60_000 },
  wrongCost: 4,
} as const

/** Two configurations with everything a trial can say: costs whose sum depends on their order, voids, answers. */
async function logRichly(client: Client): Promise<void> {
  await client.call('task.create', richTask)
  const trials = Array.from({ length: 120 }, (_, index): Input<'trial.log'> => {
    const outcome = (['pass', 'pass', 'fail', 'error', 'void'] as const)[(index * 7) % 5] ?? 'pass'
    return {
      task: richTask.name,
      configuration: index % 2 === 0 ? 'model A' : '=model B',
      case: `case ${Math.floor(index / 8) + 1}`,
      outcome,
      score: -index / 3,
      costUsd: 0.1 + index / 7,
      latencyMs: 900 + index * 1.1,
      verifier: index % 3 === 0 ? 'reject' : 'accept',
      confidence: index / 120,
      inputTokens: 1000 + index,
      outputTokens: index,
      answer: index % 4 === 0 ? '' : `line one\n"${index % 5}"`,
      actions: index % 6 === 0 ? ['a|b', ''] : ['look_up', 'refund'],
      grader: 'human',
      loggedBy: '김하늘',
      segment: index % 16 < 8 ? 'EU' : '-US',
      input: '@customer: "refund, please"',
      note: index % 9 === 0 ? '=1+1' : '느림',
      ...(outcome === 'fail' ? { cause: 'tool-error', severity: 'high' as const } : {}),
    }
  })
  await client.call('trial.log', trials.flat())
}

describe.each(exportFormats)('an export as %s', (format) => {
  it('of the sample is assessed the same from an empty workspace, with the same fingerprint', async () => {
    const { client } = openCore()
    const { task } = await client.call('sample.open', {})
    const first = await client.call('assessment.get', { task })
    const exported = await client.call('trial.export', { task, format })
    expect(exported).toMatchObject({ fileName: `Airline-rebooking-τ-bench.${format}`, trials: 200 })
    const copy = await imported(task, exported, true)
    const second = await copy.call('assessment.get', { task })
    expect(second.dataFingerprint).toMatch(/^sha256:[\da-f]{64}$/)
    expect(second).toEqual(first)
    expect(await copy.call('evidence.get', { task })).toEqual(await client.call('evidence.get', { task }))
  })

  it('of everything a trial can say is assessed the same by a task set up the same', async () => {
    const { client } = openCore()
    await logRichly(client)
    const task = richTask.name
    const copy = await imported(task, await client.call('trial.export', { task, format }), false)
    for (const configuration of ['model A', '=model B']) {
      const asked = { task, configuration, scope: 'new-cases' as const }
      expect(await copy.call('assessment.get', asked)).toEqual(await client.call('assessment.get', asked))
    }
    expect(await copy.call('case.get', { task, case: 'case 3' })).toEqual(
      await client.call('case.get', { task, case: 'case 3' }),
    )
    expect(await copy.call('comparison.get', { task })).toEqual(await client.call('comparison.get', { task }))
  })

  it('of one configuration holds its trials alone', async () => {
    const { client } = openCore()
    await logRichly(client)
    const one = { task: richTask.name, configuration: '=model B', format }
    const exported = await client.call('trial.export', one)
    const rows = linesOf(exported).filter((line) => line.includes('=model B'))
    expect(exported.trials).toBe(60)
    expect(linesOf(exported).join('')).not.toContain('model A')
    expect(rows).toHaveLength(60)
  })
})

describe('an export', () => {
  it('is refused where nothing is logged, and for a task that is not there', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds' })
    const failure = await failureOf(client.call('trial.export', { task: 'refunds', format: 'csv' }))
    expect(failure).toMatchObject({
      code: 'no-trials',
      message:
        'There are no trials of "refunds" to export yet. Nothing was written. Import a file or log the first trial.',
    })
    const other = await failureOf(client.call('trial.export', { task: 'returns', format: 'csv' }))
    expect(other.code).toBe('task-not-found')
  })

  it('is refused when a row is longer than an import reads', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds' })
    const actions = Array.from({ length: 90 }, () => 'x'.repeat(100_000))
    await client.call('trial.log', {
      task: 'refunds',
      case: 'a',
      configuration: 'm',
      outcome: 'pass',
      actions,
    })
    for (const format of exportFormats) {
      const failure = await failureOf(client.call('trial.export', { task: 'refunds', format }))
      expect(failure.code).toBe('too-large')
      expect(failure.message).toMatch(/^Repeat 1 of case "a" with "m" takes more than 8 MB in a row/)
    }
  })

  it('takes the longest texts there can be, and comes back', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds' })
    // Six letters each in JSON, and two quotes each in CSV.
    const texts = { input: '\u0001'.repeat(100_000), answer: '"'.repeat(100_000), note: '가'.repeat(100_000) }
    const trial = { task: 'refunds', case: 'a', configuration: 'm', outcome: 'pass' as const }
    await client.call('trial.log', { ...trial, ...texts })
    for (const format of exportFormats) {
      const exported = await client.call('trial.export', { task: 'refunds', format })
      const copy = await imported('refunds', exported, true)
      const { configurations, input } = await copy.call('case.get', { task: 'refunds', case: 'a' })
      expect(input === texts.input).toBe(true)
      expect(configurations[0]?.trials[0]).toMatchObject({ answer: texts.answer, note: texts.note })
    }
  })
})

const cancelled = [{ status: 'rejected', reason: { name: 'Cancelled' } }]

const large = { task: 'refunds', format: 'jsonl', job: 'mine' } as const

async function openLarge(): Promise<Client> {
  const { client } = openCore()
  await client.call('import.commit', request([header, ...passes(5_000, 4)], { createTask: true }))
  return client
}

async function untilUnderWay({ call }: Client): Promise<number> {
  for (;;) {
    const { progress } = await call('job.progress', { job: 'mine' })
    if (progress !== null && progress > 0) return progress
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

describe('a large export', () => {
  it('says how far it is, answers other questions meanwhile, and is of the moment it began in', async () => {
    const client = await openLarge()
    const exporting = client.call('trial.export', large)
    expect(await untilUnderWay(client)).toBeLessThan(1)
    await client.call('trial.log', {
      task: 'refunds',
      case: 'case 1',
      configuration: 'base',
      outcome: 'pass',
    })
    const exported = await exporting
    expect(exported.trials).toBe(20_000)
    expect(linesOf(exported)).toHaveLength(20_000)
    expect(await client.call('job.progress', { job: 'mine' })).toEqual({ progress: null })
  })

  it('can be given up, and asked for again', async () => {
    const client = await openLarge()
    const settled = Promise.allSettled([client.call('trial.export', large)])
    await untilUnderWay(client)
    expect(await client.call('job.cancel', { job: 'mine' })).toEqual({ underWay: true })
    expect(await settled).toMatchObject(cancelled)
    const both = await Promise.all([
      client.call('trial.export', large),
      client.call('trial.export', { ...large, format: 'csv', job: 'other' }),
    ])
    expect(both.map((each) => each.trials)).toEqual([20_000, 20_000])
  })
})
