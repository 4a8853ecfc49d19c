import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answer, newPlace, type Place, run, succeed } from './run.ts'

const name = '2026-03-01T09-00-00Z-on-demand.nines'

async function placeWithTrial(): Promise<Place> {
  const place = newPlace()
  await succeed(place, ['task', 'create', 'refunds'])
  await succeed(place, ['log', '--task', 'refunds', '--case', 'a', '--configuration', 'x', '--pass'])
  return place
}

describe('nines backup', () => {
  it('makes, lists and restores, and says how to take the restore back', async () => {
    const place = await placeWithTrial()
    expect(await succeed(place, ['backup', 'create'])).toBe(
      `Backed up 1 trial: ${join(`${place.workspace}.backups`, name)}\n`,
    )
    await succeed(place, ['task', 'create', 'by mistake'])
    const list = await succeed(place, ['backup', 'list'])
    expect(list).toMatch(new RegExp(`${name} +on demand +1 +\\d+`))
    const before = '2026-03-01T09-00-00Z-before-restore.nines'
    expect(await succeed(place, ['backup', 'restore', name])).toBe(
      `Restored ${name}. What was there before is in ${before}; take the restore back with nines backup restore ${before}\n`,
    )
    expect(await succeed(place, ['task', 'list'])).not.toContain('by mistake')
    expect(await answer(place, ['backup', 'restore', before])).toMatchObject({ restored: { tasks: 2 } })
    expect(await succeed(place, ['task', 'list'])).toContain('by mistake')
  })

  it('says that there is none yet', async () => {
    const place = await placeWithTrial()
    expect(await succeed(place, ['backup', 'list'])).toBe(
      'There is no backup yet. Make one: nines backup create\n',
    )
    expect(await answer(place, ['backup', 'list'])).toMatchObject({ problem: null, backups: [] })
  })

  it('fails on one that is not there or cannot be made, and changes nothing', async () => {
    const place = await placeWithTrial()
    const gone = await run(place, ['backup', 'restore', 'gone.nines'])
    expect(gone).toMatchObject({ code: 1, out: '' })
    expect(gone.err).toContain('There is no backup gone.nines')
    writeFileSync(`${place.workspace}.backups`, 'in the way')
    expect(await run(place, ['backup', 'create'])).toMatchObject({ code: 1, out: '' })
  })

  it('is made by no other command by itself', async () => {
    const place = await placeWithTrial()
    await succeed(place, ['assess', '--task', 'refunds'])
    expect(await answer(place, ['backup', 'list'])).toMatchObject({ backups: [] })
  })
})
