import { describe, expect, it } from 'vitest'
import { createTurns } from '../../main/turns.ts'
import { Cancelled } from '../../shared/domain/failure.ts'

const settled = () => new Promise((resolve) => setImmediate(resolve))

/** Work that begins when its turn comes and ends when the test says so. */
function job(name: string, begun: string[]) {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const work = async (): Promise<string> => {
    begun.push(name)
    return await promise
  }
  return { work, end: () => resolve(name), fail: () => reject(new Error(name)) }
}

describe('createTurns', () => {
  it('begins as many as there are places, and the others in their order', async () => {
    const begun: string[] = []
    const inTurn = createTurns(2)
    const jobs = ['a', 'b', 'c', 'd'].map((name) => job(name, begun))
    const results = jobs.map(({ work }) => inTurn(work))
    await settled()
    expect(begun).toEqual(['a', 'b'])
    jobs[1]?.end()
    await settled()
    expect(begun).toEqual(['a', 'b', 'c'])
    for (const { end } of jobs) end()
    expect(await Promise.all(results)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('gives a place free also when the work fails', async () => {
    const begun: string[] = []
    const inTurn = createTurns(1)
    const [failing, next] = [job('failing', begun), job('next', begun)]
    const failed = inTurn(failing.work)
    const done = inTurn(next.work)
    failing.fail()
    await expect(failed).rejects.toThrow('failing')
    next.end()
    expect(await done).toBe('next')
  })

  it('lets who is cancelled leave the line without having begun', async () => {
    const begun: string[] = []
    const inTurn = createTurns(1)
    const jobs = ['a', 'b', 'c'].map((name) => job(name, begun))
    const controller = new AbortController()
    const [first, second, third] = jobs.map(({ work }, index) =>
      inTurn(work, index === 1 ? controller.signal : undefined),
    )
    controller.abort()
    await expect(second).rejects.toBeInstanceOf(Cancelled)
    for (const { end } of jobs) end()
    expect(await Promise.all([first, third])).toEqual(['a', 'c'])
    expect(begun).toEqual(['a', 'c'])
  })

  it('has all its places again after everything has ended', async () => {
    const begun: string[] = []
    const inTurn = createTurns(2)
    await Promise.all([1, 2, 3].map((value) => inTurn(async () => await Promise.resolve(value))))
    const jobs = ['a', 'b', 'c'].map((name) => job(name, begun))
    const results = jobs.map(({ work }) => inTurn(work))
    await settled()
    expect(begun).toEqual(['a', 'b'])
    for (const { end } of jobs) end()
    await Promise.all(results)
  })
})
