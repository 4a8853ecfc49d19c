import { z } from 'zod'
import { failureCode } from '../domain/failure.ts'
import { type Reply, replyError } from './reply.ts'

/**
 * How a reply travels over HTTP: an output is the body of a 200; a failure is `{ "error": { "code",
 * "message", … } }` with the status of its kind.
 */
export interface HttpReply {
  readonly status: number
  readonly body: unknown
}

/** The header in which a window names the workspace it shows: see `workspace.info`. */
export const workspaceHeader = 'nines-workspace'

/** Refusals of the host itself: the caller is not let in, or sends too much. */
const statusOfCode: Readonly<Record<string, number>> = {
  unauthorized: 401,
  forbidden: 403,
  'too-large': 413,
  'unknown-operation': 404,
  'task-not-found': 404,
  'configuration-not-found': 404,
  'level-not-found': 404,
  'case-not-found': 404,
  'trial-not-found': 404,
  'task-exists': 409,
  'trial-exists': 409,
  'workspace-not-found': 404,
  'workspace-exists': 409,
  'workspace-changed': 409,
  'backup-not-found': 404,
  'disk-full': 507,
}

export function toHttp(reply: Reply): HttpReply {
  if (reply.ok) return { status: 200, body: reply.value }
  const { error } = reply
  switch (error.kind) {
    case 'expected':
      return { status: statusOfCode[error.code] ?? 422, body: { error } }
    case 'cancelled':
      return { status: 499, body: { error: { code: 'cancelled', ...error } } }
    case 'bug':
      return { status: 500, body: { error: { code: 'bug', ...error } } }
  }
}

const failureBody = z.object({ error: replyError })
/** What a host says that refused before the core was asked. */
const refusalBody = z.object({ error: z.object({ code: failureCode, message: z.string() }) })

/** @throws ZodError when something other than Nines answered */
export function fromHttp({ status, body }: HttpReply): Reply {
  if (status === 200) return { ok: true, value: body }
  const failure = failureBody.safeParse(body)
  if (failure.success) return { ok: false, error: failure.data.error }
  return { ok: false, error: { kind: 'expected', ...refusalBody.parse(body).error } }
}
