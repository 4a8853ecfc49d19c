import { join } from 'node:path'
import { type Computer, findOnPath, thisComputer } from './chromium/find.ts'
import { sandboxArguments } from './chromium/launch.ts'

interface Child {
  once(event: 'error', listener: (error: Error) => void): unknown
  unref(): void
}

export interface OpeningOptions {
  /** Keeps the window's own browser profile. */
  readonly folder: string
  readonly findBrowser: () => string | null
  /** As of node:child_process. */
  readonly spawn: (
    command: string,
    words: readonly string[],
    options: { readonly detached: true; readonly stdio: 'ignore' },
  ) => Child
  readonly computer?: Computer
}

interface Way {
  readonly command: string
  readonly words: readonly string[]
}

/** A window without tabs or address bar, apart from the person's own browsing. */
function appWindow(browser: string, url: string, folder: string): Way {
  const words = [
    `--app=${url}`,
    `--user-data-dir=${join(folder, 'browser-window')}`,
    '--window-size=1280,860',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-features=Translate',
    // Otherwise it asks for the keychain of the desktop.
    '--password-store=basic',
    ...sandboxArguments(),
  ]
  return { command: browser, words }
}

function systemOpener(url: string, computer: Computer): Way | null {
  if (computer.system === 'darwin') return { command: '/usr/bin/open', words: [url] }
  if (computer.system === 'win32') {
    return { command: 'rundll32.exe', words: ['url.dll,FileProtocolHandler', url] }
  }
  const command = findOnPath('xdg-open', computer)
  return command === null ? null : { command, words: [url] }
}

function hasDisplay({ system, environment }: Computer): boolean {
  if (system === 'darwin' || system === 'win32') return true
  return ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => (environment[name] ?? '') !== '')
}

/** Tries the ways one after the other until one could be started; nothing waits for what it started. */
function startFirst([way, ...others]: readonly Way[], spawn: OpeningOptions['spawn']): void {
  if (way === undefined) return
  const child = spawn(way.command, way.words, { detached: true, stdio: 'ignore' })
  child.once('error', () => startFirst(others, spawn))
  child.unref()
}

/**
 * Opens an address in an app window of a Chromium-family browser, else in whatever the system opens addresses
 * with. Returns at once.
 * @returns false when there is no display or nothing to open it with: then the person has to
 */
export function openInBrowser(url: string, options: OpeningOptions): boolean {
  const { folder, findBrowser, spawn, computer = thisComputer } = options
  if (!hasDisplay(computer)) return false
  const browser = findBrowser()
  const ways = [
    browser === null ? null : appWindow(browser, url, folder),
    systemOpener(url, computer),
  ].filter((way) => way !== null)
  startFirst(ways, spawn)
  return ways.length > 0
}
