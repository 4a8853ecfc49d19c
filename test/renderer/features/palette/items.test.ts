import { describe, expect, it } from 'vitest'
import { foundItems, type PaletteItem } from '../../../../renderer/features/palette/items.ts'

function item(id: string, name: string, alsoFoundBy: readonly string[] = []): PaletteItem {
  return { id, kind: 'command', name, alsoFoundBy, shortcut: null, run: () => undefined }
}

const items = [
  item('home', '홈', ['Home']),
  item('new', '새 작업', ['New task']),
  item('log', '기록', ['Log']),
  item('task', 'Logistics'),
]

const found = (search: string, recent: readonly string[] = []): readonly string[] =>
  foundItems(items, search, recent).map((each) => each.id)

describe('what the palette finds', () => {
  it('is everything in its order while nothing is typed, what was used lately first', () => {
    expect(found('')).toEqual(['home', 'new', 'log', 'task'])
    expect(found('', ['task', 'new'])).toEqual(['task', 'new', 'home', 'log'])
  })

  it('goes by names in the other language too', () => {
    expect(found('new')).toEqual(['new'])
    expect(found('새')).toEqual(['new'])
  })

  it('has the best first; what was used lately only decides among equals', () => {
    expect(found('log')).toEqual(['log', 'task'])
    expect(found('log', ['task'])).toEqual(['task', 'log'])
    expect(found('ho', ['task'])).toEqual(['home'])
  })

  it('is not disturbed by what was used and is gone', () => {
    expect(found('', ['gone', 'log'])).toEqual(['log', 'home', 'new', 'task'])
  })
})
