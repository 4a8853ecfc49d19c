import { describe, expect, it } from 'vitest'
import type { Core } from '../../../main/core.ts'
import { computePlan } from '../../../shared/assessment/plan.ts'
import { plan, planInput } from '../../../shared/domain/plan.ts'
import { answer, newPlace, run, statusOf, succeed } from './run.ts'

const perfect = ['plan', '--required', '0.9', '--assumed', '100%', '--runs', '100']

/** A core whose plan is done once somebody has heard how far it is: 42.7% then. */
function slowCore(): Core {
  const { promise: asked, resolve } = Promise.withResolvers<void>()
  const input = planInput.parse({ required: 0.9, assumed: 1, runs: 100 })
  return {
    async call(operation) {
      if (operation === 'job.progress') {
        setImmediate(resolve)
        return { ok: true, value: { progress: 0.427 } }
      }
      await asked
      return { ok: true, value: computePlan(input, () => undefined) }
    },
    close: () => undefined,
  }
}

describe('nines plan', () => {
  it('shows cases, trials and cost for each chance, and what it takes without a failure', async () => {
    // 43 cases without a failure show 0.9, however often each is tried.
    const out = await succeed(newPlace(), [...perfect, '--repeats', '1', '--repeats', '3', '--cost', '0.25'])
    expect(out.split('\n\n')).toEqual([
      'To show 90% when 100% of attempts pass',
      [
        '  Chance of "meets"  Repeats  Cases  Trials    Cost',
        '                50%        1     43      43  $10.75',
        '                80%        1     43      43  $10.75',
        '                95%        1     43      43  $10.75',
        '                50%        3     43     129  $32.25',
        '                80%        3     43     129  $32.25',
        '                95%        3     43     129  $32.25',
      ].join('\n'),
      [
        'Without a single failure it takes 29 cases when their number is fixed beforehand, 43 when one may look after every case.',
        'Simulated with seed 1: 100 teams that look after every case.',
      ].join('\n'),
      'Cases without a failure at 95% confidence',
      [
        '  Level  Fixed size  Any time',
        '    90%          29        43',
        '    95%          59        88',
        '    99%         299       449',
        '  99.5%         598       901',
        '  99.9%       2,995     4,512',
        '',
      ].join('\n'),
    ])
  })

  it('says that a level no one reaches is not reached, and claimed by chance at most', async () => {
    const words = ['plan', '--required', '95%', '--assumed', '0.9', '--repeats', '1', '--runs', '100']
    const out = await succeed(newPlace(), [...words, '--alpha', '0.01'])
    expect(out.match(/not reachable/g)).toHaveLength(6)
    expect(out).toContain(
      '\nAssumed is no more than required: a team that claims it anyway does so by chance, at most 1% of the time.\n',
    )
    expect(out).toContain('Cases without a failure at 99% confidence')
  })

  it('says how much cases are assumed to differ, in words', async () => {
    const words = ['plan', '--required', '0.8', '--assumed', '0.9', '--repeats', '4', '--runs', '100']
    expect(await succeed(newPlace(), words)).toContain('\nAll cases are assumed to be equally hard. The more')
    expect(await succeed(newPlace(), [...words, '--spread', '0.5'])).toContain(
      '\nCases are assumed to differ: two attempts at the same case correlate by 0.5. The more',
    )
  })

  it('prints one JSON document with what it was asked', async () => {
    const options = ['--spread', '0.2', '--alpha', '0.1', '--seed', '9', '--repeats', '2']
    const printed = plan.parse(await answer(newPlace(), [...perfect, ...options]))
    expect(printed).toMatchObject({
      required: 0.9,
      assumed: 1,
      spread: 0.2,
      alpha: 0.1,
      seed: 9,
      runs: 100,
      repeats: [2],
      costPerTrialUsd: null,
    })
  })

  it('tells how far it is on a line of the terminal, and keeps it out of the answer', async () => {
    const { code, out, err } = await run(newPlace(), perfect, { openCore: slowCore, rewrites: true })
    expect({ code, status: statusOf(err) }).toEqual({ code: 0, status: ['Simulating … 42%', ''] })
    expect(out).toMatch(/^To show 90%/)
    expect(out).not.toContain('Simulating …')
  })

  it.each([
    ['--json', { rewrites: true }],
    ['--quiet', { rewrites: true }],
    // Standard error of a pipe.
    ['--quiet', { rewrites: false }],
    ['--runs=100', { rewrites: false }],
  ])('says nothing meanwhile with %s and %o', async (option, host) => {
    const asked: string[] = []
    const openCore = (): Core => ({
      async call(operation) {
        asked.push(operation)
        // Longer than somebody waits before asking.
        await new Promise((resolve) => setTimeout(resolve, 1200))
        const input = planInput.parse({ required: 0.9, assumed: 1, runs: 100 })
        return { ok: true, value: computePlan(input, () => undefined) }
      },
      close: () => undefined,
    })
    const { code, err } = await run(newPlace(), [...perfect, option], { openCore, ...host })
    expect({ code, err, asked }).toEqual({ code: 0, err: '', asked: ['plan.get'] })
  })

  it.each([
    [['--assumed', '0.9'], '--required'],
    [['--required', '0.9'], '--assumed'],
    [['--required', '1', '--assumed', '0.9'], '--required'],
    [['--required', '1e-10', '--assumed', '0.9'], '--required'],
    [['--required', '0.9', '--assumed', '101%'], '--assumed'],
    [['--required', '0.9', '--assumed', '1', '--spread', '1'], '--spread'],
    [['--required', '0.9', '--assumed', '1', '--alpha', '0'], '--alpha'],
    [['--required', '0.9', '--assumed', '1', '--repeats', '0'], '--repeats'],
    [
      ['--required', '0.9', '--assumed', '1', ...Array.from({ length: 11 }, () => ['--repeats', '1']).flat()],
      '--repeats',
    ],
    [['--required', '0.9', '--assumed', '1', '--runs', '99'], '--runs'],
    [['--required', '0.9', '--assumed', '1', '--cost', '-1'], '--cost'],
    [['--required', '0.9', '--assumed', '1', '--cost', '1e10'], '--cost'],
    [['--required', '0.9', '--assumed', '1', '--seed', '1.5'], '--seed'],
  ])('with %j fails and names what is wrong', async (words, named) => {
    const { code, out, err } = await run(newPlace(), ['plan', ...words])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(named)
  })
})
