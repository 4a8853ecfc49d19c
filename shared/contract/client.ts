import { Cancelled, ExpectedFailure } from '../domain/failure.ts'
import { schemas, type Input, type Operation, type Output } from './contract.ts'
import { reply, type ReplyError } from './reply.ts'

/**
 * Carries one request to the core and its reply back; never throws for a failure of the operation itself. Who names a
 * workspace, by its `id`, is refused when another one is open.
 */
export type Transport = (
  operation: string,
  input: unknown,
  signal?: AbortSignal,
  workspace?: string,
) => Promise<unknown>

/** A failure nobody foresaw; `reference` finds it in the log. */
export class BugReported extends Error {
  override readonly name = 'BugReported'
  readonly reference: string

  constructor(message: string, reference: string) {
    super(message)
    this.reference = reference
  }
}

export interface Client {
  /**
   * Runs one operation of the contract.
   * @throws ExpectedFailure, Cancelled or BugReported
   */
  readonly call: <O extends Operation>(
    operation: O,
    input: Input<O>,
    signal?: AbortSignal,
  ) => Promise<Output<O>>
}

function toError(error: ReplyError): Error {
  switch (error.kind) {
    case 'expected':
      return new ExpectedFailure(error.code, error.message, { details: error.details })
    case 'cancelled':
      return new Cancelled()
    case 'bug':
      return new BugReported(error.message, error.reference)
  }
}

export function createClient(transport: Transport): Client {
  return {
    async call<O extends Operation>(operation: O, input: Input<O>, signal?: AbortSignal): Promise<Output<O>> {
      const answer = reply.parse(await transport(operation, input, signal))
      if (!answer.ok) throw toError(answer.error)
      return schemas[operation].output.parse(answer.value)
    },
  }
}
