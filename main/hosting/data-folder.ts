import { homedir, platform } from 'node:os'
import { join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

function set(value: string | undefined): value is string {
  return value !== undefined && value !== ''
}

/** Where Nines keeps its data for this user when nothing else is said: the usual place of the system. */
export function dataFolder(environment: Environment = process.env, system: string = platform()): string {
  if (system === 'win32') {
    const roaming = environment['APPDATA']
    return join(set(roaming) ? roaming : join(homedir(), 'AppData', 'Roaming'), 'Nines')
  }
  if (system === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Nines')
  const dataHome = environment['XDG_DATA_HOME']
  return join(set(dataHome) ? dataHome : join(homedir(), '.local', 'share'), 'nines')
}

/** The workspace that `NINES_WORKSPACE` names, if any. */
export function namedWorkspaceFile(environment: Environment = process.env): string | null {
  const chosen = environment['NINES_WORKSPACE']
  return set(chosen) ? chosen : null
}

/** `NINES_WORKSPACE`, else the workspace in the data folder. */
export function defaultWorkspaceFile(environment: Environment = process.env): string {
  return namedWorkspaceFile(environment) ?? join(dataFolder(environment), 'workspace.nines')
}

/** What one person prefers on this computer. */
export function settingsFile(environment: Environment = process.env): string {
  return join(dataFolder(environment), 'settings.json')
}

export function logFile(environment: Environment = process.env): string {
  return join(dataFolder(environment), 'nines.log')
}
