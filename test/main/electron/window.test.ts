import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runShell } from '../../../main/electron/shell.ts'
import { becomeReady } from './fake-electron.ts'
import { record } from './fake-record.ts'
import { firstWindow, prepareShell, startShell, type Running } from './start-shell.ts'

/** Starts a shell with the window's place as left by an earlier run. */
async function startWithPlace(text: string): Promise<Running> {
  const running = prepareShell()
  writeFileSync(join(running.folder, 'window.json'), text)
  runShell(running.options)
  await becomeReady()
  return running
}

describe('the window', () => {
  it('is locked down, with every safeguard spelled out and nothing else', async () => {
    const { options } = await startShell()
    expect(firstWindow().options.webPreferences).toEqual({
      preload: options.preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    })
  })

  it.each(['experimentalFeatures', 'enableBlinkFeatures', 'partition', 'additionalArguments'])(
    'does not set %s',
    async (name) => {
      await startShell()
      expect(firstWindow().options.webPreferences).not.toHaveProperty(name)
    },
  )

  it('loads the app from its scheme and shows it once painted', async () => {
    await startShell()
    const window = firstWindow()
    expect(window.urls).toEqual(['app://bundle/index.html'])
    expect(window.options.show).toBe(false)
    expect(window.shows).toEqual([])
    window.emit('ready-to-show')
    expect(window.shows).toEqual(['show'])
  })

  it('opens at 1280 × 800 and stays at least 1024 × 700', async () => {
    await startShell()
    expect(firstWindow().options).toMatchObject({ width: 1280, height: 800, minWidth: 1024, minHeight: 700 })
  })

  it.each([
    [false, '#f7f7f5'],
    [true, '#17181a'],
  ])('has the background of the theme before it paints (dark: %s)', async (dark, colour) => {
    const running = prepareShell()
    record.darkColors = dark
    runShell(running.options)
    await becomeReady()
    expect(firstWindow().options.backgroundColor).toBe(colour)
  })
})

describe('the window’s place', () => {
  it('is written when it closes', async () => {
    const { folder } = await startShell()
    firstWindow().close()
    expect(JSON.parse(readFileSync(join(folder, 'window.json'), 'utf8'))).toEqual({
      x: 10,
      y: 20,
      width: 1300,
      height: 810,
    })
  })

  it('is used at the next start', async () => {
    await startWithPlace('{"x":100,"y":50,"width":1400,"height":900}')
    expect(firstWindow().options).toMatchObject({ x: 100, y: 50, width: 1400, height: 900 })
  })

  it.each([
    ['maximised', { maximized: true }],
    ['full-screen', { fullScreen: true }],
  ] as const)('is remembered with its size from before when it was left %s', async (state, left) => {
    const { folder } = await startShell()
    Object.assign(firstWindow(), left)
    firstWindow().close()
    expect(JSON.parse(readFileSync(join(folder, 'window.json'), 'utf8'))).toEqual({
      x: 10,
      y: 20,
      width: 1300,
      height: 810,
      state,
    })
  })

  it('is maximised again once it has painted', async () => {
    await startWithPlace('{"x":100,"y":50,"width":1400,"height":900,"state":"maximised"}')
    expect(firstWindow().options).toMatchObject({ x: 100, width: 1400 })
    expect(firstWindow().shows).toEqual([])
    firstWindow().emit('ready-to-show')
    expect(firstWindow().shows).toEqual(['maximize', 'show'])
  })

  it('is full screen again from the first moment', async () => {
    await startWithPlace('{"x":100,"y":50,"width":1400,"height":900,"state":"full-screen"}')
    expect(firstWindow().options).toMatchObject({ x: 100, width: 1400, fullscreen: true })
    firstWindow().emit('ready-to-show')
    expect(firstWindow().shows).toEqual(['show'])
  })

  it('is left to the system when that screen is gone', async () => {
    await startWithPlace('{"x":5000,"y":50,"width":1400,"height":900}')
    expect(firstWindow().options).toMatchObject({ width: 1280, height: 800 })
    expect(firstWindow().options).not.toHaveProperty('x')
  })

  it.each(['{"x":1', '{"x":"1"}', '[]'])('is left to the system when the file says %s', async (text) => {
    const { errors } = await startWithPlace(text)
    expect(firstWindow().options).toMatchObject({ width: 1280, height: 800 })
    expect(errors).toHaveLength(1)
  })
})

const crash = () =>
  firstWindow().webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 139 })
const afterDialog = () => new Promise((resolve) => setImmediate(resolve))

describe('a page that crashed', () => {
  it('is logged and can be reloaded', async () => {
    const { errors } = await startShell()
    crash()
    await afterDialog()
    expect(errors).toEqual(["the window's process is gone: crashed, exit code 139"])
    expect(record.messageBoxes[0]).toMatchObject({ buttons: ['Reload', 'Quit'] })
    expect(firstWindow().webContents.reloads).toBe(1)
    expect(record.quits).toBe(0)
  })

  it('can end the app instead', async () => {
    await startShell()
    record.messageBoxResponse = 1
    crash()
    await afterDialog()
    expect(record.quits).toBe(1)
    expect(firstWindow().webContents.reloads).toBe(0)
  })

  it('is not one that ended in good order', async () => {
    const { errors } = await startShell()
    firstWindow().webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 })
    expect(errors).toEqual([])
    expect(record.messageBoxes).toEqual([])
  })
})

describe('a page that holds on to unsaved attempts', () => {
  it.each([
    [0, 'stays', 0],
    [1, 'goes', 1],
  ])('asks, and on answer %i it %s', async (answer, _what, lettingGo) => {
    await startShell()
    record.messageBoxResponse = answer
    let preventions = 0
    const prevented = { preventDefault: () => (preventions += 1) }
    firstWindow().webContents.emit('will-prevent-unload', prevented)
    expect(record.messageBoxes).toMatchObject([
      { message: 'Attempts are still being saved', buttons: ['Stay', 'Leave'], defaultId: 0, cancelId: 0 },
    ])
    expect(preventions).toBe(lettingGo)
  })
})
