import { EventEmitter } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { runShell, watchUncaught } from '../../../main/electron/shell.ts'
import { app, becomeReady, BrowserWindow, protocol, session } from './fake-electron.ts'
import { record } from './fake-record.ts'
import { firstWindow, prepareShell, startShell } from './start-shell.ts'

describe('starting', () => {
  it('turns on the sandbox and registers the scheme before ready, and opens nothing yet', () => {
    const running = prepareShell()
    runShell(running.options)
    expect(record.sandboxEnabled).toBe(true)
    expect(record.schemes).toEqual([
      {
        scheme: 'app',
        privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
      },
    ])
    expect(record.windows).toEqual([])
    expect(running.core.options).toBeNull()
  })

  it('hands the core its files, the printer and the version once ready', async () => {
    const running = await startShell()
    const { workspaceFile, settingsFile, resourcesFolder, log } = running.options
    expect(running.core.options).toMatchObject({ workspaceFile, settingsFile, resourcesFolder, log })
    expect(running.core.options?.appVersion).toBe('0.0.0-fake')
    expect(record.windows).toHaveLength(1)
    expect(running.errors).toEqual([])
  })

  it('says in the failure’s own words why the workspace cannot be opened, and leaves with code 1', async () => {
    const message = 'The workspace was made by a newer Nines. It was not changed. Update Nines.'
    await startShell({
      createCore: () => {
        throw new ExpectedFailure('workspace-newer', message)
      },
    })
    expect(record.errorBoxes).toEqual([{ title: 'Nines cannot start', content: message }])
    expect(record.exitCodes).toEqual([1])
    expect(record.windows).toEqual([])
  })

  it('keeps the text of a bug out of the dialog and names the log', async () => {
    const running = await startShell({
      createCore: () => {
        throw new TypeError('undefined is not a function')
      },
    })
    const [box] = record.errorBoxes
    expect(box?.content).not.toContain('undefined')
    expect(box?.content).toContain(running.options.logFile)
    expect(running.errors).toEqual(['Nines could not start'])
    expect(record.exitCodes).toEqual([1])
  })
})

describe('a second start', () => {
  it('quits at once when another Nines runs', async () => {
    const running = prepareShell()
    record.hasLock = false
    runShell(running.options)
    await becomeReady()
    expect(record.quits).toBe(1)
    expect(record.windows).toEqual([])
    expect(running.core.options).toBeNull()
  })

  it('brings the window of the first one to the front', async () => {
    await startShell()
    firstWindow().minimized = true
    app.emit('second-instance', {}, [], '/')
    expect(firstWindow().shows).toEqual(['restore', 'show', 'focus'])
    expect(record.windows).toHaveLength(1)
  })
})

describe('closing', () => {
  it('quits with the last window and closes the core', async () => {
    vi.spyOn(process, 'platform', 'get').mockReturnValue('linux')
    const running = await startShell()
    firstWindow().close()
    expect(record.quits).toBe(1)
    expect(running.core.closed).toBe(true)
  })

  it('stays on macOS, and opens a window again when the dock is clicked', async () => {
    vi.spyOn(process, 'platform', 'get').mockReturnValue('darwin')
    const running = await startShell()
    firstWindow().close()
    expect(record.quits).toBe(0)
    expect(running.core.closed).toBe(false)
    app.emit('activate', {}, false)
    expect(record.windows).toHaveLength(2)
    app.emit('activate', {}, true)
    expect(record.windows).toHaveLength(2)
    expect(record.windows[1]?.shows).toEqual([])
  })
})

function watched() {
  const running = prepareShell()
  const source = new EventEmitter()
  watchUncaught(source, running.options)
  return { running, source }
}

describe('what nobody caught', () => {
  it('is logged when a promise was rejected', () => {
    const { running, source } = watched()
    source.emit('unhandledRejection', new Error('x'))
    expect(running.errors).toHaveLength(1)
    expect(record.exitCodes).toEqual([])
  })

  it('is logged, told and ends the app when an exception was thrown', () => {
    const { running, source } = watched()
    source.emit('uncaughtException', new Error('x'))
    expect(running.errors).toHaveLength(1)
    expect(record.errorBoxes[0]?.content).toContain(running.options.logFile)
    expect(record.exitCodes).toEqual([1])
  })
})

describe('the fake itself', () => {
  it('throws when a member is read that it does not have', async () => {
    await startShell()
    expect(() => Reflect.get(app, 'setAsDefaultProtocolClient')).toThrow('FakeApp.setAsDefaultProtocolClient')
    expect(() => Reflect.get(firstWindow(), 'setMenu')).toThrow('BrowserWindow.setMenu is not faked')
    expect(() => Reflect.get(session.defaultSession, 'clearCache')).toThrow('is not faked')
    expect(() => Reflect.get(protocol, 'interceptFileProtocol')).toThrow('is not faked')
  })

  it('holds the order around ready', async () => {
    prepareShell()
    expect(() => new BrowserWindow()).toThrow('before the app is ready')
    expect(() => session.defaultSession).toThrow('before the app is ready')
    await becomeReady()
    expect(() => app.enableSandbox()).toThrow('before the app is ready')
    expect(() => protocol.registerSchemesAsPrivileged([])).toThrow('before the app is ready')
  })
})
