import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isReachable, readPlace, savePlace } from '../../../main/electron/window-bounds.ts'

const laptop = { x: 0, y: 25, width: 1440, height: 875 }
const beside = { x: 1440, y: 0, width: 1920, height: 1080 }

describe('isReachable', () => {
  it.each([
    ['in the middle', { x: 80, y: 50, width: 1280, height: 800 }, true],
    ['on the second screen', { x: 2000, y: 10, width: 1280, height: 800 }, true],
    ['reaching over the left edge, 100 px left', { x: -1180, y: 50, width: 1280, height: 800 }, true],
    ['reaching over the left edge, 99 px left', { x: -1181, y: 50, width: 1280, height: 800 }, false],
    ['with the title bar above the screens', { x: 80, y: -40, width: 1280, height: 800 }, false],
    ['below the screen', { x: 80, y: 900, width: 1280, height: 800 }, false],
    ['right of all screens', { x: 3400, y: 50, width: 1280, height: 800 }, false],
  ])('%s: %s → %s', (_name, window, reachable) => {
    expect(isReachable(window, [laptop, beside])).toBe(reachable)
  })

  it('needs a screen', () => expect(isReachable(laptop, [])).toBe(false))
})

function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'nines-bounds-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const errors: string[] = []
  const log = { info: () => undefined, error: (message: string) => errors.push(message) }
  return { folder, log, errors }
}

describe('the remembered place', () => {
  it('is read back as it was saved, and no half-written file stays', () => {
    const { folder, log, errors } = setUp()
    const file = join(folder, 'window.json')
    const bounds = { x: 80, y: 50, width: 1280, height: 800 }
    for (const state of ['normal', 'maximised', 'full-screen'] as const) {
      savePlace(file, bounds, state, log)
      expect(readPlace(file, [laptop], log)).toEqual({ bounds, state })
    }
    expect(readdirSync(folder)).toEqual(['window.json'])
    expect(errors).toEqual([])
  })

  it('leaves nothing behind when it cannot be written', () => {
    const { folder, log, errors } = setUp()
    const file = join(folder, 'window.json')
    savePlace(file, laptop, 'normal', log)
    const inTheWay = join(folder, 'folder')
    mkdirSync(inTheWay)
    savePlace(inTheWay, beside, 'normal', log)
    expect(errors).toHaveLength(1)
    expect(readdirSync(folder).toSorted()).toEqual(['folder', 'window.json'])
    expect(readFileSync(file, 'utf8')).toBe(JSON.stringify(laptop))
  })

  it('is unknown at the first start, which is nothing to log', () => {
    const { folder, log, errors } = setUp()
    expect(readPlace(join(folder, 'window.json'), [laptop], log)).toEqual({ bounds: null, state: 'normal' })
    expect(errors).toEqual([])
  })
})
