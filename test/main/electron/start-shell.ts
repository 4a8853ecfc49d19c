import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Reply } from '../../../shared/contract/reply.ts'
import type { Core, CoreOptions } from '../../../main/core.ts'
import { runShell, type ShellOptions } from '../../../main/electron/shell.ts'
import { becomeReady, resetElectron, type BrowserWindow } from './fake-electron.ts'
import { record } from './fake-record.ts'

export interface Call {
  readonly operation: string
  readonly input: unknown
  readonly signal: AbortSignal | undefined
  readonly workspace: string | undefined
  /** Ends the call with this reply. */
  readonly answer: (reply: Reply) => void
}

export type Answers = Readonly<Record<string, Reply>>

const unknown: Reply = { ok: false, error: { kind: 'expected', code: 'unknown-operation', message: 'No.' } }

/** Of a person who chose no language, in a workspace that is the only one. */
export const usualAnswers: Answers = {
  'settings.get': { ok: true, value: { language: null, theme: 'system', loggerName: null } },
  'workspace.recent': { ok: true, value: { folder: '/data', workspaces: [] } },
}

export interface Running {
  readonly folder: string
  readonly options: ShellOptions
  /** The calls of the window. */
  readonly calls: Call[]
  /** What the shell itself asked for, and what it is answered; else that the operation does not exist. */
  readonly own: {
    readonly calls: { readonly operation: string; readonly input: unknown }[]
    answers: Answers
  }
  readonly errors: string[]
  /** The options the core was made with, and whether it was closed. */
  readonly core: { options: CoreOptions | null; closed: boolean }
}

/** Takes calls down and leaves the answer to the test: cancelling needs a call that is still under way. */
function recordingCore(running: Omit<Running, 'options'>, options: CoreOptions): Core {
  running.core.options = options
  return {
    call: (operation, input, signal, workspace) => {
      // The window can give up each of its requests; the shell does not.
      if (signal === undefined) {
        running.own.calls.push({ operation, input })
        return Promise.resolve(running.own.answers[operation] ?? unknown)
      }
      return new Promise((answer) => {
        running.calls.push({ operation, input, signal, workspace, answer })
      })
    },
    close: () => {
      running.core.closed = true
    },
  }
}

/** A shell over a fresh fake of Electron and a real folder, not yet ready. */
export function prepareShell(overrides: Partial<ShellOptions> = {}): Running {
  resetElectron()
  const folder = mkdtempSync(join(tmpdir(), 'nines-shell-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'renderer', 'index.html'), '<!doctype html><title>Nines</title>')
  writeFileSync(join(folder, 'renderer', 'assets', 'index-1.js'), 'export {}')
  writeFileSync(join(folder, 'secret.html'), 'secret')
  record.userData = folder
  const errors: string[] = []
  const own = { calls: [], answers: usualAnswers }
  const parts = { folder, calls: [], own, errors, core: { options: null, closed: false } }
  const options: ShellOptions = {
    createCore: (coreOptions) => recordingCore(parts, coreOptions),
    log: { info: () => undefined, error: (message) => errors.push(message) },
    logFile: join(folder, 'nines.log'),
    workspaceFile: join(folder, 'workspace.nines'),
    otherwiseFile: null,
    settingsFile: join(folder, 'settings.json'),
    rendererFolder: join(folder, 'renderer'),
    workerFile: join(folder, 'worker.js'),
    resourcesFolder: join(folder, 'resources'),
    preloadFile: join(folder, 'preload.cjs'),
    ...overrides,
  }
  return { ...parts, options }
}

/** A shell whose window is open. */
export async function startShell(overrides: Partial<ShellOptions> = {}): Promise<Running> {
  const running = prepareShell(overrides)
  runShell(running.options)
  await becomeReady()
  return running
}

export function firstWindow(): BrowserWindow {
  const window = record.windows[0]
  if (window === undefined) throw new Error('no window was opened')
  return window
}
