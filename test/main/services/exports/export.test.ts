import { describe, expect, it } from 'vitest'
import { z } from 'zod'
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

/** What a workspace says of the rich task. */
async function saidOf(client: Client): Promise<unknown> {
  const task = richTask.name
  const scope = 'new-cases'
  return {
    modelA: await client.call('assessment.get', { task, configuration: 'model A', scope }),
    modelB: await client.call('assessment.get', { task, configuration: '=model B', scope }),
    early: await client.call('case.get', { task, case: 'case 3' }),
    late: await client.call('case.get', { task, case: 'case 15' }),
    compared: await client.call('comparison.get', { task }),
  }
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
    expect(await saidOf(copy)).toEqual(await saidOf(client))
  })

  it('with cases that nobody has tried is assessed the same, also about exactly these cases', async () => {
    const { client } = openCore()
    const task = 'refunds'
    await client.call('task.create', { name: task, plannedRepeats: 1 })
    const trial = { task, configuration: 'm', outcome: 'pass' as const }
    await client.call('trial.log', [
      { ...trial, case: 'a' },
      { ...trial, case: 'b', configuration: 'other' },
    ])
    await client.call('case.add', { task, cases: [{ case: 'c', segment: 'EU', input: '=c' }, { case: 'd' }] })
    await client.call('trial.log', { ...trial, case: 'e' })
    const exported = await client.call('trial.export', { task, format })
    expect(exported.trials).toBe(3)
    const { client: copy } = openCore({ clock: () => new Date(later) })
    const { fileName, contentBase64 } = exported
    const summary = await copy.call('import.commit', { task, createTask: true, fileName, contentBase64 })
    expect(summary).toMatchObject({
      rows: 5,
      added: 3,
      cases: 5,
      untriedCases: 2,
      addedCases: 2,
      problemCount: 0,
    })
    for (const scope of ['new-cases', 'these-cases'] as const) {
      for (const configuration of ['m', 'other']) {
        const about = { task, configuration, scope }
        const said = await client.call('assessment.get', about)
        expect(await copy.call('assessment.get', about)).toEqual(said)
        // Not every case of the list was tried: no round of it is complete.
        expect(said.counts.completeRounds).toBe(scope === 'these-cases' ? 0 : null)
      }
    }
    const asked = { task, limit: 10 }
    expect(await copy.call('case.list', asked)).toEqual(await client.call('case.list', asked))
    expect(await copy.call('trial.export', { task, format })).toEqual(exported)
    // One configuration alone: the other cases of the list are told as not tried.
    const one = await client.call('trial.export', { task, format, configuration: 'm' })
    const { client: third } = openCore()
    await third.call('import.commit', { task, createTask: true, fileName, contentBase64: one.contentBase64 })
    const about = { task, configuration: 'm', scope: 'these-cases' as const }
    expect(await third.call('assessment.get', about)).toEqual(await client.call('assessment.get', about))
  })

  it('of one configuration holds its trials alone', async () => {
    const { client } = openCore()
    await logRichly(client)
    const one = { task: richTask.name, configuration: '=model B', format }
    const exported = await client.call('trial.export', one)
    const rows = linesOf(exported).filter((line) => /(?:,'|"configuration":")=model B/u.test(line))
    expect(exported.trials).toBe(60)
    expect(linesOf(exported).join('')).not.toContain('model A')
    expect(rows).toHaveLength(60)
  })
})

/** Says of its configurations what they are, and changes its plan. */
async function describeRichly(client: Client): Promise<void> {
  const said = { task: richTask.name, create: false }
  const compute = { amount: 1, unit: 'samples' }
  await client.call('configuration.set', {
    ...said,
    configuration: '=model B',
    changes: { compute, parameters: { temperature: 0.7, 'top-p': '=1', cached: false } },
  })
  await client.call('configuration.set', {
    ...said,
    configuration: 'model A',
    changes: { model: 'm', compute: { ...compute, amount: 8 }, moreComputeThan: '=model B' },
  })
  await client.call('configuration.set', {
    ...said,
    configuration: 'not tried yet',
    create: true,
    changes: {},
  })
  await client.call('task.change', {
    task: richTask.name,
    changes: { plannedRepeats: 2, causes: [{ key: 'tool-error', name: '도구', lever: null }] },
  })
}

const told = z.looseObject({ setup: z.object({ task: z.looseObject({}) }) })

describe.each(['jsonl', 'csv'] as const)('an export as %s carries how the task was set up', (format) => {
  it('so that nothing of it has to be said again in an empty workspace', async () => {
    const { client } = openCore()
    await logRichly(client)
    await describeRichly(client)
    const task = richTask.name
    const copy = await imported(task, await client.call('trial.export', { task, format }), true)
    expect(await copy.call('task.get', { task })).toEqual(await client.call('task.get', { task }))
    expect(await saidOf(copy)).toEqual(await saidOf(client))
    const { planChanges } = await copy.call('assessment.get', { task, configuration: 'model A' })
    expect(planChanges).toMatchObject([{ before: { plannedRepeats: 3 }, after: { plannedRepeats: 2 } }])
    const again = await copy.call('trial.export', { task, format })
    expect(again).toEqual(await client.call('trial.export', { task, format }))
  })

  it('also that there is no plan', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds' })
    const trial = { task: 'refunds', case: 'a', configuration: 'm', outcome: 'pass' as const }
    await client.call('trial.log', [trial, trial, trial])
    const copy = await imported(
      'refunds',
      await client.call('trial.export', { task: 'refunds', format }),
      true,
    )
    const asked = { task: 'refunds' }
    expect(await copy.call('assessment.get', asked)).toEqual(await client.call('assessment.get', asked))
  })

  it('and a task that is there stays as it is', async () => {
    const { client } = openCore()
    await logRichly(client)
    const { fileName, contentBase64 } = await client.call('trial.export', {
      task: richTask.name,
      format,
    })
    const { client: other } = openCore()
    await other.call('task.create', { name: 'orders' })
    const file = { fileName, contentBase64 }
    for (const [task, createTask, setsUp] of [
      ['orders', true, false],
      ['returns', true, true],
    ] as const) {
      const target = { task, createTask, ...file }
      expect(await other.call('import.preview', target)).toMatchObject({ setsUp, problemCount: 0 })
      expect(await other.call('import.commit', target)).toMatchObject({ setsUp, problemCount: 0 })
    }
    const { task } = await other.call('task.get', { task: 'orders' })
    expect(task).toMatchObject({ target: 'Unattended', wrongCost: null })
    const made = await other.call('task.get', { task: 'returns' })
    expect(made.task).toMatchObject({ ...richTask, name: 'returns' })
  })
})

describe('in what was exported', () => {
  it.each([
    ['is no set-up', { task: 'x' }],
    ['aims at a level it has not', null],
  ])('what %s is a column like any other', async (_, given) => {
    const { client } = openCore()
    await logRichly(client)
    const exported = linesOf(await client.call('trial.export', { task: richTask.name, format: 'jsonl' }))
    const first = told.parse(JSON.parse(exported[0] ?? ''))
    const setup = given ?? { ...first.setup, task: { ...first.setup.task, target: 'Nowhere' } }
    const contentBase64 = Buffer.from(JSON.stringify({ ...first, setup })).toString('base64')
    const target = { task: 'returns', createTask: true, fileName: 'x.jsonl', contentBase64 }
    expect(await client.call('import.preview', target)).toMatchObject({
      setsUp: false,
      blocking: true,
      problems: [{ line: 1, column: 'setup' }],
    })
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
