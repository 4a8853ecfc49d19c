import { describe, expect, it } from 'vitest'
import type { LogTrial } from '../../../../shared/contract/contract.ts'
import { failureOf, type OpenCore, openCore } from '../open-core.ts'

function trial(configuration: string, label: string, more: Partial<LogTrial> = {}): LogTrial {
  return { task: 'refunds', configuration, case: label, outcome: 'pass', ...more }
}

async function coreWith(trials: readonly LogTrial[]): Promise<OpenCore> {
  const open = openCore()
  await open.client.call('task.create', { name: 'refunds' })
  if (trials.length > 0) await open.client.call('trial.log', [...trials])
  return open
}

describe('which configuration is assessed', () => {
  it('is the only one there is', async () => {
    const { client } = await coreWith([trial('base', 'a')])
    const { configuration } = await client.call('assessment.get', { task: 'refunds' })
    expect(configuration).toBe('base')
  })

  it('must be said when there are several', async () => {
    const { client } = await coreWith([trial('base', 'a'), trial('다른 모델', 'a')])
    await expect(client.call('assessment.get', { task: 'refunds' })).rejects.toMatchObject({
      code: 'configuration-required',
      message: 'The task "refunds" has several configurations: "base", "다른 모델". Say which one is meant.',
      details: { configurations: ['base', '다른 모델'] },
    })
    const named = await client.call('assessment.get', { task: 'refunds', configuration: '다른 모델' })
    expect(named).toMatchObject({ configuration: '다른 모델', counts: { trials: 1 } })
  })

  it('must be one of the task', async () => {
    const { client } = await coreWith([trial('base', 'a')])
    await expect(
      client.call('assessment.get', { task: 'refunds', configuration: 'Base' }),
    ).rejects.toMatchObject({
      code: 'configuration-not-found',
      message: 'The task "refunds" has no configuration named "Base". It has "base".',
    })
  })

  it.each([undefined, 'base'])('cannot be any before the first trial (%s)', async (configuration) => {
    const { client } = await coreWith([])
    await expect(
      client.call('assessment.get', {
        task: 'refunds',
        ...(configuration === undefined ? {} : { configuration }),
      }),
    ).rejects.toMatchObject({
      code: 'no-trials',
      message: 'The task "refunds" has no trials yet. Import a file or log the first trial.',
    })
  })
})

describe('which level the bottleneck is about', () => {
  it('is the target unless one is named', async () => {
    const { client } = await coreWith([trial('base', 'a')])
    const target = await client.call('assessment.get', { task: 'refunds' })
    expect(target.bottleneck.level).toBe('Unattended')
    const named = await client.call('assessment.get', { task: 'refunds', level: 'Assist' })
    expect(named).toMatchObject({ target: 'Unattended', bottleneck: { level: 'Assist' } })
  })

  it('must be one of the task', async () => {
    const { client } = await coreWith([trial('base', 'a')])
    const failure = await failureOf(client.call('assessment.get', { task: 'refunds', level: 'assist' }))
    expect(failure.code).toBe('level-not-found')
    expect(failure.message).toContain('"Assist", "Supervised", "Unattended"')
  })
})

describe('what is claimed', () => {
  it('is the scope of the task unless another is asked for', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds', scope: 'these-cases' })
    await client.call('trial.log', trial('base', 'a'))
    expect((await client.call('assessment.get', { task: 'refunds' })).scope).toBe('these-cases')
    const other = await client.call('assessment.get', { task: 'refunds', scope: 'new-cases' })
    expect(other.scope).toBe('new-cases')
  })
})

/** Three cases planned three times; case c has two trials, so two rounds are complete. */
async function threeCases(outcomeOfB: 'pass' | 'fail') {
  const { client } = await coreWith([])
  await client.call('task.change', {
    task: 'refunds',
    changes: { plannedRepeats: 3, scope: 'these-cases' },
  })
  const rows = [
    ['a', 'pass'],
    ['a', 'error'],
    ['a', 'pass'],
    ['b', outcomeOfB],
    ['b', 'pass'],
    ['b', 'pass'],
    ['c', 'pass'],
    ['c', 'fail'],
  ] as const
  await client.call(
    'trial.log',
    rows.map(([label, outcome]) => trial('base', label, { outcome })),
  )
  return await client.call('assessment.get', { task: 'refunds' })
}

