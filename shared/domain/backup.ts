import { z } from 'zod'

/** Why a backup was made. */
export const backupKinds = ['daily', 'on-demand', 'before-restore', 'before-update'] as const

/** A whole copy of a workspace, in a file of its own. */
export const backup = z
  .object({
    /** The name of its file, by which it is restored. */
    name: z.string(),
    path: z.string(),
    kind: z.enum(backupKinds),
    madeAt: z.iso.datetime(),
    bytes: z.number().int(),
    /** Null: it cannot be read. */
    tasks: z.number().int().nullable(),
    trials: z.number().int().nullable(),
  })
  .readonly()
export type Backup = z.infer<typeof backup>
export type BackupKind = Backup['kind']
