import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createComputer } from '../../../main/workers/computer.ts'
import { computePlan } from '../../../shared/assessment/plan.ts'
import { computeScalingBand } from '../../../shared/assessment/scaling-band.ts'
import { Cancelled } from '../../../shared/domain/failure.ts'
import { planInput } from '../../../shared/domain/plan.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import { workerFile } from '../../helpers/worker.ts'

const folder = temporaryFolder('workers')
const quick = planInput.parse({ required: 0.8, assumed: 0.9, repeats: [1, 2], runs: 160 })
const tenTimes = Array.from({ length: 10 }, () => 1)
/** Minutes of work: no test waits for its end. */
const endless = planInput.parse({
  required: 0.9999,
  assumed: 0.9999,
  runs: 20_000,
  mostCases: 10_000,
  repeats: tenTimes,
})
const unheard = { onProgress: () => undefined }

/** A worker that does what is written here instead. */
function workerThat(name: string, ...lines: readonly string[]): string {
  const file = join(folder, `${name}.mjs`)
  const imports = [
    "import { appendFileSync } from 'node:fs'",
    "import { parentPort } from 'node:worker_threads'",
  ]
  writeFileSync(file, [...imports, ...lines].join('\n'))
  return file
}

/** Resolves with the first share that the work tells. */
function firstShare(): { readonly onProgress: (share: number) => void; readonly told: Promise<number> } {
  const { promise, resolve } = Promise.withResolvers<number>()
  return { onProgress: resolve, told: promise }
}

async function endOf(work: Promise<unknown>): Promise<unknown> {
  const [end] = await Promise.allSettled([work])
  return end.status === 'rejected' ? end.reason : 'it did not fail'
}

describe('a computation in a thread of its own', () => {
  it('gives what the computation gives here, and says how far it is', async () => {
    const shares: number[] = []
    const found = await createComputer(workerFile).run('plan', quick, {
      onProgress: (share) => shares.push(share),
    })
    expect(found).toEqual(computePlan(quick, () => undefined))
    expect(shares).toHaveLength(20)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
  })

  it('computes bands too', async () => {
    const input = {
      amounts: [1, 4, 16],
      joint: [
        { passes: [0, 1, 2], cases: 20 },
        { passes: [1, 4, null], cases: 30 },
      ],
      plannedRepeats: 4,
      share: 0.95,
      replicates: 100,
      seed: 3,
    }
    const found = await createComputer(workerFile).run('scaling-band', input, unheard)
    expect(found).toEqual(computeScalingBand(input, () => undefined))
  })
})

describe('cancelling', () => {
  it('ends the work at once, and the thread is gone then', async () => {
    const beats = join(folder, 'beats')
    writeFileSync(beats, '')
    const file = workerThat(
      'beating',
      'parentPort.postMessage({ progress: 0.5 })',
      `for (;;) appendFileSync(${JSON.stringify(beats)}, '.')`,
    )
    const { onProgress, told } = firstShare()
    const cancel = new AbortController()
    const work = createComputer(file).run('plan', quick, { onProgress, signal: cancel.signal })
    await told
    cancel.abort()
    expect(await endOf(work)).toBeInstanceOf(Cancelled)
    const { size } = statSync(beats)
    // A thread that lived on would go on writing while another one works.
    await createComputer(workerFile).run('plan', quick, unheard)
    expect(statSync(beats).size).toBe(size)
  })

  it('ends a plan in the middle of its simulation', async () => {
    const { onProgress, told } = firstShare()
    const cancel = new AbortController()
    const work = createComputer(workerFile).run('plan', endless, { onProgress, signal: cancel.signal })
    expect(await told).toBeLessThan(0.5)
    cancel.abort()
    expect(await endOf(work)).toBeInstanceOf(Cancelled)
  })

  it('before the start starts nothing', async () => {
    const file = workerThat('never', "throw new Error('it ran')")
    const work = createComputer(file).run('plan', quick, { ...unheard, signal: AbortSignal.abort() })
    expect(await endOf(work)).toBeInstanceOf(Cancelled)
  })

  it('after the end changes nothing', async () => {
    const cancel = new AbortController()
    const found = await createComputer(workerFile).run('plan', quick, { ...unheard, signal: cancel.signal })
    cancel.abort()
    expect(found.formatVersion).toBe(1)
  })
})

describe('a worker that fails', () => {
  it.each([
    ['throws', "throw new RangeError('no such place')", /no such place/],
    ['ends without an answer', 'process.exit(0)', /ended without an answer \(0\)/],
    ['says what nobody understands', "parentPort.postMessage('hello')", /invalid/i],
    ['answers with NaN', 'parentPort.postMessage({ value: { share: Number.NaN } })', /invalid/i],
    ['answers with nothing', 'parentPort.postMessage({ value: undefined })', /invalid/i],
  ])('because it %s gives its caller the error', async (name, line, message) => {
    const end = await endOf(
      createComputer(workerThat(name.replaceAll(' ', '-'), line)).run('plan', quick, unheard),
    )
    expect(end).toBeInstanceOf(Error)
    expect(String(end)).toMatch(message)
  })

  it('because its file is not there gives its caller the error', async () => {
    const computer = createComputer(join(folder, 'nowhere.js'))
    expect(String(await endOf(computer.run('plan', quick, unheard)))).toContain('nowhere.js')
  })

  it('because nobody can be told how far it is gives its caller that error', async () => {
    const deaf = {
      onProgress: () => {
        throw new Error('deaf')
      },
    }
    expect(String(await endOf(createComputer(workerFile).run('plan', quick, deaf)))).toContain('deaf')
  })

  it('leaves its place to the next', async () => {
    const broken = createComputer(workerThat('broken', "throw new Error('broken')"), 1)
    for (const _ of [1, 2, 3])
      expect(String(await endOf(broken.run('plan', quick, unheard)))).toContain('broken')
  })

  it('says what is wrong with an input that no schema let through', async () => {
    const wrong = { ...quick, runs: 1 }
    expect(String(await endOf(createComputer(workerFile).run('plan', wrong, unheard)))).toContain('runs')
  })
})

describe('more computations than places', () => {
  it('wait for their turn, and one that is cancelled while it waits never starts', async () => {
    const computer = createComputer(workerFile, 1)
    const running = firstShare()
    const [first, second, third] = [new AbortController(), new AbortController(), new AbortController()]
    const order: string[] = []
    const noting = (name: string) => () => {
      if (order.at(-1) !== name) order.push(name)
    }
    const a = computer.run('plan', endless, { ...running, signal: first.signal })
    const b = computer.run('plan', quick, { onProgress: noting('b'), signal: second.signal })
    const c = computer.run('plan', quick, { onProgress: noting('c'), signal: third.signal })
    await running.told
    // Elsewhere the same work comes to its end meanwhile.
    await createComputer(workerFile, 1).run('plan', quick, unheard)
    expect(order).toEqual([])
    second.abort()
    expect(await endOf(b)).toBeInstanceOf(Cancelled)
    first.abort()
    expect(await endOf(a)).toBeInstanceOf(Cancelled)
    expect((await c).seed).toBe(1)
    expect(order).toEqual(['c'])
  })
})
