import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { test as base, expect, type Page } from '@playwright/test'

export { expect }

const program = fileURLToPath(new URL('../../dist/main/nines.js', import.meta.url))
const token = 'a-token-for-the-tests-alone'

export interface NinesHost {
  /** Lets one browser in, once. */
  readonly url: string
  readonly origin: string
  readonly workspaceFile: string
  /** Calls an operation as a script would. */
  call(operation: string, input: unknown): Promise<unknown>
  stop(): Promise<void>
}

async function firstLine(host: ChildProcess): Promise<string> {
  if (host.stdout === null) throw new Error('the host has no output')
  for await (const line of createInterface(host.stdout)) return line
  throw new Error('the host said nothing')
}

/** A browser in `folder` that takes so long to start that whatever waits for its print can be looked at and given up. */
function slowBrowser(folder: string): string {
  const file = join(folder, 'slow-browser')
  writeFileSync(file, '#!/bin/sh\nexec sleep 100\n')
  chmodSync(file, 0o755)
  return file
}

/** Starts the built browser host on a workspace in `folder`, which may exist already. */
export async function startNines(
  folder: string,
  port = 0,
  settings: NodeJS.ProcessEnv = {},
): Promise<NinesHost> {
  const workspaceFile = join(folder, 'team.nines')
  const host = spawn(
    process.execPath,
    [program, '--workspace', workspaceFile, 'serve', '--no-open', '--port', String(port)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        HOME: folder,
        XDG_DATA_HOME: join(folder, 'data'),
        NINES_TOKEN: token,
        ...settings,
      },
    },
  )
  const url = await firstLine(host)
  const { origin } = new URL(url)
  return {
    url,
    origin,
    workspaceFile,
    async call(operation, input) {
      const response = await fetch(`${origin}/api/${operation}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      })
      const body: unknown = await response.json()
      if (!response.ok) throw new Error(`${operation}: ${JSON.stringify(body)}`)
      return body
    },
    async stop() {
      if (host.exitCode !== null) return
      const ended = once(host, 'exit')
      host.kill('SIGTERM')
      await ended
    },
  }
}

/** What a page must never do: reported by the browser itself. */
function watch(page: Page, origin: string, faults: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      faults.push(`${message.text()} ${message.location().url}`.trim())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('request', (request) => {
    const { protocol, origin: to } = new URL(request.url())
    if (protocol !== 'blob:' && protocol !== 'data:' && to !== origin)
      faults.push(`left for ${request.url()}`)
  })
}

interface Fixtures {
  /** True for a test in which no print comes to its end. */
  readonly isBrowserSlow: boolean
  readonly folder: string
  readonly nines: NinesHost
  /** The window, let in and at home. A fault of the page fails the test, unless the test empties the list. */
  readonly window: Page
  readonly faults: string[]
}

export const test = base.extend<Fixtures>({
  folder: async ({}, provide) => {
    const folder = mkdtempSync(join(tmpdir(), 'nines-e2e-'))
    await provide(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  isBrowserSlow: [false, { option: true }],
  nines: async ({ folder, isBrowserSlow }, provide) => {
    const host = await startNines(folder, 0, isBrowserSlow ? { NINES_BROWSER: slowBrowser(folder) } : {})
    await provide(host)
    await host.stop()
  },
  faults: async ({}, provide) => {
    const faults: string[] = []
    await provide(faults)
    expect(faults, 'errors, warnings and foreign requests of the page').toEqual([])
  },
  window: async ({ page, nines, faults }, provide) => {
    watch(page, nines.origin, faults)
    await page.goto(nines.url)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await provide(page)
  },
})

export const sampleFile = fileURLToPath(
  new URL('../../samples/tau-bench-airline-gpt-4o.csv', import.meta.url),
)
