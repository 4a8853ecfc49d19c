import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Input, Operation, Output } from '../../shared/contract/contract.ts'
import { followChanges, wait } from './changes.ts'
import { client } from './client.ts'
import { isMovingTask, movesTasks, read } from './moving-tasks.ts'
import { giveUpReads, refresh } from './query-client.ts'
import { readRounds } from './rounds.ts'

interface ReadOptions {
  readonly enabled?: boolean
  /** Keep showing the answer to the former input until the new one is there. */
  readonly keepPrevious?: boolean
  /** Ask again whenever it comes on screen: it is about more than the workspace, which tells nothing of the rest. */
  readonly isAskedAnew?: boolean
}

/** What an operation that only reads answers, kept up to date with the workspace. */
export function useRead<O extends Operation>(
  operation: O,
  input: Input<O>,
  options: ReadOptions = {},
): UseQueryResult<Output<O>> {
  return useQuery<Output<O>>({
    queryKey: readKey(operation, input),
    queryFn: (query) => read(operation, input, query),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
    ...(options.isAskedAnew === true ? { refetchOnMount: 'always' } : {}),
  })
}

interface WriteOptions<O extends Operation> {
  readonly onDone?: (output: Output<O>, input: Input<O>) => void
  readonly onFailed?: (error: Error, input: Input<O>) => void
  /** How it is called when not simply so: under a job name, for example. */
  readonly call?: (input: Input<O>) => Promise<Output<O>>
  /** Wait for earlier ones of the same operation. */
  readonly inTurn?: boolean
  /** The input is too large to be kept after the answer. */
  readonly isLarge?: boolean
}

/** Where the answer to an operation that only reads is kept. */
export function readKey<O extends Operation>(operation: O, input: Input<O>): readonly unknown[] {
  return [operation, input]
}

/** An operation run when the user says so; its failure is shown as a notice. */
export function useWrite<O extends Operation>(
  operation: O,
  options: WriteOptions<O> = {},
): UseMutationResult<Output<O>, Error, Input<O>> {
  const queryClient = useQueryClient()
  return useMutation<Output<O>, Error, Input<O>>({
    mutationKey: [operation],
    ...(options.inTurn === true ? { scope: { id: operation } } : {}),
    ...(options.isLarge === true ? { gcTime: 0 } : {}),
    // All that is on screen is read again afterwards, whichever way it ends.
    ...(movesTasks(operation) ? { onMutate: () => giveUpReads(queryClient) } : {}),
    mutationFn: (input) => options.call?.(input) ?? client.call(operation, input),
    onSuccess: (output, input) => options.onDone?.(output, input),
    onError: (error, input) => options.onFailed?.(error, input),
    // After the window has gone where the answer leads: what is no longer on screen may not be there to be read.
    onSettled: () => void setTimeout(() => void refresh(queryClient)),
  })
}

/**
 * Keeps what is on screen in step with the workspace, whoever changes it. A window nobody sees stops asking: each
 * question holds a connection, of which a browser has six for all its tabs. Seen again, it reads everything anew.
 */
export function useFollowChanges(): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    const next = async (after: number, signal: AbortSignal): Promise<number> =>
      (await client.call('change.next', { after }, signal)).change
    let stop: AbortController | null = null
    const follow = (): void => {
      if (document.hidden) {
        stop?.abort()
        stop = null
      } else if (stop === null) {
        stop = new AbortController()
        const { signal } = stop
        // A round may come later than the news that it is about: by then this window may be moving a task.
        const readAgain = async (isQuiet: boolean): Promise<void> => {
          if (!isMovingTask(queryClient)) await refresh(queryClient, isQuiet)
        }
        const changed = (): Promise<void> => readRounds(readAgain, signal)
        void followChanges({ next, changed, wait }, signal)
      }
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      stop?.abort()
    }
  }, [queryClient])
}
