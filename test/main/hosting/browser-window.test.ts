import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openInBrowser } from '../../../main/hosting/browser-window.ts'
import { type Computer, thisComputer } from '../../../main/hosting/chromium/find.ts'

const url = 'http://127.0.0.1:4321/?token=abc_-123'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nines-window-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A program that notes its words and stays for a while, as a browser does. */
function program(name: string): string {
  const file = join(folder, name)
  writeFileSync(
    file,
    `#!${process.execPath}
     require('node:fs').writeFileSync(${JSON.stringify(`${file}.words`)}, JSON.stringify(process.argv.slice(2)))`,
  )
  chmodSync(file, 0o755)
  return file
}

async function wordsOf(file: string): Promise<unknown> {
  const words = () => (existsSync(`${file}.words`) ? readFileSync(`${file}.words`, 'utf8') : '')
  while (words() === '') {
    await new Promise((resolve) => {
      setTimeout(resolve, 10)
    })
  }
  return JSON.parse(words())
}

function desktop(environment: Readonly<Record<string, string>> = { DISPLAY: ':0' }): Computer {
  return { ...thisComputer, system: 'linux', environment: { PATH: folder, ...environment } }
}

/** What would be started on another system. */
function startedOn(system: string, browser: string | null): unknown[] {
  const started: unknown[] = []
  openInBrowser(url, {
    folder: '/data',
    findBrowser: () => browser,
    spawn: (command, words, options) => {
      started.push({ command, words, options })
      return { once: () => undefined, unref: () => undefined }
    },
    computer: { ...thisComputer, system, environment: {} },
  })
  return started
}

describe('openInBrowser', () => {
  it('opens an app window of the browser, with a profile in the folder', async () => {
    const browser = program('chromium')
    expect(openInBrowser(url, { folder, findBrowser: () => browser, spawn, computer: desktop() })).toBe(true)
    const words = await wordsOf(browser)
    expect(words).toContain(`--app=${url}`)
    expect(words).toContain(`--user-data-dir=${join(folder, 'browser-window')}`)
    expect(Array.isArray(words) && words.includes('--no-sandbox')).toBe(process.getuid?.() === 0)
  })

  it('opens it on Wayland, too', async () => {
    const browser = program('chromium')
    const computer = desktop({ WAYLAND_DISPLAY: 'wayland-0' })
    expect(openInBrowser(url, { folder, findBrowser: () => browser, spawn, computer })).toBe(true)
    expect(await wordsOf(browser)).toContain(`--app=${url}`)
  })

  it('uses the opener of the system without such a browser', async () => {
    const opener = program('xdg-open')
    expect(openInBrowser(url, { folder, findBrowser: () => null, spawn, computer: desktop() })).toBe(true)
    expect(await wordsOf(opener)).toEqual([url])
  })

  it('uses the opener of the system when the browser cannot be started', async () => {
    const opener = program('xdg-open')
    const findBrowser = () => join(folder, 'gone')
    expect(openInBrowser(url, { folder, findBrowser, spawn, computer: desktop() })).toBe(true)
    expect(await wordsOf(opener)).toEqual([url])
  })

  it('survives that nothing can be started', async () => {
    const failures: Error[] = []
    openInBrowser(url, {
      folder,
      findBrowser: () => join(folder, 'gone'),
      spawn: (command, words, options) => {
        const child = spawn(command, words, options)
        child.once('error', (error) => failures.push(error))
        return child
      },
      computer: desktop(),
    })
    while (failures.length === 0) {
      await new Promise((resolve) => {
        setTimeout(resolve, 10)
      })
    }
    expect(String(failures[0])).toContain('ENOENT')
  })

  it('opens nothing without a display', () => {
    const browser = program('chromium')
    program('xdg-open')
    const computer = desktop({ DISPLAY: '', WAYLAND_DISPLAY: '' })
    expect(openInBrowser(url, { folder, findBrowser: () => browser, spawn, computer })).toBe(false)
  })

  it('says so when there is neither browser nor opener', () => {
    expect(openInBrowser(url, { folder, findBrowser: () => null, spawn, computer: desktop() })).toBe(false)
  })

  it('opens the address with macOS and with Windows themselves, never through a shell', () => {
    const options = { detached: true, stdio: 'ignore' }
    expect(startedOn('darwin', null)).toEqual([{ command: '/usr/bin/open', words: [url], options }])
    expect(startedOn('win32', null)).toEqual([
      { command: 'rundll32.exe', words: ['url.dll,FileProtocolHandler', url], options },
    ])
    expect(startedOn('darwin', '/Applications/Chrome')).toHaveLength(1)
  })
})
