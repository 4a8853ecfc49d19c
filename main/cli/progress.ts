import { randomUUID } from 'node:crypto'
import type { Output as Answer } from '../../shared/contract/contract.ts'
import type { JobStep } from '../../shared/domain/job.ts'
import type { Session } from './session.ts'

/** How often a person hears how far a computation is. */
const everyMs = 1000

const stepWords: Readonly<Record<JobStep, string>> = {
  gathering: 'gathering the figures',
  drawing: 'drawing the pages',
  printing: 'printing',
}

/** Nothing tells how far a print is: then it is said how long the work has taken. */
function wordsOf(what: string, { progress, step }: Answer<'job.progress'>, seconds: number): string | null {
  if (progress === null) return null
  const told = step === undefined ? what : `${what}: ${stepWords[step]}`
  if (step === 'printing') return `${told} … ${seconds} s so far`
  return progress === 0 && step === undefined ? null : `${told} … ${Math.floor(progress * 100)}%`
}

/**
 * Runs a long operation under a job name of its own. On a terminal a line on standard error says how far it is, and is
 * gone when the work ends; a file or another program gets none of it.
 */
export async function withProgress<Result>(
  { client, status }: Session,
  what: string,
  work: (job: string) => Promise<Result>,
): Promise<Result> {
  if (status === null) return await work(randomUUID())
  const job = randomUUID()
  const startedMs = performance.now()
  let ended = false
  const tell = async (): Promise<void> => {
    const told = await client.call('job.progress', { job })
    const words = wordsOf(what, told, Math.floor((performance.now() - startedMs) / 1000))
    // The answer may come after the end.
    if (words !== null && !ended) status(words)
  }
  const timer = setInterval(() => void tell(), everyMs)
  try {
    return await work(job)
  } finally {
    ended = true
    clearInterval(timer)
    status(null)
  }
}
