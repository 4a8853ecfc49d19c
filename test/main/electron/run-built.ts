import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { reply } from '../../../shared/contract/reply.ts'

export const projectFolder = fileURLToPath(new URL('../../../', import.meta.url))

const bootReport = z.object({
  settledBeforeReady: z.boolean(),
  windowsBeforeReady: z.number(),
  errorBoxes: z.array(z.object({ title: z.string(), content: z.string() })),
  exitCodes: z.array(z.number()).optional(),
  preload: z.object({ path: z.string(), exists: z.boolean(), requires: z.array(z.string()) }).optional(),
  page: z
    .object({
      contentPolicy: z.string().nullable(),
      assets: z.array(
        z.object({
          reference: z.string(),
          status: z.number(),
          mimeType: z.string().nullable(),
          byteLength: z.number(),
        }),
      ),
    })
    .optional(),
  replies: z.array(reply).optional(),
  commandsSent: z.array(z.tuple([z.string(), z.string()])).optional(),
})
export type BootReport = z.infer<typeof bootReport>

export type Request = readonly [operation: string, input: unknown]

/** @throws with the way out, when the project was not built */
export function needBuilt(dist: string): void {
  const missing = ['main/electron.js', 'preload/preload.cjs', 'renderer/index.html'].filter(
    (file) => !existsSync(join(dist, file)),
  )
  if (missing.length > 0) throw new Error(`${missing.join(', ')} not built: run npm run build first`)
}

/** Boots built code in a process of its own, with its data in `dataFolder` and nowhere else. */
export function bootBuilt(dist: string, dataFolder: string, requests: readonly Request[]): BootReport {
  const script = fileURLToPath(new URL('boot-built.ts', import.meta.url))
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, dist, dataFolder, JSON.stringify(requests)],
    {
      encoding: 'utf8',
      maxBuffer: 100_000_000,
      env: {
        ...process.env,
        HOME: dataFolder,
        APPDATA: dataFolder,
        XDG_DATA_HOME: dataFolder,
        NINES_WORKSPACE: join(dataFolder, 'workspace.nines'),
      },
    },
  )
  if (status !== 0) throw new Error(`the built app did not boot (code ${String(status)}):\n${stderr}`)
  return bootReport.parse(JSON.parse(stdout))
}
