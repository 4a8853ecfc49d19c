import { describe, expect, it, vi } from 'vitest'
import type { MenuItemConstructorOptions } from 'electron'
import { type MenuActions, menuTemplate } from '../../../main/electron/menu.ts'
import { essayUrl, isExternalPage } from '../../../main/electron/policy.ts'
import { menuText } from '../../../main/electron/text.ts'
import { commandEntries, commandMenus } from '../../../shared/commands/entries.ts'
import type { Language } from '../../../shared/domain/settings.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { record } from './fake-record.ts'
import { firstWindow, startShell } from './start-shell.ts'

function itemsOf(menu: MenuItemConstructorOptions | undefined): MenuItemConstructorOptions[] {
  return Array.isArray(menu?.submenu) ? menu.submenu : []
}

interface Changes extends Partial<MenuActions> {
  readonly system?: NodeJS.Platform
  readonly language?: Language
}

const nothing: MenuActions = {
  openPage: () => undefined,
  runCommand: () => undefined,
  create: () => undefined,
  open: () => undefined,
  openFile: () => undefined,
  showInFolder: () => undefined,
}

function template({
  system = 'linux',
  language = 'en',
  ...actions
}: Changes = {}): MenuItemConstructorOptions[] {
  return menuTemplate(system, { language, text: menuText[language], recent: [] }, { ...nothing, ...actions })
}

function menus(system: NodeJS.Platform, language: Language = 'en'): Map<string, MenuItemConstructorOptions> {
  return new Map(template({ system, language }).map((menu) => [menu.label ?? menu.role ?? '', menu]))
}

function roles(system: NodeJS.Platform, name: string): unknown[] {
  return itemsOf(menus(system).get(name)).flatMap((item) => (item.role === undefined ? [] : [item.role]))
}

describe('the menu', () => {
  it('has the menus people look for', () => {
    expect([...menus('linux').keys()]).toEqual(['File', 'Edit', 'View', 'Go', 'Window', 'Help'])
    expect([...menus('darwin').keys()]).toEqual(['appMenu', 'File', 'Edit', 'View', 'Go', 'Window', 'Help'])
  })

  it.each(['linux', 'darwin', 'win32'] as const)('edits and zooms on %s', (system) => {
    expect(roles(system, 'Edit')).toEqual(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'])
    for (const role of ['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen'])
      expect(roles(system, 'View')).toContain(role)
  })

  it('zooms with Ctrl+= too', () => {
    const second = itemsOf(menus('linux').get('View')).find(
      (item) => item.accelerator === 'CommandOrControl+=',
    )
    expect(second).toMatchObject({ role: 'zoomIn', visible: false, acceleratorWorksWhenHidden: true })
  })

  it('quits from File, or from the app menu on macOS', () => {
    expect(roles('linux', 'File')).toEqual(['quit'])
    expect(roles('win32', 'File')).toEqual(['quit'])
    expect(roles('darwin', 'File')).toEqual(['close'])
  })

  it('opens only pages that the policy lists', () => {
    const openPage = vi.fn<(url: string) => void>()
    const help = template({ openPage }).find((menu) => menu.role === 'help')
    for (const item of itemsOf(help)) if (item.click !== undefined) Reflect.apply(item.click, undefined, [])
    expect(openPage.mock.calls).toEqual([[essayUrl]])
    expect(isExternalPage(essayUrl)).toBe(true)
  })

  it('is the app’s menu once it has started', async () => {
    await startShell()
    expect(record.menu?.template).toHaveLength(process.platform === 'darwin' ? 7 : 6)
  })
})

/** The items of all menus that stand for commands. */
function commandItems(changes: Changes = {}): MenuItemConstructorOptions[] {
  const ids = new Set<string>(commandEntries.map(({ id }) => id))
  return template(changes)
    .flatMap(itemsOf)
    .filter(({ id }) => id !== undefined && ids.has(id))
}

function choose(item: MenuItemConstructorOptions | undefined): void {
  if (item?.click === undefined) throw new Error('the item is not there, or does nothing')
  Reflect.apply(item.click, undefined, [])
}

describe('the commands in the menu', () => {
  it('are those of the list that have a place in a menu, once each', () => {
    const expected = commandEntries.filter(({ menu }) => menu !== null).map(({ id }) => id)
    const ids = commandItems().map(({ id }) => id ?? '')
    expect(ids.toSorted()).toEqual(expected.toSorted())
    expect(new Set(commandEntries.map(({ menu }) => menu))).toEqual(new Set([null, ...commandMenus]))
  })

  it('ask the window for the command of their id', () => {
    const runCommand = vi.fn<(id: string) => void>()
    const items = commandItems({ runCommand })
    for (const item of items) choose(item)
    expect(runCommand.mock.calls.map(([id]) => id)).toEqual(items.map(({ id }) => id))
  })

  it.each(['en', 'ko'] as const)('and all else have words of their own in %s', (language) => {
    const { t } = translatorFor(language)
    const named = new Map<string, string>(commandEntries.map(({ id, label }) => [id, t(label)]))
    const items = commandItems({ language })
    expect(items.map(({ label }) => label)).toEqual(items.map(({ id }) => named.get(id ?? '')))
    const tops = [...menus('linux', language).keys()]
    expect(new Set(tops).size).toBe(6)
  })

  it('show their keys and leave them to the page', () => {
    const items = new Map(commandItems().map((item) => [item.id, item]))
    expect(items.get('palette')).toMatchObject({
      accelerator: 'CommandOrControl+K',
      registerAccelerator: false,
    })
    expect(items.get('verdict')?.accelerator).toBe('Alt+1')
    expect(items.get('settings')?.accelerator).toBe('CommandOrControl+,')
    // The sign needs other keys on other keyboards; F1 is the same on all.
    expect(items.get('shortcuts')?.accelerator).toBe('F1')
    expect(items.get('switch-theme')).not.toHaveProperty('accelerator')
  })

  it('show no key on macOS that writes a sign there, for macOS would take it', () => {
    const accelerators = commandItems({ system: 'darwin' }).flatMap(({ accelerator }) => accelerator ?? [])
    expect(accelerators.length).toBeGreaterThan(2)
    expect(accelerators.filter((each) => !each.startsWith('CommandOrControl+'))).toEqual([])
  })
})

const commandItem = (id: string): MenuItemConstructorOptions | undefined => {
  const installed = record.menu?.template ?? []
  return installed
    .flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
    .find((item) => item.id === id)
}

describe('a command chosen in the running app', () => {
  it('is sent to the window, its id and nothing else', async () => {
    await startShell()
    choose(commandItem('palette'))
    expect(firstWindow().webContents.sent).toEqual([['nines:command', 'palette']])
  })

  it.each([
    ['another origin', { origin: 'https://evil.example', url: 'https://evil.example/', parent: null }],
    ['a look-alike', { origin: 'app://bundle', url: 'app://bundle.evil/', parent: null }],
  ])('is not sent to %s', async (_name, frame) => {
    await startShell()
    Object.assign(firstWindow().webContents, { mainFrame: frame })
    choose(commandItem('palette'))
    expect(firstWindow().webContents.sent).toEqual([])
  })

  it('is nobody’s while there is no window', async () => {
    vi.spyOn(process, 'platform', 'get').mockReturnValue('darwin')
    await startShell()
    const window = firstWindow()
    window.close()
    choose(commandItem('palette'))
    expect(window.webContents.sent).toEqual([])
  })
})
