import { describe, expect, it } from 'vitest'
import { answer, newPlace, type Place, run, succeed } from './run.ts'

async function placeWithTask(): Promise<Place> {
  const place = newPlace()
  await succeed(place, ['task', 'create', 'refunds'])
  return place
}

const log = ['log', '--task', 'refunds', '--case', 'Lost luggage', '--configuration', 'base']

describe('nines log', () => {
  it('says what it logged, and counts on by itself', async () => {
    const place = await placeWithTask()
    expect(await succeed(place, [...log, '--pass'])).toBe(
      'Logged pass: case "Lost luggage", repeat 1, with "base".\n',
    )
    expect(await succeed(place, [...log, '--error'])).toBe(
      'Logged error: case "Lost luggage", repeat 2, with "base".\n',
    )
  })

  it('takes every flag', async () => {
    const place = await placeWithTask()
    const words = [...log, '--fail', '--repeat', '3', '--cause', 'tool-error', '--verifier', 'accept']
    words.push('--latency', '1.001', '--cost', '0.0421', '--note', 'refunded twice')
    expect(await answer(place, words, { environment: { NINES_LOGGED_BY: ' 지우 ' } })).toEqual({
      task: 'refunds',
      case: 'Lost luggage',
      configuration: 'base',
      repeat: 3,
      outcome: 'fail',
      cause: 'tool-error',
      verifier: 'accept',
      latencyMs: 1001,
      costUsd: 0.0421,
      note: 'refunded twice',
      loggedBy: '지우',
    })
  })

  it.each([{}, { NINES_LOGGED_BY: '' }, { NINES_LOGGED_BY: '  ' }])(
    'names nobody with the environment %o',
    async (environment) => {
      const place = await placeWithTask()
      expect(await answer(place, [...log, '--pass'], { environment })).not.toHaveProperty('loggedBy')
    },
  )

  it('keeps what is there unless it is asked to replace it', async () => {
    const place = await placeWithTask()
    await succeed(place, [...log, '--pass', '--repeat', '1'])
    const again = await run(place, [...log, '--fail', '--repeat', '1'])
    expect({ code: again.code, out: again.out }).toEqual({ code: 1, out: '' })
    expect(again.err).toContain('is logged already. Nothing was changed.')
    expect(await answer(place, ['assess', '--task', 'refunds'])).toMatchObject({ counts: { passes: 1 } })
    await succeed(place, [...log, '--fail', '--repeat', '1', '--replace'])
    expect(await answer(place, ['assess', '--task', 'refunds'])).toMatchObject({
      counts: { passes: 0, failures: 1, trials: 1 },
    })
  })

  it.each([
    [['--pass', '--fail'], '--pass, --fail or --error'],
    [[], '--pass, --fail or --error'],
    [['--pass', '--repeat', '0'], '--repeat'],
    [['--pass', '--repeat', '100001'], '--repeat'],
    [['--pass', '--verifier', 'maybe'], '--verifier'],
    [['--pass', '--latency', 'fast'], '--latency'],
    [['--pass', '--cost', '-1'], '--cost'],
    [['--fail', '--cause', 'x'.repeat(61)], '--cause'],
    [['--fail', '--case', ' '], '--case'],
    [['--fail', '--configuration', 'x'.repeat(501)], '--configuration'],
    [['--pass', '--void'], '--void'],
  ])('with %j fails, names the option and logs nothing', async (words, named) => {
    const place = await placeWithTask()
    const { code, out, err } = await run(place, [...log, ...words])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(named)
    expect(err).not.toContain('trial.log')
    expect(await answer(place, ['task', 'list'])).toMatchObject([{ trials: 0, cases: 0, configurations: 0 }])
  })

  it('names the variable when the name in it is too long', async () => {
    const place = await placeWithTask()
    const environment = { NINES_LOGGED_BY: 'x'.repeat(201) }
    const { code, err } = await run(place, [...log, '--pass'], { environment })
    expect(code).toBe(2)
    expect(err).toContain('NINES_LOGGED_BY')
  })

  it('does not make a task', async () => {
    const place = newPlace()
    const { code, err } = await run(place, [...log, '--pass'])
    expect(code).toBe(1)
    expect(err).toContain('There is no task named "refunds"')
  })
})
