import {
  hashKey,
  keepPreviousData,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query'
import type { Input, Output } from '../../shared/contract/contract.ts'
import type { JobStep } from '../../shared/domain/job.ts'
import { client } from './client.ts'
import { readKey } from './hooks.ts'
import { untilTasksStay } from './moving-tasks.ts'

/** Operations that compute for seconds, say how far they are, and can be cancelled. */
export type JobOperation = 'plan.get' | 'scaling.get'

const start: {
  readonly [O in JobOperation]: (input: Input<O>, job: string, signal: AbortSignal) => Promise<Output<O>>
} = {
  'plan.get': (input, job, signal) => client.call('plan.get', { ...input, job }, signal),
  'scaling.get': (input, job, signal) => client.call('scaling.get', { ...input, job }, signal),
}

/** Names of the jobs under way, by what they are for: the hash of a query's key, or an operation. */
const names = new Map<string, string>()

/** Does work under a job name of its own, so that `useProgress` can tell how far it is. */
export async function underName<Result>(
  what: string,
  work: (job: string) => Promise<Result>,
): Promise<Result> {
  // A name of its own for every run: the one that was given up may not have ended yet.
  const name = crypto.randomUUID()
  names.set(what, name)
  try {
    return await work(name)
  } finally {
    if (names.get(what) === name) names.delete(what)
  }
}

/** How often the window asks how far a job is, ms. */
const askEveryMs = 250

/** Asks the work to end; whoever started it hears whether it was done already. */
export async function cancelWork(what: string): Promise<void> {
  const name = names.get(what)
  if (name === undefined) return
  while (names.get(what) === name) {
    const { underWay } = await client.call('job.cancel', { job: name })
    if (underWay) return
    // Two requests need not arrive in their order: the core may not know of the work yet.
    await new Promise((resolve) => setTimeout(resolve, askEveryMs))
  }
}

export interface Job<T> {
  readonly query: UseQueryResult<T>
  readonly isRunning: boolean
  /** In [0, 1]; 0 until the first word of it. */
  readonly progress: number
  readonly cancel: () => void
  readonly isCancelled: boolean
  readonly restart: () => void
}

/** How far work is. */
export interface WorkProgress {
  /** In [0, 1]. */
  readonly share: number
  /** What is done at the moment, where the work goes in steps. */
  readonly step: JobStep | undefined
}

/** How far the work is, in [0, 1], asked for as long as it runs. */
export function useProgress(what: string, isRunning: boolean): number {
  return useWorkProgress(what, isRunning).share
}

/** The same with the step that the work is at. */
export function useWorkProgress(what: string, isRunning: boolean): WorkProgress {
  const progress = useQuery({
    queryKey: ['job.progress', what],
    queryFn: async ({ signal }) => {
      const name = names.get(what)
      return name === undefined
        ? { progress: null }
        : await client.call('job.progress', { job: name }, signal)
    },
    enabled: isRunning,
    refetchInterval: askEveryMs,
    gcTime: 0,
  })
  const told = isRunning ? progress.data : undefined
  return { share: told?.progress ?? 0, step: told?.step }
}

/** Computes an answer in a thread of the core's, anew whenever the input changes; the former one is given up then. */
export function useJob<O extends JobOperation>(
  operation: O,
  input: Input<O>,
  { enabled = true }: { readonly enabled?: boolean } = {},
): Job<Output<O>> {
  const queryClient = useQueryClient()
  const queryKey = readKey(operation, input)
  const hash = hashKey(queryKey)
  const query = useQuery<Output<O>>({
    queryKey,
    queryFn: async ({ signal }) => {
      await untilTasksStay(queryClient, signal)
      return await underName(hash, (job) => start[operation](input, job, signal))
    },
    enabled,
    placeholderData: keepPreviousData,
  })
  const isRunning = query.fetchStatus === 'fetching'
  return {
    query,
    isRunning,
    progress: useProgress(hash, isRunning),
    cancel: () => void queryClient.cancelQueries({ queryKey }),
    // A query that was cancelled goes back to what it was before: waiting for its first answer, and idle.
    isCancelled: enabled && query.fetchStatus === 'idle' && (query.isPending || query.isPlaceholderData),
    restart: () => void query.refetch(),
  }
}
