import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { indexUrl } from '../../../main/electron/policy.ts'
import { runShell } from '../../../main/electron/shell.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { becomeReady } from './fake-electron.ts'
import { record } from './fake-record.ts'
import {
  type Answers,
  firstWindow,
  prepareShell,
  startShell,
  type Running,
  usualAnswers,
} from './start-shell.ts'

function workspace(name: string, more: object = {}) {
  const path = `/data/${name}`
  return { path, name, folder: '/data', openedAt: null, tasks: null, isOpen: false, isThere: true, ...more }
}

const opened: Answers[string] = {
  ok: true,
  value: {
    id: 'x',
    path: '/data/team.nines',
    name: 'team.nines',
    schemaVersion: 2,
    appVersion: '0.0.0',
    tasks: 0,
    trials: 0,
    backup: { lastAt: null, problem: null },
  },
}

const answers: Answers = {
  ...usualAnswers,
  'workspace.recent': {
    ok: true,
    value: {
      folder: '/data',
      workspaces: [
        workspace('team.nines', { isOpen: true }),
        workspace('R&D.nines'),
        workspace('gone.nines', { isThere: false }),
      ],
    },
  },
  'workspace.info': opened,
  'workspace.open': opened,
  'workspace.create': opened,
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 5))

async function start(given: Answers = answers): Promise<Running> {
  const running = prepareShell()
  running.own.answers = given
  runShell(running.options)
  await becomeReady()
  await soon()
  return running
}

function itemsOf(menu: MenuItemConstructorOptions | undefined): readonly MenuItemConstructorOptions[] {
  return Array.isArray(menu?.submenu) ? menu.submenu : []
}

function fileMenu(): readonly MenuItemConstructorOptions[] {
  const template = record.menu?.template ?? []
  const file = template.find(({ label }) => label === 'File' || label === '파일')
  if (file === undefined || !('submenu' in file) || !Array.isArray(file.submenu))
    throw new Error('no File menu')
  return file.submenu
}

function click(item: MenuItemConstructorOptions | undefined): void {
  if (item?.click === undefined) throw new Error(`${item?.label} does nothing`)
  Reflect.apply(item.click, undefined, [])
}

function labelled(label: string): MenuItemConstructorOptions | undefined {
  return fileMenu().find((item) => item.label === label)
}

const changes = ({ own }: Running) =>
  own.calls.filter(({ operation }) => operation === 'workspace.open' || operation === 'workspace.create')

describe('the File menu', () => {
  it('makes a workspace where the person says, with the ending of one', async () => {
    const running = await start()
    record.chosenPath = '/data/new'
    click(labelled('New Workspace…'))
    await soon()
    expect(record.fileDialogs).toMatchObject([
      { kind: 'save', options: { defaultPath: '/data', filters: [{ extensions: ['nines'] }] } },
    ])
    expect(changes(running)).toEqual([{ operation: 'workspace.create', input: { path: '/data/new.nines' } }])
  })

  it('opens the one that is chosen, and nothing when none is', async () => {
    const running = await start()
    click(labelled('Open Workspace…'))
    await soon()
    expect(changes(running)).toEqual([])
    record.chosenPath = '/data/other.nines'
    click(labelled('Open Workspace…'))
    await soon()
    expect(record.fileDialogs).toMatchObject([
      { kind: 'open' },
      { kind: 'open', options: { properties: ['openFile'] } },
    ])
    expect(changes(running)).toEqual([{ operation: 'workspace.open', input: { path: '/data/other.nines' } }])
  })

  it('lists the recent ones that are there and not open', async () => {
    const running = await start()
    const recent = itemsOf(labelled('Open Recent'))
    expect(recent.map(({ label }) => label)).toEqual(['R&&D.nines – /data'])
    click(recent[0])
    await soon()
    expect(changes(running)).toEqual([{ operation: 'workspace.open', input: { path: '/data/R&D.nines' } }])
  })

  it('says so when there are none', async () => {
    await start(usualAnswers)
    expect(itemsOf(labelled('Open Recent'))).toEqual([{ label: 'No other workspaces', enabled: false }])
  })

  it('tells in the failure’s own words why one was not opened', async () => {
    const message = 'notes.nines is not a Nines workspace. It was left untouched.'
    const failed = { ok: false, error: { kind: 'expected', code: 'workspace-foreign', message } } as const
    await start({ ...answers, 'workspace.open': failed })
    record.chosenPath = '/data/notes.nines'
    click(labelled('Open Workspace…'))
    await soon()
    expect(record.errorBoxes).toEqual([{ title: 'The workspace was not opened', content: message }])
  })

  it('logs what nobody foresaw and does not show its words', async () => {
    const bug = {
      ok: false,
      error: { kind: 'bug', message: 'x is undefined', reference: '12345678' },
    } as const
    const { errors } = await start({ ...answers, 'workspace.open': bug })
    record.chosenPath = '/data/notes.nines'
    click(labelled('Open Workspace…'))
    await soon()
    expect(errors).toEqual(['opening a workspace failed'])
    expect(record.errorBoxes).toHaveLength(1)
    expect(record.errorBoxes[0]?.content).not.toContain('undefined')
  })

  it('shows the workspace among its neighbours', async () => {
    await start()
    click(labelled('Show Workspace in Folder'))
    await soon()
    expect(record.shownInFolder).toEqual(['/data/team.nines'])
  })
})

