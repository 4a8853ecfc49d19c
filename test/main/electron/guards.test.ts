import { describe, expect, it, vi } from 'vitest'
import type { Session } from 'electron'
import { essayUrl, indexUrl } from '../../../main/electron/policy.ts'
import { BrowserWindow, session } from './fake-electron.ts'
import { record } from './fake-record.ts'
import { hostileUrls } from './hostile.ts'
import { firstWindow, startShell } from './start-shell.ts'

const navigations = ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const

describe.each(navigations)('%s', (event) => {
  it.each(hostileUrls)('to %j is stopped', async (url) => {
    const running = await startShell()
    const preventDefault = vi.fn<() => void>()
    firstWindow().webContents.emit(event, { url, preventDefault })
    expect(preventDefault).toHaveBeenCalledOnce()
    expect(running.errors).toEqual([`navigation refused: ${url}`])
  })

  it('within the app goes on', async () => {
    await startShell()
    const preventDefault = vi.fn<() => void>()
    firstWindow().webContents.emit(event, { url: `${indexUrl}#/verdict`, preventDefault })
    expect(preventDefault).not.toHaveBeenCalled()
  })
})

/** Asks the page to open an address as a click on a link with a target would. */
function openFrom(url: string): unknown {
  return firstWindow().webContents.windowOpen?.({
    url,
    frameName: '',
    features: '',
    disposition: 'new-window',
    referrer: { url: indexUrl, policy: 'no-referrer' },
  })
}

/** Calls a handler as Electron does, with a page and details that ours must not depend on. */
function ask(handler: ((...values: never[]) => unknown) | null, ...values: readonly unknown[]): unknown {
  if (handler === null) throw new Error('no handler was set, and Electron would say yes')
  return Reflect.apply(handler, undefined, values)
}

describe('new windows and webviews', () => {
  it.each([...hostileUrls, indexUrl])('opens no window for %j and passes it to nobody', async (url) => {
    await startShell()
    expect(openFrom(url)).toEqual({ action: 'deny' })
    expect(record.openedExternally).toEqual([])
    expect(record.windows).toHaveLength(1)
  })

  it('opens a listed page in the person’s browser instead', async () => {
    await startShell()
    expect(openFrom(essayUrl)).toEqual({ action: 'deny' })
    expect(record.openedExternally).toEqual([essayUrl])
  })

  it('attaches no webview', async () => {
    await startShell()
    const preventDefault = vi.fn<() => void>()
    firstWindow().webContents.emit('will-attach-webview', { preventDefault }, {}, {})
    expect(preventDefault).toHaveBeenCalledOnce()
  })
})

type Permission = Parameters<NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>>[1]
const wanted: readonly Permission[] = [
  'media',
  'geolocation',
  'notifications',
  'clipboard-read',
  'openExternal',
  'fileSystem',
  'unknown',
]

describe('permissions', () => {
  it.each(wanted)('denies %s, asked or checked', async (permission) => {
    await startShell()
    const { permissionRequest, permissionCheck } = session.defaultSession
    const answer = vi.fn<(granted: boolean) => void>()
    ask(permissionRequest, {}, permission, answer, {})
    expect(answer.mock.calls).toEqual([[false]])
    expect(ask(permissionCheck, null, permission, indexUrl, {})).toBe(false)
  })

  it.each(['hid', 'serial', 'usb'] as const)('denies %s devices', async (deviceType) => {
    await startShell()
    const device = { deviceType, origin: 'app://bundle', device: {} }
    const { devicePermission } = session.defaultSession
    expect(ask(devicePermission, device)).toBe(false)
  })
})

describe('writing to the clipboard', () => {
  const copying: Permission = 'clipboard-sanitized-write'

  /** What the shell answers, asked and checked, when a page at `url` of these contents wants to. */
  function answers(
    contents: unknown,
    url: string,
    isMainFrame = true,
    permission: Permission = copying,
  ): readonly unknown[] {
    const { permissionRequest, permissionCheck } = session.defaultSession
    const answer = vi.fn<(granted: boolean) => void>()
    ask(permissionRequest, contents, permission, answer, { requestingUrl: url, isMainFrame })
    const checked = ask(permissionCheck, contents, permission, url, { requestingUrl: url, isMainFrame })
    return [...answer.mock.calls.flat(), checked]
  }

  it('is granted to our own window, so that charts can be copied', async () => {
    await startShell()
    const { webContents } = firstWindow()
    expect(answers(webContents, `${indexUrl}#/task/a/verdict`)).toEqual([true, true])
    // Checks name an origin, with the slash that Chromium puts behind it.
    expect(answers(webContents, 'app://bundle/')).toEqual([true, true])
  })

  it('is granted to nothing else: no frame inside, no other window, nobody unknown', async () => {
    await startShell()
    const { webContents } = firstWindow()
    expect(answers(webContents, indexUrl, false)).toEqual([false, false])
    expect(answers(new BrowserWindow().webContents, indexUrl)).toEqual([false, false])
    expect(answers(null, indexUrl)).toEqual([false, false])
  })

  it.each(hostileUrls)('is not granted at %j', async (url) => {
    await startShell()
    expect(answers(firstWindow().webContents, url)).toEqual([false, false])
  })

  it.each([...wanted, 'deprecated-sync-clipboard-read'] as const)(
    'brings no %s along',
    async (permission) => {
      await startShell()
      expect(answers(firstWindow().webContents, indexUrl, true, permission)).toEqual([false, false])
    },
  )
})

describe('the network', () => {
  it.each(['https://example.com/', 'http://127.0.0.1/', 'ws://127.0.0.1/', 'file:///etc/passwd'])(
    'is not reached: %s is cancelled',
    async (url) => {
      await startShell()
      expect(session.defaultSession.cancels(url)).toBe(true)
    },
  )

  it('is not needed for the app’s own files', async () => {
    await startShell()
    expect(session.defaultSession.cancels(indexUrl)).toBe(false)
  })
})
