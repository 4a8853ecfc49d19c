import { describe, expect, it } from 'vitest'
import { documentedAssessment, mismatches } from '../services/assessments/documented-shape.ts'
import { answer, newPlace, type Place, run, succeed } from './run.ts'

/** A task whose level requires one half, with so many cases that each pass or fail twice. */
async function placeWith(cases: number, outcome: 'pass' | 'fail', level = 'Half=0.5'): Promise<Place> {
  const place = newPlace()
  await succeed(place, ['task', 'create', 'refunds', '--level', level, '--level', 'Low=0.1'])
  const rows = Array.from({ length: cases }, (_, index) =>
    [1, 2].map((repeat) => `c${index},base,${repeat},${outcome}`),
  )
  const file = place.file('trials.csv', 'case,configuration,repeat,outcome', ...rows.flat())
  await run(place, ['import', file, '--task', 'refunds'])
  return place
}

describe('nines assess', () => {
  it('says verdict, bottleneck, evidence, what to do and what it rests on', async () => {
    const place = await placeWith(30, 'fail')
    const out = await succeed(place, ['assess', '--task', 'refunds'])
    const blocks = out.trimEnd().split('\n\n')
    expect(blocks[0]).toBe('refunds · base')
    expect(blocks[1]).toMatch(/^Not ready for Half \(50%\)\. One attempt passes 0% of the time/)
    expect(blocks[2]).toMatch(
      /^ {2}Level +Needs +Verdict +Evidence +More cases\n {2}Half \(target\) +50% +short/,
    )
    expect(blocks[3]).toBe('pass^1..2 = 0.000, 0.000\npass@1..2 = 0.000, 0.000')
    expect(out).toContain('\nDo next\n  1. ')
    expect(out).toContain(
      '30 of 30 cases complete with 2 repeats; the claim is for new cases like these 30.\n',
    )
    expect(out).toContain(
      '60 trials: 0 pass, 60 fail, 0 error (counted as failures), 0 void (excluded), 0 not counted.\n',
    )
    expect(out).toMatch(/\nMethod 3, data sha256:[0-9a-f]{64}\n$/)
  })

  it('of a single trial shows no empty tables and counts in the singular', async () => {
    const place = newPlace()
    await succeed(place, ['task', 'create', 'refunds'])
    const log = ['log', '--task', 'refunds', '--configuration', 'base', '--case', 'a', '--pass']
    await succeed(place, log)
    const out = await succeed(place, ['assess', '--task', 'refunds'])
    expect(out).toContain('\npass^1 = 1.000\npass@1 = 1.000\n')
    expect(out).toContain('1 of 1 case complete with 1 repeat;')
    expect(out).toContain('1 trial: 1 pass,')
    expect(out).not.toMatch(/\n\n\n|[ \t]\n/)
  })

  it('without a complete case names no replays', async () => {
    const place = newPlace()
    await succeed(place, ['task', 'create', 'refunds', '--repeats', '4'])
    await succeed(place, ['log', '--task', 'refunds', '--configuration', 'base', '--case', 'a', '--pass'])
    const out = await succeed(place, ['assess', '--task', 'refunds'])
    expect(out).toContain('More evidence is needed for Unattended (99%).')
    expect(out).not.toContain('pass^')
    expect(out).not.toContain('perfect verifier')
    expect(out).toContain('0 of 1 case complete with 4 repeats.')
  })

  it('shows colours on a terminal only, around the words that decide', async () => {
    const place = await placeWith(30, 'fail')
    const words = ['assess', '--task', 'refunds']
    const { out } = await run(place, words, { colour: true })
    expect(out).toContain('\u001B[1;31mNot ready\u001B[0m for Half (50%).')
    expect(out.replace('\u001B[1;31m', '').replace('\u001B[0m', '')).toBe(await succeed(place, words))
    const json = await run(place, [...words, '--json'], { colour: true })
    expect(json.out).not.toContain('\u001B')
  })

  it('is about another level on request', async () => {
    const place = await placeWith(30, 'fail')
    const words = ['assess', '--task', 'refunds', '--level', 'Low']
    expect(await succeed(place, words)).toContain(' for Low (10%). So far')
    expect(await answer(place, words)).toMatchObject({ target: 'Half', bottleneck: { level: 'Low' } })
  })

  it('is about the fixed list on request', async () => {
    const place = await placeWith(30, 'fail')
    const words = ['assess', '--task', 'refunds', '--scope', 'these-cases']
    expect(await succeed(place, words)).toContain('the claim is for exactly these 30 cases.')
    expect(await answer(place, words)).toMatchObject({ scope: 'these-cases' })
  })

  it('prints the documented JSON', async () => {
    const place = newPlace()
    await succeed(place, ['task', 'create', 'refunds'])
    const rows = Array.from({ length: 20 }, (_, index) =>
      [1, 2, 3, 4].map((repeat) => `c${index},base,${repeat},fail,reject,250,0.01,tool-error,night`),
    )
    const head = 'case,configuration,repeat,outcome,verifier,latency_ms,cost_usd,cause,segment'
    const file = place.file('trials.csv', head, ...rows.flat())
    await run(place, ['import', file, '--task', 'refunds'])
    const printed = await answer(place, ['assess', '--task', 'refunds'])
    expect(mismatches(printed, documentedAssessment)).toEqual([])
    expect(printed).toMatchObject({
      formatVersion: 1,
      task: 'refunds',
      configuration: 'base',
      cost: { meanUsd: 0.01, perPassUsd: { notMeasured: 'no-passes' } },
    })
  })
})

