import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answer, header, newPlace, type Place, run, succeed } from './run.ts'

async function placeWithImport(): Promise<Place> {
  const place = newPlace()
  await succeed(place, ['task', 'create', 'refunds'])
  const file = place.file('trials.csv', header, 'a,base,1,pass', 'b,base,1,fail')
  expect(await run(place, ['import', file, '--task', 'refunds'])).toMatchObject({ code: 0 })
  return place
}

describe('nines import --undo', () => {
  it('takes an import back and says so, once', async () => {
    const place = await placeWithImport()
    expect(await run(place, ['import', '--undo', '1'])).toEqual({
      code: 0,
      out: 'Undid import 1: took back 2 trials, 2 cases and 1 configuration from "refunds".\n',
      err: '',
    })
    const again = await run(place, ['import', '--undo', '1'])
    expect(again.code).toBe(1)
    expect(again.err).toContain('Import 1 into "refunds" was undone already')
    expect(await answer(place, ['task', 'list'])).toMatchObject([{ trials: 0 }])
  })

  it('is proposed for the workspace that was named', async () => {
    const place = newPlace()
    const other = join(dirname(place.workspace), 'my other.nines')
    const file = place.file('trials.csv', header, 'a,base,1,pass')
    const words = ['--workspace', other]
    const { out } = await run(place, ['import', file, '--task', 'refunds', '--create', ...words])
    expect(out).toContain(`To undo it: nines import --undo 1 --workspace "${other}"\n`)
    await succeed(place, ['import', '--undo', '1', ...words])
    expect(await answer(place, ['task', 'list', ...words])).toEqual([])
  })

  it('answers JSON', async () => {
    const place = await placeWithImport()
    expect(await answer(place, ['import', '--undo', '1'])).toMatchObject({ importId: 1, trials: 2 })
  })

  it('keeps what was changed since only when that is asked for', async () => {
    const place = await placeWithImport()
    const words = ['log', '--task', 'refunds', '--case', 'a', '--configuration', 'base', '--repeat', '1']
    await succeed(place, [...words, '--fail', '--replace'])
    const refused = await run(place, ['import', '--undo', '1'])
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('1 trial was graded, edited or taken back since import 1')
    expect(refused.err).toContain('nines import --undo 1 --keep-changed')
    const kept = await run(place, ['import', '--undo', '1', '--keep-changed'])
    expect(kept.out).toContain(
      'took back 1 trial, 1 case and 0 configurations from "refunds". 1 changed since stays as it is.',
    )
  })

  it.each([
    [['import'], 'Say which file to import'],
    [['import', 'a.csv'], 'Say with --task'],
    [['import', 'a.csv', '--undo', '1'], 'name no file and no task'],
    [['import', '--undo', '1', '--task', 'refunds'], 'name no file and no task'],
    [['import', 'a.csv', '--task', 'refunds', '--keep-changed'], 'belongs to --undo'],
    [['import', '--undo', 'last'], 'a whole number from 1'],
  ])('refuses %j as wrong usage', async (words, text) => {
    const { code, err } = await run(newPlace(), words)
    expect(code).toBe(2)
    expect(err).toContain(text)
  })

  it('fails for a number that no import has', async () => {
    const { code, err } = await run(await placeWithImport(), ['import', '--undo', '7'])
    expect({ code, err }).toEqual({
      code: 1,
      err: 'There is no import 7 in this workspace. Nothing was changed. Its latest is import 1 into "refunds", at 2026-03-01T09:00:00.000Z.\n',
    })
  })
})
