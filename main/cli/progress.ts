import { randomUUID } from 'node:crypto'
import type { Session } from './session.ts'

/** How often a person hears how far a computation is. */
const everyMs = 1000

/** Runs a long operation under a job name of its own, and tells on standard error how far it is. */
export async function withProgress<Result>(
  { client, progress }: Session,
  what: string,
  work: (job: string) => Promise<Result>,
): Promise<Result> {
  const job = randomUUID()
  const tell = async (): Promise<void> => {
    const { progress: share } = await client.call('job.progress', { job })
    if (share !== null && share > 0) progress(`${what} … ${Math.floor(share * 100)}%`)
  }
  const timer = setInterval(() => void tell(), everyMs)
  try {
    return await work(job)
  } finally {
    clearInterval(timer)
  }
}
