import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { scalingAnswer } from '../../../shared/domain/scaling-band.ts'
import { answer, newPlace, type Place, run, succeed } from './run.ts'
import { series } from './series.ts'

const words = ['scaling', '--task', 'triage', '--configuration', 'one']

async function placeWithSeries(): Promise<Place> {
  const place = newPlace()
  const configurations = {
    one: { passes: 40, cases: 200 },
    four: { passes: 100, cases: 200 },
    sixteen: { passes: 120, cases: 200 },
  }
  await series(place, configurations, { one: 1, four: 4, sixteen: 16 })
  return place
}

describe('nines scaling', () => {
  it('says what the amounts say, and shows the curve with its band', async () => {
    const place = await placeWithSeries()
    const blocks = (await succeed(place, words)).split('\n\n')
    expect(blocks).toHaveLength(3)
    // 0.6 of 200, and a last step of 0.1: the level is not in reach of another such step, but gains may go on.
    expect(blocks[0]).toMatch(
      /^Up to 16 samples it falls short, but the last step still gained 10 points .* would not reach Ready yet: .*\. Nothing is claimed beyond 16 samples, the largest amount measured\.$/,
    )
    const lines = blocks[1]?.split('\n') ?? []
    expect(lines[0]).toMatch(/^ {2}samples {2}Passes +Band$/)
    expect(lines.slice(1).map((line) => line.trim().split(/ +/))).toEqual([
      ['1', '20.0%', expect.stringMatching(/^\d+–\d+%$/), 'fitted'],
      ['4', '50.0%', expect.stringContaining('%'), 'fitted'],
      ['16', '60.0%', expect.stringContaining('%'), 'fitted'],
      ['32', expect.stringContaining('%'), expect.stringContaining('%'), 'extrapolated'],
      ['64', expect.stringContaining('%'), expect.stringContaining('%'), 'extrapolated'],
      ['128', expect.stringContaining('%'), expect.stringContaining('%'), 'extrapolated'],
    ])
    expect(new Set(lines.slice(1).map((line) => line.search(/fitted|extrapolated/))).size).toBe(1)
    expect(blocks[2]).toBe(
      'Band: 95% of 1000 resampled curves, seed 1. Extrapolated values decide nothing.\n',
    )
  })

  it('prints one JSON document with the points and the band', async () => {
    const place = await placeWithSeries()
    const line = [...words, '--replicates', '100', '--seed', '7']
    const printed = await answer(place, line)
    expect(scalingAnswer.parse(printed)).toMatchObject({
      configuration: 'one',
      unit: 'samples',
      required: 0.9,
      band: { replicates: 100, seed: 7, share: 0.95 },
    })
    expect(z.object({ scaling: z.object({ statement: z.string() }) }).parse(printed).scaling.statement).toBe(
      'rising',
    )
    expect(await answer(place, line)).toEqual(printed)
  })

  it('says why there is no curve', async () => {
    const place = newPlace()
    await series(place, { one: { passes: 3, cases: 9 }, four: { passes: 3, cases: 9 } }, { one: 1 })
    const out = await succeed(place, words)
    expect(out.trimEnd().split('\n')).toHaveLength(1)
    expect(out).toMatch(/^not measured/)
  })

  it('shows no extrapolation of two amounts', async () => {
    const place = newPlace()
    const configurations = { one: { passes: 3, cases: 9 }, four: { passes: 3, cases: 9 } }
    await series(place, configurations, { one: 1, four: 4 })
    expect(await succeed(place, words)).not.toContain('  extrapolated')
  })

  it.each([
    [['scaling'], 2, '--task'],
    [['scaling', '--task', 'triage'], 1, 'Say which one is meant'],
    [[...words, '--level', 'Alone'], 1, '"Ready"'],
    [[...words, '--replicates', '5'], 2, '--replicates'],
    [[...words, '--seed', 'x'], 2, '--seed'],
  ])('%j exits %i', async (line, exitCode, sentence) => {
    const { code, out, err } = await run(await placeWithSeries(), line)
    expect({ code, out }).toEqual({ code: exitCode, out: '' })
    expect(err).toContain(sentence)
  })
})
