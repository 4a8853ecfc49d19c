import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { homedir, platform } from 'node:os'
import { posix, win32 } from 'node:path'

/** What finding a browser needs to know of a computer; tests describe their own. */
export interface Computer {
  /** As `process.platform`. */
  readonly system: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly home: string
  isExecutable(file: string): boolean
  /** The names in a folder; none when there is no such folder. */
  list(folder: string): readonly string[]
}

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
  'brave',
]
/** Looked into after PATH, which is short for a program that a desktop or a service started. */
const linuxFolders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/var/lib/flatpak/exports/bin']

const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser']

const windowsPrograms = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe'],
]

/** Where Playwright's Chromium has its executable, by release: Chrome for Testing, before it Chromium. */
const playwrightExecutables = [
  ['chrome-linux64', 'chrome'],
  ['chrome-linux-arm64', 'chrome'],
  ['chrome-linux', 'chrome'],
  ['chrome-mac-arm64', 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
  ['chrome-mac-x64', 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
  ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
  ['chrome-win64', 'chrome.exe'],
  ['chrome-win', 'chrome.exe'],
]

function setting({ environment }: Computer, name: string): string | null {
  const value = environment[name]
  return value === undefined || value === '' ? null : value
}

function pathsOf({ system }: Computer): typeof posix {
  return system === 'win32' ? win32 : posix
}

function foldersOnPath(computer: Computer): readonly string[] {
  const paths = pathsOf(computer)
  const folders = setting(computer, 'PATH') ?? setting(computer, 'Path') ?? ''
  return folders.split(paths.delimiter).filter((folder) => paths.isAbsolute(folder))
}

/** The executable of that name on PATH, or null. */
export function findOnPath(name: string, computer: Computer = thisComputer): string | null {
  const files = foldersOnPath(computer).map((folder) => pathsOf(computer).join(folder, name))
  return files.find((file) => computer.isExecutable(file)) ?? null
}

function installedFiles(computer: Computer): readonly string[] {
  const paths = pathsOf(computer)
  if (computer.system === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map((name) => setting(computer, name))
    return windowsPrograms.flatMap((program) =>
      roots.filter((root) => root !== null).map((root) => paths.join(root, ...program)),
    )
  }
  if (computer.system === 'darwin') {
    return macApps.flatMap((app) =>
      ['/', computer.home].map((root) =>
        paths.join(root, 'Applications', `${app}.app`, 'Contents', 'MacOS', app),
      ),
    )
  }
  const folders = [...foldersOnPath(computer), ...linuxFolders]
  return linuxNames.flatMap((name) => folders.map((folder) => paths.join(folder, name)))
}

function playwrightFolder(computer: Computer): string {
  const paths = pathsOf(computer)
  const chosen = setting(computer, 'PLAYWRIGHT_BROWSERS_PATH')
  // "0" is Playwright's word for: inside its own package.
  if (chosen !== null && chosen !== '0') return chosen
  if (computer.system === 'win32') {
    return paths.join(
      setting(computer, 'LOCALAPPDATA') ?? paths.join(computer.home, 'AppData', 'Local'),
      'ms-playwright',
    )
  }
  if (computer.system === 'darwin') return paths.join(computer.home, 'Library', 'Caches', 'ms-playwright')
  return paths.join(
    setting(computer, 'XDG_CACHE_HOME') ?? paths.join(computer.home, '.cache'),
    'ms-playwright',
  )
}

/** Newest first. Its headless shell is left out: it cannot show a window. */
function playwrightFiles(computer: Computer): readonly string[] {
  const paths = pathsOf(computer)
  const folder = playwrightFolder(computer)
  return computer
    .list(folder)
    .flatMap((name) => /^chromium-(\d+)$/.exec(name)?.[1] ?? [])
    .toSorted((one, other) => Number(other) - Number(one))
    .flatMap((revision) =>
      playwrightExecutables.map((parts) => paths.join(folder, `chromium-${revision}`, ...parts)),
    )
}

/**
 * The Chromium-family browser that prints reports and shows the interface: the one `NINES_BROWSER` names (a path,
 * or a name on PATH), else an installed one, else the newest that Playwright has downloaded. When `NINES_BROWSER`
 * is set and names no executable the answer is null: who chose a browser must not silently get another.
 */
export function findBrowser(computer: Computer = thisComputer): string | null {
  const chosen = setting(computer, 'NINES_BROWSER')
  if (chosen !== null) return computer.isExecutable(chosen) ? chosen : findOnPath(chosen, computer)
  const files = [...installedFiles(computer), ...playwrightFiles(computer)]
  return files.find((file) => computer.isExecutable(file)) ?? null
}

/** Says why no browser was found and what to do, as the end of a sentence that says what did not happen. */
export function howToGetBrowser(computer: Computer = thisComputer): string {
  const chosen = setting(computer, 'NINES_BROWSER')
  if (chosen !== null) {
    return `NINES_BROWSER names ${chosen}, which is not a program that can be run. Correct it, or unset it to use an installed browser.`
  }
  const debian = computer.system === 'linux' ? ' (on Debian or Ubuntu: apt install chromium)' : ''
  return `No Chromium-family browser was found. Install Google Chrome, Chromium or Microsoft Edge${debian}, or set NINES_BROWSER to the one to use.`
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    // Absent and not allowed are the same here: it cannot be run.
    return false
  }
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    // No folder, no browsers in it.
    return []
  }
}

export const thisComputer: Computer = {
  system: platform(),
  environment: process.env,
  home: homedir(),
  isExecutable,
  list,
}