describe('a claim about exactly these cases', () => {
  it('counts the trials of its complete rounds, and says what else was logged', async () => {
    const { counts, reliability, period, bottleneck } = await threeCases('fail')
    // Rounds 1 and 2: pass and error, fail and pass, pass and fail.
    expect(reliability.estimate).toBeCloseTo(3 / 6, 12)
    expect(counts).toEqual({
      cases: 3,
      completeCases: 2,
      plannedRepeats: 3,
      completeRounds: 2,
      trials: 8,
      passes: 3,
      failures: 2,
      errors: 1,
      voids: 0,
      notCounted: 2,
      ofIncompleteCases: 2,
      extraRepeats: 0,
    })
    expect(period.firstLoggedAt).not.toBeNull()
    expect(bottleneck.nextSteps[0]).toMatchObject({ step: 'complete-cases', incompleteCases: 1 })
  })

  it('has another fingerprint when a trial of its rounds differs', async () => {
    const [failed, passed] = [await threeCases('fail'), await threeCases('pass')]
    expect(passed.reliability.estimate).toBeCloseTo(4 / 6, 12)
    expect(passed.dataFingerprint).not.toBe(failed.dataFingerprint)
  })
})

describe('trials that were taken back', () => {
  it('leave an assessment of nothing, not a failure', async () => {
    const { client } = await coreWith([trial('base', 'a', { repeat: 1 })])
    await client.call('trial.withdraw', { task: 'refunds', configuration: 'base', case: 'a', repeat: 1 })
    const { counts, reliability, levels, bottleneck } = await client.call('assessment.get', {
      task: 'refunds',
    })
    expect(counts).toMatchObject({ cases: 0, completeCases: 0, trials: 0 })
    expect(reliability).toMatchObject({ estimate: { notMeasured: 'no-complete-cases' }, lower: 0, upper: 1 })
    expect(levels.map((each) => each.verdict)).toEqual(['more-evidence', 'more-evidence', 'more-evidence'])
    expect(bottleneck.nextSteps).toEqual([{ step: 'log-first-trials', plannedRepeats: 1 }])
  })
})

describe('sentences', () => {
  const causes = [
    { key: 'tool-error', name: 'The booking system was down', lever: 'product-engineering' },
  ] as const

  /** Twenty cases that never pass in four attempts, all for one cause of the task's own list. */
  async function neverSolved(): Promise<OpenCore> {
    const open = openCore()
    await open.client.call('task.create', { name: 'refunds', plannedRepeats: 4, causes })
    const labels = Array.from({ length: 20 }, (_, index) => `case ${index}`)
    const failures = labels.flatMap((label) =>
      [1, 2, 3, 4].map((repeat) => trial('base', label, { repeat, outcome: 'fail', cause: 'tool-error' })),
    )
    await open.client.call('trial.log', failures)
    return open
  }

  it('name a cause as the list of the task does', async () => {
    const { client } = await neverSolved()
    const { bottleneck, causes: found } = await client.call('assessment.get', { task: 'refunds' })
    expect(found).toMatchObject([{ cause: 'tool-error', name: 'The booking system was down', failures: 80 }])
    expect(bottleneck.verdict).toBe('product-engineering')
    const sentences = bottleneck.next.join(' ')
    expect(sentences).toContain('The booking system was down')
    expect(sentences).not.toContain('tool-error')
  })

  it('are in the language that was asked for', async () => {
    const { client } = await neverSolved()
    const { bottleneck } = await client.call('assessment.get', { task: 'refunds', language: 'ko' })
    expect(bottleneck.next).toHaveLength(bottleneck.nextSteps.length)
    for (const sentence of bottleneck.next) expect(sentence).toMatch(/\p{Script=Hangul}/u)
  })
})
