import { z } from 'zod'

/** The ending of a workspace's file. */
export const workspaceEnding = '.nines'

/** Where a workspace is, from the root of the file system on. */
export const workspacePath = z
  .string()
  .min(1)
  .max(4000)
  .refine((path) => !/\p{Cc}/u.test(path), 'must not have control characters')

/** A workspace that was open before, or that lies beside the open one. */
export const knownWorkspace = z
  .object({
    path: z.string(),
    name: z.string(),
    folder: z.string(),
    /** Null: it was never open here. */
    openedAt: z.string().nullable(),
    /** How many tasks it had when it was open last. */
    tasks: z.number().int().nullable(),
    isOpen: z.boolean(),
    isThere: z.boolean(),
  })
  .readonly()
export type KnownWorkspace = z.infer<typeof knownWorkspace>
