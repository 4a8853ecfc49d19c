import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import {
  type Computer,
  findBrowser,
  findOnPath,
  howToGetBrowser,
  thisComputer,
} from '../../../../main/hosting/chromium/find.ts'
import { ownTemporaryFolder } from './browsers.ts'

const own = ownTemporaryFolder()
afterAll(() => own.remove())

interface Description {
  readonly system: string
  readonly environment?: Readonly<Record<string, string>>
  readonly home?: string
  readonly files: readonly string[]
}

/** A computer on which exactly these files can be run. */
function computer({ system, environment = {}, home = '/home/kim', files }: Description): Computer {
  return {
    system,
    environment,
    home,
    isExecutable: (file) => files.includes(file),
    list: (folder) =>
      files
        .filter((file) => file.startsWith(folder))
        .map((file) => file.slice(folder.length + 1).split(/[\\/]/)[0] ?? ''),
  }
}

const linux = (
  files: readonly string[],
  environment: Readonly<Record<string, string>> = { PATH: '/usr/bin' },
) => findBrowser(computer({ system: 'linux', environment, files }))

const mac = (files: readonly string[]) =>
  findBrowser(computer({ system: 'darwin', home: '/Users/kim', files }))

const cureOn = (system: string) => howToGetBrowser(computer({ system, files: [] }))

describe('findBrowser on Linux', () => {
  it.each([
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/usr/bin/microsoft-edge-stable',
    '/usr/bin/brave-browser',
    '/usr/bin/brave',
  ])('finds %s', (file) => {
    expect(linux([file])).toBe(file)
  })

  it('prefers Chromium, and PATH to the usual folders', () => {
    expect(linux(['/usr/bin/google-chrome', '/usr/bin/chromium'])).toBe('/usr/bin/chromium')
    const path = { PATH: '/opt/tools:/usr/bin' }
    expect(linux(['/usr/bin/chromium', '/opt/tools/chromium'], path)).toBe('/opt/tools/chromium')
  })

  it('looks into the usual folders also without PATH, and never beside the work at hand', () => {
    expect(linux(['/snap/bin/chromium'], {})).toBe('/snap/bin/chromium')
    expect(linux(['bin/chromium', 'chromium'], { PATH: 'bin::.' })).toBeNull()
  })

  it('takes the newest Chromium of Playwright when none is installed, never its headless shell', () => {
    const cache = '/home/kim/.cache/ms-playwright'
    const files = [
      `${cache}/chromium-999/chrome-linux/chrome`,
      `${cache}/chromium-1255/chrome-linux64/chrome`,
      `${cache}/chromium-1100/chrome-linux/chrome`,
      `${cache}/chromium_headless_shell-1300/chrome-linux/headless_shell`,
      `${cache}/firefox-1400/firefox/firefox`,
    ]
    expect(linux(files)).toBe(files[1])
    expect(linux([...files, '/usr/bin/brave'])).toBe('/usr/bin/brave')
  })

  it('looks for Playwright’s browsers where they were put', () => {
    const file = '/srv/browsers/chromium-1255/chrome-linux64/chrome'
    expect(linux([file], { PLAYWRIGHT_BROWSERS_PATH: '/srv/browsers' })).toBe(file)
    const cached = '/var/cache/kim/ms-playwright/chromium-1255/chrome-linux64/chrome'
    expect(linux([cached], { XDG_CACHE_HOME: '/var/cache/kim' })).toBe(cached)
  })

  it('answers null when there is none', () => {
    expect(linux(['/usr/bin/firefox'])).toBeNull()
  })
})

describe('findBrowser on macOS and Windows', () => {
  it.each(['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'])('finds the app %s', (app) => {
    const file = `/Applications/${app}.app/Contents/MacOS/${app}`
    expect(mac([file])).toBe(file)
    expect(mac([`/Users/kim${file}`])).toBe(`/Users/kim${file}`)
  })

  it('finds Playwright’s Chrome for Testing on macOS', () => {
    const file =
      '/Users/kim/Library/Caches/ms-playwright/chromium-1255/chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'
    expect(mac([file])).toBe(file)
  })

  const places = {
    ProgramFiles: 'C:\\Program Files',
    'ProgramFiles(x86)': 'C:\\Program Files (x86)',
    LOCALAPPDATA: 'C:\\Users\\kim\\AppData\\Local',
  }
  const windows = (files: readonly string[]) =>
    findBrowser(computer({ system: 'win32', environment: places, home: 'C:\\Users\\kim', files }))

  it.each([
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Users\\kim\\AppData\\Local\\Chromium\\Application\\chrome.exe',
    'C:\\Program Files\\BraveSoftware\\Brave-Browser\\Application\\brave.exe',
    'C:\\Users\\kim\\AppData\\Local\\ms-playwright\\chromium-1255\\chrome-win64\\chrome.exe',
  ])('finds %s', (file) => {
    expect(windows([file])).toBe(file)
  })

  it('prefers Chrome to the Edge that every Windows has', () => {
    const chrome = 'C:\\Users\\kim\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
    expect(windows([edge, chrome])).toBe(chrome)
  })
})

describe('NINES_BROWSER', () => {
  const files = ['/opt/my browser', '/usr/bin/chromium', '/usr/bin/vivaldi']
  const chosen = (browser: string) =>
    computer({ system: 'linux', environment: { NINES_BROWSER: browser, PATH: '/usr/bin' }, files })

  it('comes first, as a path or as a name on PATH', () => {
    expect(findBrowser(chosen('/opt/my browser'))).toBe('/opt/my browser')
    expect(findBrowser(chosen('vivaldi'))).toBe('/usr/bin/vivaldi')
  })

  it('is not replaced by another browser when it cannot be run, and the cure names it', () => {
    expect(findBrowser(chosen('/opt/gone'))).toBeNull()
    expect(howToGetBrowser(chosen('/opt/gone'))).toContain('NINES_BROWSER names /opt/gone')
  })

  it('counts as not set when it is empty', () => {
    expect(findBrowser(chosen(''))).toBe('/usr/bin/chromium')
  })
})

describe('howToGetBrowser', () => {
  it('names what to install, and the Debian package on Linux only', () => {
    expect(cureOn('linux')).toContain('apt install chromium')
    expect(cureOn('darwin')).not.toContain('apt')
    for (const system of ['linux', 'darwin', 'win32']) {
      expect(cureOn(system)).toContain('Google Chrome')
      expect(cureOn(system)).toContain('NINES_BROWSER')
    }
  })
})

describe('thisComputer', () => {
  it('tells programs from folders and from files that may not be run', () => {
    const program = join(own.folder, 'program')
    writeFileSync(program, '')
    chmodSync(program, 0o755)
    const note = join(own.folder, 'note')
    writeFileSync(note, '')
    chmodSync(note, 0o644)
    const folder = join(own.folder, 'folder')
    mkdirSync(folder)
    const files = [program, note, folder, join(own.folder, 'absent')]
    expect(files.filter((file) => thisComputer.isExecutable(file))).toEqual([program])
    expect(findOnPath('program', { ...thisComputer, environment: { PATH: own.folder } })).toBe(program)
    expect(findOnPath('note', { ...thisComputer, environment: { PATH: own.folder } })).toBeNull()
  })

  it('lists a folder, and nothing of one that is not there', () => {
    mkdirSync(join(own.folder, 'browsers', 'chromium-1'), { recursive: true })
    expect(thisComputer.list(join(own.folder, 'browsers'))).toEqual(['chromium-1'])
    expect(thisComputer.list(join(own.folder, 'none'))).toEqual([])
  })
})
