import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { type Core, createCore } from '../../../main/core.ts'
import { type Client, createClient } from '../../../shared/contract/client.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { openTestCore, type TestCoreOptions } from '../../helpers/core.ts'
import { resourcesFolder } from '../../helpers/resources.ts'
import { workerFile } from '../../helpers/worker.ts'

/** When everything happens unless a test moves the clock. */
export const now = '2026-03-01T09:00:00.000Z'

export interface OpenCore {
  readonly core: Core
  readonly client: Client
  /** The workspace's file. */
  readonly file: string
  readonly settingsFile: string
}

/** What the work fails with, as a person can cause it; any other end is a fault of the test. */
export async function failureOf(work: Promise<unknown>): Promise<ExpectedFailure> {
  const [end] = await Promise.allSettled([work])
  const reason: unknown = end.status === 'rejected' ? end.reason : 'it did not fail'
  if (reason instanceof ExpectedFailure) return reason
  throw new Error('no failure that a person can cause', { cause: reason })
}

/** A core on a new workspace, removed when the test is done, which then must not have come upon a bug. */
export function openCore(options: TestCoreOptions = {}): OpenCore {
  const { core, client, folder, workspaceFile, errors, close } = openTestCore(options)
  onTestFinished(() => {
    close()
    expect(errors).toEqual([])
  })
  return { core, client, file: workspaceFile, settingsFile: join(folder, 'settings.json') }
}

/** Another core, as of a second program, on a workspace and settings that may be there already. */
export function openOn(file: string, settingsFile = join(file, '..', 'settings.json')): OpenCore {
  const errors: string[] = []
  const core = createCore({
    workspaceFile: file,
    settingsFile,
    workerFile,
    resourcesFolder: resourcesFolder(),
    printer: { print: async () => new Uint8Array() },
    log: { info: () => undefined, error: (message, error) => errors.push(`${message}: ${String(error)}`) },
    appVersion: '0.0.0-test',
  })
  onTestFinished(() => {
    core.close()
    expect(errors).toEqual([])
  })
  const client = createClient((operation, input, signal) => core.call(operation, input, signal))
  return { core, client, file, settingsFile }
}
