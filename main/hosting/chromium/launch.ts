import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Connection, connect } from './cdp.ts'

/** A browser without a window that only this process can talk to, with a profile of its own that goes with it. */
export interface Browser {
  readonly connection: Connection
  isRunning(): boolean
  /** What it last wrote to standard error. */
  lastWords(): string
  /** Keeps Node running for this browser's sake. So it is at first. */
  hold(): void
  /** Lets Node end although this browser runs; it ends with Node. */
  letGo(): void
  /** Ends all its processes and removes its profile. */
  close(): Promise<void>
}

const longestLastWords = 4000

/** Chromium puts a socket below its folder for temporary files, and macOS's own is too long a path for one. */
function temporaryRoot(): string {
  return process.platform === 'darwin' ? '/tmp' : tmpdir()
}

const fixedArguments = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-sync',
  '--hide-scrollbars',
  '--log-level=3',
  '--mute-audio',
  // Otherwise it asks for the keychain of the desktop.
  '--password-store=basic',
  '--use-mock-keychain',
  // No name and no address leads anywhere, so that not even a connection is opened ahead of a request.
  '--host-resolver-rules=MAP * ~NOTFOUND',
]

/** Chromium refuses to run as root with its sandbox on; for everyone else it stays on. */
export function sandboxArguments(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** What it would leave in the system's folder for temporary files goes into its own folder, too. */
function environmentIn(folder: string): NodeJS.ProcessEnv {
  return { ...process.env, TMPDIR: folder, MAC_CHROMIUM_TMPDIR: folder }
}

function start(executable: string, folder: string): ChildProcess {
  return spawn(
    executable,
    [...fixedArguments, ...sandboxArguments(), `--user-data-dir=${join(folder, 'profile')}`],
    {
      env: environmentIn(folder),
      // Its own process group, so that all of it can be ended at once. On Windows this would open a console.
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      windowsHide: true,
    },
  )
}

function endProcesses(child: ChildProcess): void {
  if (child.pid === undefined) return
  if (process.platform === 'win32') {
    child.kill('SIGKILL')
    return
  }
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch (error) {
    // Nothing of it is left.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

function removeFolder(folder: string): void {
  try {
    // A process that is just ending may still write.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 })
  } catch {
    // A print is good also when its folder has to wait for the system to clear away temporary files.
    return
  }
}

/** How to end each browser that runs at once and without waiting: for the end of this process. */
const running = new Set<() => void>()

function endAll(): void {
  for (const end of running) end()
}

function endWithProcess(end: () => void): void {
  if (running.size === 0) {
    process.off('exit', endAll)
    process.on('exit', endAll)
  }
  running.add(end)
}

function pipesOf(child: ChildProcess): readonly [errors: Socket, toBrowser: Socket, fromBrowser: Socket] {
  const [, , errors, toBrowser, fromBrowser] = child.stdio
  if (errors instanceof Socket && toBrowser instanceof Socket && fromBrowser instanceof Socket) {
    return [errors, toBrowser, fromBrowser]
  }
  throw new Error('the browser was started without its pipes')
}

function keepLastWords(errors: Socket): () => string {
  let words = ''
  errors.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-longestLastWords)
  })
  return () => words.trim()
}

/** Resolves when the process is gone, or when it turns out that it never was. */
function untilEnded(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => {
      if (child.pid === undefined) resolve()
    })
  })
}

/**
 * Starts a browser and returns at once; that it cannot be started shows on the connection. Whoever starts one
 * closes it. When this process exits first, the browser is ended and its folder removed then.
 * @throws Error when there is no room for the profile or the system refuses another process
 */
export function launchBrowser(executable: string): Browser {
  const folder = mkdtempSync(join(temporaryRoot(), 'nines-print-'))
  let child: ChildProcess
  try {
    child = start(executable, folder)
  } catch (error) {
    removeFolder(folder)
    throw error
  }
  const ended = untilEnded(child)
  const pipes = pipesOf(child)
  const [errors, toBrowser, fromBrowser] = pipes
  const lastWords = keepLastWords(errors)
  const connection = connect(toBrowser, fromBrowser)
  child.once('error', (error) => connection.close(error))
  const end = (): void => {
    endProcesses(child)
    removeFolder(folder)
  }
  endWithProcess(end)
  return {
    connection,
    isRunning: () => child.pid !== undefined && child.exitCode === null && child.signalCode === null,
    lastWords,
    hold: () => [child, ...pipes].forEach((one) => one.ref()),
    letGo: () => [child, ...pipes].forEach((one) => one.unref()),
    async close() {
      connection.close(new Error('The browser was closed.'))
      endProcesses(child)
      await ended
      end()
      running.delete(end)
    },
  }
}
