import { Cancelled } from '../shared/domain/failure.ts'

/** Does the work when its turn comes. @throws Cancelled when the signal fires before that */
export type InTurn = <Result>(work: () => Promise<Result>, signal?: AbortSignal) => Promise<Result>

/** Lets at most `places` pieces of work run at once, first come, first served. */
export function createTurns(places: number): InTurn {
  let taken = 0
  const line = new Set<() => void>()

  async function untilPlace(signal?: AbortSignal): Promise<void> {
    if (taken < places) {
      taken += 1
      return
    }
    await new Promise<void>((resolve, reject) => {
      const go = (): void => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      const leave = (): void => {
        line.delete(go)
        reject(new Cancelled())
      }
      line.add(go)
      signal?.addEventListener('abort', leave, { once: true })
    })
  }

  function passOn(): void {
    const [next] = line
    if (next === undefined) {
      taken -= 1
      return
    }
    line.delete(next)
    next()
  }

  return async (work, signal) => {
    await untilPlace(signal)
    try {
      return await work()
    } finally {
      passOn()
    }
  }
}
