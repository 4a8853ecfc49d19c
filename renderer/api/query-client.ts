import { MutationCache, QueryClient } from '@tanstack/react-query'
import { Cancelled } from '../../shared/domain/failure.ts'
import { useLogging } from '../state/logging.ts'
import { ConnectionLost } from './transport.ts'

export function makeQueryClient(onFailure: (error: Error) => void): QueryClient {
  return new QueryClient({
    mutationCache: new MutationCache({
      onError: (error) => {
        if (!(error instanceof Cancelled)) onFailure(error)
      },
    }),
    defaultOptions: {
      queries: {
        // The workspace tells when it changes, so nothing goes stale by itself.
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        // Only a lost connection heals by itself; asking again would not change what the core answers.
        retry: (_failures, error) => error instanceof ConnectionLost,
        retryDelay: (failures) => Math.min(500 * 2 ** failures, 5000),
        networkMode: 'always',
      },
      // The host is on this computer: the browser's idea of being online says nothing about it.
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

/**
 * Not answers about the workspace, or answers whose key says when they change: reading them again would send a
 * whole file, or compute for seconds, each time somebody logs an attempt.
 */
const ownPace: ReadonlySet<unknown> = new Set([
  'file',
  'import.preview',
  'plan.get',
  'job.progress',
  'trial.open',
])

/**
 * Reads again whatever is on screen; not the grid while keys wait to be stored, which is ahead of the store.
 * @param isQuiet false while keys go on: then the grid, the longest answer of all, can wait
 */
export async function refresh(queryClient: QueryClient, isQuiet = true): Promise<void> {
  const readsGrid = isQuiet && useLogging.getState().waiting === 0
  await queryClient.invalidateQueries({
    predicate: ({ queryKey: [operation] }) =>
      !ownPace.has(operation) && (readsGrid || operation !== 'trial.grid'),
  })
}

/** Gives up what is being read of the workspace: it may come too late to be found under its name. */
export async function giveUpReads(queryClient: QueryClient): Promise<void> {
  await queryClient.cancelQueries({ predicate: ({ queryKey: [operation] }) => !ownPace.has(operation) })
}
