import { describe, expect, it } from 'vitest'
import { createJobs } from '../../../../main/services/computations/index.ts'
import type { Client } from '../../../../shared/contract/client.ts'
import type { Input } from '../../../../shared/contract/contract.ts'
import { Cancelled } from '../../../../shared/domain/failure.ts'
import { openTestCore } from '../../../helpers/core.ts'
import { failureOf, openCore } from '../open-core.ts'

const tenTimes = Array.from({ length: 10 }, () => 1)
/** Minutes of work: no test waits for its end. */
const endless: Input<'plan.get'> = {
  required: 0.9999,
  assumed: 0.9999,
  runs: 20_000,
  mostCases: 10_000,
  repeats: tenTimes,
}
const quick: Input<'plan.get'> = { required: 0.8, assumed: 0.9, repeats: [1], runs: 160 }

/** Asks until the job is under way and has told how far it is. */
async function untilUnderWay(call: Client['call'], job: string): Promise<number> {
  for (;;) {
    const { progress } = await call('job.progress', { job })
    if (progress !== null && progress > 0) return progress
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

async function endOf(work: Promise<unknown>): Promise<unknown> {
  const [end] = await Promise.allSettled([work])
  return end.status === 'rejected' ? end.reason : 'it did not fail'
}

/** Work in a thread that breaks. */
const breaks = (): Promise<never> => Promise.reject(new Error('the thread broke'))

describe('a job', () => {
  it('tells how far it is while it is under way, and only then', async () => {
    const { client, core } = openCore()
    expect(await client.call('job.progress', { job: 'mine' })).toEqual({ progress: null })
    const cancel = new AbortController()
    const reply = core.call('plan.get', { ...endless, job: 'mine' }, cancel.signal)
    const share = await untilUnderWay(client.call, 'mine')
    expect(share).toBeLessThan(1)
    expect(await client.call('job.progress', { job: 'other' })).toEqual({ progress: null })
    cancel.abort()
    expect(await reply).toMatchObject({ ok: false, error: { kind: 'cancelled' } })
    expect(await client.call('job.progress', { job: 'mine' })).toEqual({ progress: null })
  })

  it('of a name that is under way is refused, and the first goes on', async () => {
    const { client, core } = openCore()
    const cancel = new AbortController()
    const reply = core.call('plan.get', { ...endless, job: 'mine' }, cancel.signal)
    await untilUnderWay(client.call, 'mine')
    const failure = await failureOf(client.call('plan.get', { ...quick, job: 'mine' }))
    expect(failure).toMatchObject({ code: 'bad-input' })
    expect(failure.message).toBe('A job named "mine" is under way already. It goes on. Choose another name.')
    expect(await untilUnderWay(client.call, 'mine')).toBeGreaterThan(0)
    cancel.abort()
    expect(await reply).toMatchObject({ error: { kind: 'cancelled' } })
    // The name is free again.
    expect((await client.call('plan.get', { ...quick, job: 'mine' })).formatVersion).toBe(1)
  })

  it('without a name needs none, whoever else has none', async () => {
    const { client } = openCore()
    const plans = await Promise.all([client.call('plan.get', quick), client.call('plan.get', quick)])
    expect(plans[0]).toEqual(plans[1])
  })

  it('ends when the core is closed', async () => {
    const { core, client, close, errors } = openTestCore()
    const reply = core.call('plan.get', { ...endless, job: 'mine' })
    await untilUnderWay(client.call, 'mine')
    close()
    expect(await reply).toEqual({
      ok: false,
      error: { kind: 'cancelled', message: 'Cancelled. Nothing was changed.' },
    })
    expect(errors).toEqual([])
  })

  it('whose thread fails is a bug that is logged, and leaves its name free', async () => {
    const jobs = createJobs()
    for (const _ of [1, 2]) {
      expect(String(await endOf(jobs.follow('mine', undefined, breaks)))).toContain('the thread broke')
      expect(jobs.progress('mine')).toEqual({ progress: null })
    }
  })

  it('that is cancelled before its turn leaves its name free', async () => {
    const { client, core } = openCore()
    const reply = await core.call('plan.get', { ...quick, job: 'mine' }, AbortSignal.abort())
    expect(reply).toMatchObject({ error: { kind: 'cancelled', message: new Cancelled().message } })
    expect(await client.call('job.progress', { job: 'mine' })).toEqual({ progress: null })
  })
})

describe('a plan', () => {
  it.each([
    [{ required: 1 }, 'required'],
    // A count of cases that is no whole number any more.
    [{ required: 1e-320 }, 'required'],
    [{ required: 0.9999999999999999 }, 'required'],
    [{ assumed: 1.1 }, 'assumed'],
    [{ repeats: [] }, 'repeats'],
    [{ runs: 99 }, 'runs'],
    [{ seed: 0.5 }, 'seed'],
    [{ job: '' }, 'job'],
  ])('with %j is refused', async (wrong, field) => {
    const { client } = openCore()
    const failure = await failureOf(client.call('plan.get', { ...quick, ...wrong }))
    expect(failure.code).toBe('bad-input')
    expect(failure.message).toContain(field)
  })
})
