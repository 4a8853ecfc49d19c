import { randomUUID } from 'node:crypto'
import { isOperation, type Operation, type Output, schemas } from '../../shared/contract/contract.ts'
import type { Reply } from '../../shared/contract/reply.ts'
import { Cancelled, ExpectedFailure } from '../../shared/domain/failure.ts'
import type { Handlers } from './handlers.ts'
import { describeProblems, inputProblems } from './problems.ts'

export type Router = (operation: string, input: unknown, signal?: AbortSignal) => Promise<Reply>

/** Told of every failure that nobody foresaw. */
type ReportBug = (message: string, error: unknown) => void

async function perform<O extends Operation>(
  handlers: Handlers,
  operation: O,
  input: unknown,
  signal: AbortSignal | undefined,
): Promise<Output<O>> {
  const parsed = schemas[operation].input.safeParse(input)
  if (!parsed.success) {
    const details = inputProblems(parsed.error)
    throw new ExpectedFailure(
      'bad-input',
      `${operation}: ${describeProblems(details)}. Nothing was changed.`,
      { details },
    )
  }
  if (signal?.aborted === true) throw new Cancelled()
  const value = await handlers[operation](parsed.data, signal)
  // Parsed on the way out too: no NaN and no field beyond the contract ever leaves.
  return schemas[operation].output.parse(value)
}

function toReply(error: unknown, operation: string, reportBug: ReportBug): Reply {
  if (error instanceof ExpectedFailure) {
    const { code, message, details } = error
    return {
      ok: false,
      error: { kind: 'expected', code, message, ...(details === undefined ? {} : { details }) },
    }
  }
  if (error instanceof Cancelled) return { ok: false, error: { kind: 'cancelled', message: error.message } }
  const reference = randomUUID().slice(0, 8)
  reportBug(`${operation} failed (reference ${reference})`, error)
  return {
    ok: false,
    error: {
      kind: 'bug',
      message: `Something went wrong inside Nines. Nothing stored was lost. The log has the details under reference ${reference}.`,
      reference,
    },
  }
}

/** Parses, calls and replies; a failure of any kind comes back as data. */
export function createRouter(handlers: Handlers, reportBug: ReportBug): Router {
  return async (operation, input, signal) => {
    try {
      if (!isOperation(operation)) {
        throw new ExpectedFailure(
          'unknown-operation',
          `There is no operation named "${operation.slice(0, 80)}".`,
        )
      }
      return { ok: true, value: await perform(handlers, operation, input, signal) }
    } catch (error) {
      return toReply(error, operation, reportBug)
    }
  }
}
