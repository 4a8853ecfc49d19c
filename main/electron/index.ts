import { join } from 'node:path'
import { createCore, lastOpened } from '../core.ts'
import { defaultWorkspaceFile, logFile, namedWorkspaceFile, settingsFile } from '../hosting/data-folder.ts'
import { createLog } from '../hosting/log.ts'
import { runShell, watchUncaught } from './shell.ts'

/** Built, this file is dist/main/electron.js. */
const distFolder = join(import.meta.dirname, '..')
const log = createLog(logFile())

/** Nines goes on where it was left, unless somebody says which workspace is meant. */
const last = namedWorkspaceFile() === null ? lastOpened(settingsFile()) : null

watchUncaught(process, { log, logFile: logFile() })
runShell({
  createCore,
  log,
  logFile: logFile(),
  workspaceFile: last ?? defaultWorkspaceFile(),
  otherwiseFile: last === null ? null : defaultWorkspaceFile(),
  settingsFile: settingsFile(),
  rendererFolder: join(distFolder, 'renderer'),
  resourcesFolder: join(distFolder, 'resources'),
  workerFile: join(distFolder, 'main', 'worker.js'),
  preloadFile: join(distFolder, 'preload', 'preload.cjs'),
})