describe('the language of the menu', () => {
  it('is the one of the system until the person chooses one', async () => {
    const running = prepareShell()
    record.systemLanguages = ['fr-FR', 'ko-KR', 'en-US']
    runShell(running.options)
    await becomeReady()
    await soon()
    expect(labelled('작업 공간 열기…')).toBeDefined()
  })

  it('follows the settings, also when the window changes them', async () => {
    const { calls, own } = await start()
    const handler = record.invokeHandlers.get('nines:invoke')
    if (handler === undefined) throw new Error('nothing handles nines:invoke')
    const senderFrame = { origin: 'app://bundle', url: indexUrl, parent: null }
    Reflect.apply(handler, undefined, [
      { sender: firstWindow().webContents, senderFrame },
      'settings.set',
      { language: 'ko' },
      'request-1',
    ])
    expect(labelled('Open Workspace…')).toBeDefined()
    const korean = { ok: true, value: { language: 'ko', theme: 'system', loggerName: null } } as const
    own.answers = { ...answers, 'settings.get': korean }
    calls[0]?.answer(korean)
    await soon()
    expect(labelled('새 작업 공간…')).toBeDefined()
  })
})

async function choose(event: object, purpose: unknown): Promise<unknown> {
  const handler = record.invokeHandlers.get('nines:choose-workspace')
  if (handler === undefined) throw new Error('nothing handles nines:choose-workspace')
  return await Promise.resolve<unknown>(Reflect.apply(handler, undefined, [event, purpose]))
}

describe('the choice of the window', () => {
  const senderFrame = { origin: 'app://bundle', url: indexUrl, parent: null }

  it('is asked for with the same dialogs, and answers a path or nothing', async () => {
    await start()
    const event = { sender: firstWindow().webContents, senderFrame }
    expect(await choose(event, 'open')).toBeNull()
    record.chosenPath = '/data/a.nines'
    expect(await choose(event, 'open')).toBe('/data/a.nines')
    expect(await choose(event, 'create')).toBe('/data/a.nines')
    expect(record.fileDialogs.map(({ kind }) => kind)).toEqual(['open', 'open', 'save'])
  })

  it('is nobody else’s, and for nothing else', async () => {
    const { errors } = await start()
    record.chosenPath = '/data/a.nines'
    expect(await choose({ sender: firstWindow().webContents, senderFrame: null }, 'open')).toBeNull()
    expect(errors).toHaveLength(1)
    expect(await choose({ sender: firstWindow().webContents, senderFrame }, 'delete')).toBeNull()
    expect(record.fileDialogs).toEqual([])
  })
})

describe('a last workspace that cannot be opened', () => {
  it('is told, and the usual one is opened', async () => {
    const tried: string[] = []
    const running = prepareShell({
      workspaceFile: '/data/last.nines',
      otherwiseFile: '/data/workspace.nines',
    })
    const { createCore } = running.options
    runShell({
      ...running.options,
      createCore: (options) => {
        tried.push(options.workspaceFile)
        if (tried.length === 1) throw new ExpectedFailure('workspace-corrupt', 'It is damaged.')
        return createCore(options)
      },
    })
    await becomeReady()
    expect(tried).toEqual(['/data/last.nines', '/data/workspace.nines'])
    expect(record.errorBoxes[0]?.content).toBe('It is damaged.\n\n/data/workspace.nines is open instead.')
    expect(record.windows).toHaveLength(1)
    expect(record.exitCodes).toEqual([])
  })

  it('is looked at by people', async () => {
    const { core } = await startShell()
    expect(core.options?.attended).toBe(true)
  })
})
