import type { QueryClient, QueryFunctionContext } from '@tanstack/react-query'
import type { Input, Operation, Output } from '../../shared/contract/contract.ts'
import { client } from './client.ts'

/** Operations after which what is on screen may have another name, or be gone. */
const moving: ReadonlySet<unknown> = new Set([
  'task.change',
  'task.remove',
  'task.restore',
  'configuration.set',
  'import.undo',
])

export function movesTasks(operation: unknown): boolean {
  return moving.has(operation)
}

/** Whether this window waits for the answer to one: the answer tells under which name to read, and then all is read. */
export function isMovingTask(queryClient: QueryClient): boolean {
  return queryClient.isMutating({ predicate: ({ options }) => movesTasks(options.mutationKey?.[0]) }) > 0
}

/**
 * Resolves once this window is not moving a task, and has gone where the answer leads; at once when aborted. A part of
 * the screen that comes up meanwhile would ask under a name that the core may no longer know when it is asked.
 */
export async function untilTasksStay(queryClient: QueryClient, signal: AbortSignal): Promise<void> {
  if (!isMovingTask(queryClient)) return
  const { promise, resolve } = Promise.withResolvers<void>()
  const look = (): void => {
    if (signal.aborted || !isMovingTask(queryClient)) resolve()
  }
  const stop = queryClient.getMutationCache().subscribe(look)
  signal.addEventListener('abort', look)
  look()
  await promise
  stop()
  signal.removeEventListener('abort', look)
  // Whatever is no longer on screen gives its question up before it is asked.
  await new Promise((done) => setTimeout(done))
}

/** Asks an operation that only reads, under the names that hold by then: what a query about tasks calls. */
export async function read<O extends Operation>(
  operation: O,
  input: Input<O>,
  query: Pick<QueryFunctionContext, 'client' | 'signal'>,
): Promise<Output<O>> {
  await untilTasksStay(query.client, query.signal)
  return await client.call(operation, input, query.signal)
}
