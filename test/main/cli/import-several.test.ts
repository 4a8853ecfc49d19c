import { describe, expect, it } from 'vitest'
import { answer, header, newPlace, type Place, run, succeed } from './run.ts'

async function placeWithTask(): Promise<Place> {
  const place = newPlace()
  await succeed(place, ['task', 'create', 'refunds'])
  return place
}

async function trialsIn(place: Place): Promise<unknown> {
  return await answer(place, ['task', 'list'])
}

describe('several files', () => {
  it('come in in one go, with a summary each', async () => {
    const place = await placeWithTask()
    const one = place.file('one.csv', header, 'a,base,1,pass', 'a,base,2,pass')
    const two = place.file('two.csv', header, 'b,base,1,pass', 'a,base,2,pass')
    const { code, out } = await run(place, ['import', one, two, '--task', 'refunds'])
    expect(code).toBe(0)
    expect(out).toContain('one.csv (csv): 2 rows')
    expect(out).toContain('Imported 1 trials into "refunds" (1 already there)')
    expect(await answer(place, ['import', one, two, '--task', 'refunds'])).toMatchObject([
      { fileName: 'one.csv', added: 0, alreadyThere: 2 },
      { fileName: 'two.csv', added: 0, alreadyThere: 2 },
    ])
  })

  it.each([
    ['has a row that cannot be used', [header, 'b,base,1,maybe']],
    ['cannot be read', ['[]']],
  ])('stay out together when one of them %s', async (_, lines) => {
    const place = await placeWithTask()
    const one = place.file('one.csv', header, 'a,base,1,pass')
    const two = place.file('two.csv', ...lines)
    const { code, out, err } = await run(place, ['import', one, two, '--task', 'refunds'])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('two.csv')
    expect(err).toContain('Nothing was imported.')
    expect(await trialsIn(place)).toMatchObject([{ trials: 0 }])
  })

  it('stay out together when one of them is not there', async () => {
    const place = await placeWithTask()
    const one = place.file('one.csv', header, 'a,base,1,pass')
    const { code, err } = await run(place, ['import', one, `${one}.missing`, '--task', 'refunds'])
    expect(code).toBe(1)
    expect(err).toContain('one.csv.missing cannot be read')
    expect(await trialsIn(place)).toMatchObject([{ trials: 0 }])
  })

  it('stay out together when they contradict each other, also in a dry run', async () => {
    const place = await placeWithTask()
    const one = place.file('one.csv', header, 'a,base,1,pass')
    const two = place.file('two.csv', header, 'a,base,1,fail')
    const words = ['import', one, two, '--task', 'refunds']
    const { code, out, err } = await run(place, words)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('two.csv has one problem. Nothing was imported.')
    expect(err).toContain('is on line 2 of one.csv too and differs in outcome (pass there, fail here)')
    expect(await trialsIn(place)).toMatchObject([{ trials: 0 }])
    const dry = await run(place, [...words, '--dry-run'])
    expect(dry.code).toBe(1)
    expect(dry.out).toContain('Would import nothing into "refunds": one problem.')
  })

  it('fix the planned repeats together', async () => {
    const place = await placeWithTask()
    const one = place.file('one.csv', header, 'a,base,1,pass', 'b,base,1,pass')
    const two = place.file('two.csv', header, 'a,base,2,pass', 'b,base,2,pass')
    await run(place, ['import', one, two, '--task', 'refunds'])
    expect(await answer(place, ['task', 'show', 'refunds'])).toMatchObject({ task: { plannedRepeats: 2 } })
  })
})
