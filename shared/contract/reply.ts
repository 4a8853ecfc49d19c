import { z } from 'zod'
import { failureCode } from '../domain/failure.ts'

/** What comes back over every transport. A bug's message stays in the log; its reference finds it there. */
export const replyError = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('expected'),
    code: failureCode,
    message: z.string(),
    details: z.unknown().optional(),
  }),
  z.object({ kind: z.literal('cancelled'), message: z.string() }),
  z.object({ kind: z.literal('bug'), message: z.string(), reference: z.string() }),
])
export type ReplyError = z.infer<typeof replyError>

export type Reply<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ReplyError }

/** The far side of every transport reads replies through this. */
export const reply = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: replyError }),
])
