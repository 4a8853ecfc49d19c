import { describe, expect, it, vi } from 'vitest'
import type { MenuItemConstructorOptions } from 'electron'
import { menuTemplate, type MenuActions } from '../../../main/electron/menu.ts'
import { essayUrl, isExternalPage } from '../../../main/electron/policy.ts'
import { menuText } from '../../../main/electron/text.ts'
import { record } from './fake-record.ts'
import { startShell } from './start-shell.ts'

function itemsOf(menu: MenuItemConstructorOptions | undefined): MenuItemConstructorOptions[] {
  return Array.isArray(menu?.submenu) ? menu.submenu : []
}

const nothing: MenuActions = {
  openPage: () => undefined,
  create: () => undefined,
  open: () => undefined,
  openFile: () => undefined,
  showInFolder: () => undefined,
}
const english = { text: menuText.en, recent: [] }

function menus(system: NodeJS.Platform): Map<string, MenuItemConstructorOptions> {
  const template = menuTemplate(system, english, nothing)
  return new Map(template.map((menu) => [menu.label ?? menu.role ?? '', menu]))
}

function roles(system: NodeJS.Platform, name: string): unknown[] {
  return itemsOf(menus(system).get(name)).flatMap((item) => (item.role === undefined ? [] : [item.role]))
}

describe('the menu', () => {
  it('has the menus people look for', () => {
    expect([...menus('linux').keys()]).toEqual(['File', 'Edit', 'View', 'Window', 'Help'])
    expect([...menus('darwin').keys()]).toEqual(['appMenu', 'File', 'Edit', 'View', 'Window', 'Help'])
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
    const help = menuTemplate('linux', english, { ...nothing, openPage }).find((menu) => menu.role === 'help')
    for (const item of itemsOf(help)) if (item.click !== undefined) Reflect.apply(item.click, undefined, [])
    expect(openPage.mock.calls).toEqual([[essayUrl]])
    expect(isExternalPage(essayUrl)).toBe(true)
  })

  it('is the app’s menu once it has started', async () => {
    await startShell()
    expect(record.menu?.template).toHaveLength(process.platform === 'darwin' ? 6 : 5)
  })
})