describe('--gate', () => {
  it.each([
    [0, 'pass', 30],
    [3, 'fail', 30],
    [4, 'pass', 1],
  ] as const)('exits %i when every case would %s, %i of them', async (exitCode, outcome, cases) => {
    const place = await placeWith(cases, outcome)
    const words = ['assess', '--task', 'refunds', '--gate']
    const { code, out, err } = await run(place, words)
    expect({ code, err }).toEqual({ code: exitCode, err: '' })
    expect(out).toContain('refunds · base')
    expect(JSON.parse((await run(place, [...words, '--json'])).out)).toMatchObject({ task: 'refunds' })
    // Without it the verdict is no failure.
    await succeed(place, ['assess', '--task', 'refunds'])
  })

  it('is about the level that is named', async () => {
    const place = await placeWith(30, 'pass', 'Half=0.5')
    await succeed(place, ['task', 'create', 'strict', '--level', 'Half=0.5', '--level', 'High=0.99'])
    const file = place.file(
      'more.csv',
      'case,configuration,repeat,outcome',
      ...Array.from({ length: 30 }, (_, i) => `c${i},base,1,pass`),
    )
    await run(place, ['import', file, '--task', 'strict'])
    expect((await run(place, ['assess', '--task', 'strict', '--gate'])).code).toBe(4)
    expect((await run(place, ['assess', '--task', 'strict', '--gate', '--level', 'Half'])).code).toBe(0)
  })

  it.each([
    [['--task', 'orders'], 'There is no task named "orders"'],
    [['--task', 'refunds', '--level', 'High'], '"Half", "Low"'],
    [['--task', 'refunds', '--configuration', 'other'], 'It has "base".'],
  ])('exits 1, not 3 or 4, when there is nothing to judge: %j', async (words, sentence) => {
    const place = await placeWith(30, 'fail')
    const { code, out, err } = await run(place, ['assess', ...words, '--gate'])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(sentence)
  })

  it('exits 1 before the first trial and for several configurations without a name', async () => {
    const place = newPlace()
    await succeed(place, ['task', 'create', 'refunds'])
    const words = ['assess', '--task', 'refunds', '--gate']
    const none = await run(place, words)
    expect(none).toMatchObject({ code: 1, out: '' })
    expect(none.err).toBe('The task "refunds" has no trials yet. Import a file or log the first trial.\n')
    for (const configuration of ['one', 'two']) {
      const log = ['log', '--task', 'refunds', '--case', 'a', '--configuration', configuration, '--pass']
      await succeed(place, log)
    }
    const several = await run(place, words)
    expect(several).toMatchObject({ code: 1, out: '' })
    expect(several.err).toContain('"one", "two". Say which one is meant')
    expect((await run(place, [...words, '--configuration', 'two'])).code).toBe(4)
  })
})
