import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { home, taskPlace } from '../../../renderer/state/place.ts'

interface Page {
  /** Addresses in the order of the browser's history, the present one last. */
  readonly visited: string[]
  readonly window: EventTarget
}

/** A page at an address, as far as the view knows pages. */
function openPage(address: string): Page {
  const visited = [address]
  const window = new EventTarget()
  vi.stubGlobal('window', window)
  vi.stubGlobal('location', {
    get hash() {
      return visited.at(-1)
    },
    set hash(next) {
      visited.push(String(next))
      window.dispatchEvent(new Event('hashchange'))
    },
  })
  vi.stubGlobal('history', {
    replaceState: (_state: unknown, _title: string, next: string) => visited.splice(-1, 1, next),
  })
  return { visited, window }
}

beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllGlobals())

describe('the view', () => {
  it('starts where the address says', async () => {
    openPage('#/task/Airline/log')
    const { useView } = await import('../../../renderer/state/view.ts')
    expect(useView.getState()).toEqual({ place: taskPlace('Airline', 'log'), importFile: null })
  })

  it('goes to a place and writes its address once', async () => {
    const { visited } = openPage('#/')
    const { goTo, useView } = await import('../../../renderer/state/view.ts')
    goTo({ screen: 'settings' })
    goTo({ screen: 'settings' })
    expect(visited).toEqual(['#/', '#/settings'])
    expect(useView.getState().place).toEqual({ screen: 'settings' })
  })

  it('replaces a place without a step in the history', async () => {
    const { visited } = openPage('#/task/Airline/verdict')
    const { replacePlace, useView } = await import('../../../renderer/state/view.ts')
    const chosen = taskPlace('Airline', 'verdict', { level: 'Assist' })
    replacePlace(chosen)
    expect(visited).toEqual(['#/task/Airline/verdict?level=Assist'])
    expect(useView.getState().place).toEqual(chosen)
  })

  it('follows the address until told to stop', async () => {
    const { visited, window } = openPage('#/settings')
    const { followAddress, useView } = await import('../../../renderer/state/view.ts')
    const stop = followAddress()
    visited.push('#/new-task')
    window.dispatchEvent(new Event('hashchange'))
    expect(useView.getState().place).toEqual({ screen: 'new-task' })
    stop()
    visited.push('#/')
    window.dispatchEvent(new Event('hashchange'))
    expect(useView.getState().place).toEqual({ screen: 'new-task' })
  })

  it('notices that the address changed before anybody followed it', async () => {
    const { visited } = openPage('#/')
    const { followAddress, useView } = await import('../../../renderer/state/view.ts')
    visited.push('#/settings')
    followAddress()
    expect(useView.getState().place).toEqual({ screen: 'settings' })
  })

  it('keeps the chosen file while it moves about', async () => {
    openPage('#/')
    const { chooseImportFile, goTo, useView } = await import('../../../renderer/state/view.ts')
    const file = new File(['case,outcome'], 'runs.csv')
    chooseImportFile(file)
    goTo({ screen: 'import', task: null })
    goTo(home)
    expect(useView.getState().importFile).toBe(file)
    chooseImportFile(null)
    expect(useView.getState()).toEqual({ place: home, importFile: null })
  })
})
