import { z } from 'zod'

/**
 * The failures a person can cause or cure. Each travels as data with a message that says what happened,
 * what was kept and what to do. Everything else is a bug: logged whole, its message hidden.
 */
export const failureCodes = [
  'bad-input',
  'unknown-operation',
  'task-not-found',
  'task-exists',
  'no-tasks',
  'configuration-not-found',
  'configuration-required',
  'level-not-found',
  'trial-exists',
  'case-not-found',
  'trial-not-found',
  'no-trials',
  'import-unreadable',
  'import-refused',
  'import-not-found',
  'import-undone',
  'import-changed',
  'workspace-not-found',
  'workspace-exists',
  'workspace-changed',
  'workspace-locked',
  'workspace-corrupt',
  'workspace-foreign',
  'workspace-newer',
  'workspace-read-only',
  'workspace-unreachable',
  'backup-not-found',
  'disk-full',
  'output-unwritable',
  'no-browser',
  'print-failed',
  'too-large',
  'unauthorized',
  'forbidden',
] as const

export const failureCode = z.enum(failureCodes)
export type FailureCode = z.infer<typeof failureCode>

/** An expected failure. `details` carries what a caller may act on, for example the unusable rows of a file. */
export class ExpectedFailure extends Error {
  override readonly name = 'ExpectedFailure'
  readonly code: FailureCode
  readonly details: unknown

  constructor(code: FailureCode, message: string, options: { details?: unknown; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.details = options.details
  }
}

/** The caller gave up: nothing was changed. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'

  constructor() {
    super('Cancelled. Nothing was changed.')
  }
}
