import { spawn } from 'node:child_process'
import { join } from 'node:path'
import packageInfo from '../package.json' with { type: 'json' }
import { type CliHost, exitCodes, runCommand } from './cli/index.ts'
import { createCore, lastOpened } from './core.ts'
import { openInBrowser } from './hosting/browser-window.ts'
import { findBrowser } from './hosting/chromium/find.ts'
import { createChromiumPrinter } from './hosting/chromium/print.ts'
import { dataFolder, defaultWorkspaceFile, logFile, settingsFile } from './hosting/data-folder.ts'
import { createLog } from './hosting/log.ts'
import { startHost } from './server/index.ts'

/** Built, this file is dist/main/nines.js. */
const distFolder = join(import.meta.dirname, '..')
const log = createLog(logFile())
const printer = createChromiumPrinter()

/** What an interruption does while a command waits for one; null: it ends the program. */
let stopWaiting: (() => void) | null = null
let lastInterruptedMs = 0
/** Ctrl+C reaches the program itself and once more through each launcher above it: together they are one. */
const oneInterruptionMs = 1000

function interrupt(): void {
  const again = Date.now() - lastInterruptedMs < oneInterruptionMs
  lastInterruptedMs = Date.now()
  if (again) return
  // Ending like this also ends a browser that prints: see hosting/chromium/launch.ts.
  if (stopWaiting === null) process.exit(exitCodes.interrupted)
  stopWaiting()
  stopWaiting = null
}

function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    stopWaiting = resolve
  })
}

/** A reader that stops early, as `nines task list | head -1` does, is no failure; a full disk is one. */
function watchOutput(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') return
    if (stream === process.stdout) {
      process.stderr.write(`The output could not be written (${error.code ?? error.message}).\n`)
    }
    process.exitCode = exitCodes.failure
  })
}

const host: CliHost = {
  version: packageInfo.version,
  environment: process.env,
  colour: process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '',
  rewrites: process.stderr.isTTY && process.env['TERM'] !== 'dumb',
  write: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
  defaultWorkspace: () => defaultWorkspaceFile(),
  lastWorkspace: () => lastOpened(settingsFile()),
  openCore: (workspaceFile, { attended }) =>
    createCore({
      workspaceFile,
      attended,
      settingsFile: settingsFile(),
      resourcesFolder: join(distFolder, 'resources'),
      workerFile: join(distFolder, 'main', 'worker.js'),
      printer,
      log,
      appVersion: packageInfo.version,
    }),
  findBrowser: () => findBrowser(),
  warmPrinter: () => printer.warm(),
  startHost: (core, options) =>
    startHost({ core, log, rendererFolder: join(distFolder, 'renderer'), ...options }),
  openAddress: (url) => openInBrowser(url, { folder: dataFolder(), findBrowser, spawn }),
  untilInterrupted,
}

/** The version of the addon interface that the database needs: that of Node 22. An older Node crashes in it. */
const oldestModules = 127
if (Number(process.versions.modules) < oldestModules) {
  process.stderr.write(
    `Nines needs Node 22 or later, and this is Node ${process.versions.node}. Nothing was changed. Start it as npx nines, which brings its own Node.\n`,
  )
  process.exit(exitCodes.failure)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt)
for (const stream of [process.stdout, process.stderr]) watchOutput(stream)

const exitCode = await runCommand(process.argv.slice(2), host)
process.exitCode ??= exitCode
