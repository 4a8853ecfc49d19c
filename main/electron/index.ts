import { join } from 'node:path'
import { createCore } from '../core.ts'
import { defaultWorkspaceFile, logFile, settingsFile } from '../hosting/data-folder.ts'
import { createLog } from '../hosting/log.ts'
import { runShell, watchUncaught } from './shell.ts'

/** Built, this file is dist/main/electron.js. */
const distFolder = join(import.meta.dirname, '..')
const log = createLog(logFile())

watchUncaught(process, { log, logFile: logFile() })
runShell({
  createCore,
  log,
  logFile: logFile(),
  workspaceFile: defaultWorkspaceFile(),
  settingsFile: settingsFile(),
  rendererFolder: join(distFolder, 'renderer'),
  resourcesFolder: join(distFolder, 'resources'),
  workerFile: join(distFolder, 'main', 'worker.js'),
  preloadFile: join(distFolder, 'preload', 'preload.cjs'),
})
