import { EventEmitter } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { build } from 'vite'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const bundle = z.object({ output: z.array(z.object({ fileName: z.string(), code: z.string() })).length(1) })

let code = ''

/** Bundled as the real build does it, but into memory. */
beforeAll(async () => {
  const built: unknown = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      ssr: 'main/electron/preload.ts',
      minify: false,
      rolldownOptions: { external: ['electron'], output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  })
  code = bundle.parse(Array.isArray(built) ? built[0] : built).output[0]?.code ?? ''
})

type Send = (channel: string, ...values: readonly unknown[]) => unknown

/** Runs the preload with nothing but a sandboxed `require`, and gives back what the page would see. */
function runPreload() {
  const required: string[] = []
  const sent: unknown[][] = []
  const exposed = new Map<string, unknown>()
  const note =
    (how: string): Send =>
    (...values) => {
      sent.push([how, ...values])
      return `answer to ${values.length}`
    }
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => exposed.set(name, value) },
    ipcRenderer: Object.assign(new EventEmitter(), { invoke: note('invoke'), send: note('send') }),
    webUtils: { getPathForFile: (file: { readonly at: string }) => file.at },
  }
  const sandboxedRequire = (name: string): unknown => {
    required.push(name)
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`)
    return electron
  }
  runInContext(code, createContext({ require: sandboxedRequire, module: {}, exports: {} }))
  return { required, sent, exposed, ipcRenderer: electron.ipcRenderer }
}

const bridgeShape = z.object({
  invoke: z.custom<Send>((value) => typeof value === 'function'),
  cancel: z.custom<(requestId: string) => void>((value) => typeof value === 'function'),
  chooseWorkspace: z.custom<(purpose: string) => unknown>((value) => typeof value === 'function'),
  pathOf: z.custom<(file: unknown) => string>((value) => typeof value === 'function'),
  onCommand: z.custom<(listener: (...values: unknown[]) => void) => () => void>(
    (value) => typeof value === 'function',
  ),
})

describe('the preload', () => {
  it('requires electron and nothing else', () => {
    expect(new Set(runPreload().required)).toEqual(new Set(['electron']))
  })

  it('shows the page one frozen object with five functions, and nothing of Electron', () => {
    const { exposed } = runPreload()
    expect([...exposed.keys()]).toEqual(['nines'])
    const bridge = exposed.get('nines')
    expect(Object.isFrozen(bridge)).toBe(true)
    expect(Object.keys(bridgeShape.strict().parse(bridge)).toSorted()).toEqual([
      'cancel',
      'chooseWorkspace',
      'invoke',
      'onCommand',
      'pathOf',
    ])
  })

  it('sends on its three channels only, whatever the page passes', () => {
    const { exposed, sent } = runPreload()
    const bridge = bridgeShape.parse(exposed.get('nines'))
    bridge.invoke('task.list', {}, 'request-1', 'an-id')
    bridge.invoke('nines:other', { channel: 'x' })
    bridge.cancel('request-1')
    bridge.chooseWorkspace('open')
    expect(sent).toEqual([
      ['invoke', 'nines:invoke', 'task.list', {}, 'request-1', 'an-id'],
      ['invoke', 'nines:invoke', 'nines:other', { channel: 'x' }, undefined, undefined],
      ['send', 'nines:cancel', 'request-1'],
      ['invoke', 'nines:choose-workspace', 'open'],
    ])
  })

  it('tells of commands by their ids alone, until it is told to stop', () => {
    const { exposed, ipcRenderer } = runPreload()
    const heard: unknown[][] = []
    const stop = bridgeShape.parse(exposed.get('nines')).onCommand((...values) => heard.push(values))
    const event = { sender: 'everything of Electron' }
    ipcRenderer.emit('nines:command', event, 'palette')
    ipcRenderer.emit('nines:command', event, { id: 'palette' })
    ipcRenderer.emit('nines:other', event, 'palette')
    stop()
    ipcRenderer.emit('nines:command', event, 'home')
    expect(heard).toEqual([['palette']])
    expect(ipcRenderer.eventNames()).toEqual([])
  })

  it('hands back what the shell answered', () => {
    const bridge = bridgeShape.parse(runPreload().exposed.get('nines'))
    expect(bridge.invoke('task.list', {})).toBe('answer to 5')
  })

  it('says where a dropped file is', () => {
    const bridge = bridgeShape.parse(runPreload().exposed.get('nines'))
    expect(bridge.pathOf({ at: '/data/other.nines' })).toBe('/data/other.nines')
  })
})
