import { describe, expect, it } from 'vitest'
import { answer, newPlace, run, succeed } from './run.ts'

const change = ['task', 'change', 'refunds']

async function placeWithTask(...words: readonly string[]) {
  const place = newPlace()
  await succeed(place, ['task', 'create', 'refunds', '--repeats', '2', ...words])
  return place
}

async function logOne(place: Awaited<ReturnType<typeof placeWithTask>>): Promise<void> {
  await succeed(place, ['log', '--task', 'refunds', '--configuration', 'base', '--case', 'a', '--pass'])
}

describe('nines task change', () => {
  it('before the first trial says that it changed, and what is not named stays', async () => {
    const place = await placeWithTask('--cases', '50', '--max-cost', '1', '--max-latency', '9')
    expect(await succeed(place, [...change, '--repeats', '4'])).toBe('Changed the task "refunds".\n')
    await succeed(place, [...change, '--max-cost', '2.5', '--wrong-cost', '5', '--alpha', '0.1'])
    await succeed(place, [...change, '--definition', 'The money is back.', '--scope', 'these-cases'])
    expect(await answer(place, ['task', 'show', 'refunds'])).toMatchObject({
      task: {
        plannedRepeats: 4,
        plannedCases: 50,
        budget: { maxCostUsd: 2.5, maxLatencyMs: 9000 },
        wrongCost: 5,
        alpha: 0.1,
        definition: 'The money is back.',
        scope: 'these-cases',
        target: 'Unattended',
      },
    })
  })

  it('takes away what is none from now on', async () => {
    const place = await placeWithTask(
      '--cases',
      '50',
      '--max-cost',
      '1',
      '--max-latency',
      '9',
      '--wrong-cost',
      '3',
    )
    await succeed(place, [...change, '--cases', 'none', '--max-cost', 'none', '--wrong-cost', 'none'])
    expect(await answer(place, ['task', 'show', 'refunds'])).toMatchObject({
      task: { plannedCases: null, budget: { maxCostUsd: null, maxLatencyMs: 9000 }, wrongCost: null },
    })
    await succeed(place, [...change, '--max-latency', 'none'])
    expect(await answer(place, ['task', 'show', 'refunds'])).toMatchObject({
      task: { budget: { maxCostUsd: null, maxLatencyMs: null } },
    })
  })

  it('after the first trial names what of the plan changed', async () => {
    const place = await placeWithTask()
    await logOne(place)
    const levels = ['--level', 'Draft=70%', '--level', 'Alone=0.97', '--target', 'Alone']
    expect(await succeed(place, [...change, '--repeats', '3', ...levels])).toBe(
      [
        'Changed the task "refunds".',
        'The repeats planned per case were changed on 1 March 2026, from 2 to 3. The levels were changed on 1 March 2026, from Assist 80%, Supervised 95%, Unattended 99% to Draft 70%, Alone 97%. The target was changed on 1 March 2026, from Unattended to Alone. 1 trial had been logged by then: the plan was changed with it in sight.',
        '',
      ].join('\n'),
    )
    // The budget is no part of what is claimed, and from which trials.
    expect(await succeed(place, [...change, '--max-cost', '1'])).toBe('Changed the task "refunds".\n')
  })

  it('prints the task and the change as one JSON document', async () => {
    const place = await placeWithTask()
    expect(await answer(place, [...change, '--alpha', '0.1'])).toMatchObject({ alpha: 0.1, planChange: null })
    await logOne(place)
    expect(await answer(place, [...change, '--alpha', '0.01'])).toMatchObject({
      name: 'refunds',
      alpha: 0.01,
      planChange: {
        changedAt: '2026-03-01T09:00:00.000Z',
        trials: 1,
        before: { alpha: 0.1 },
        after: { alpha: 0.01 },
      },
    })
  })

  it('says when nothing is different', async () => {
    const place = await placeWithTask()
    await logOne(place)
    const same = [...change, '--repeats', '2', '--target', 'Unattended', '--max-cost', 'none']
    expect(await succeed(place, same)).toBe('The task "refunds" says so already.\n')
    expect(await answer(place, same)).toMatchObject({ planChange: null })
    expect(await succeed(place, [...same, '--quiet'])).toBe('')
  })

  it.each([
    [[], 2, 'Say what is to change.'],
    [['--repeats', '0'], 2, '--repeats'],
    [['--repeats', 'none'], 2, '--repeats'],
    [['--cases', '0'], 2, '--cases'],
    [['--max-cost', 'nothing'], 2, '--max-cost'],
    [['--alpha', '0.6'], 2, '--alpha'],
    [['--target', 'Alone'], 2, '"Alone"'],
    // The target that was set is not among them.
    [['--level', 'Alone=0.9'], 2, '"Unattended"'],
    [['--level', `${'x'.repeat(81)}=0.9`], 2, '--level'],
    [['--definition', 'x'.repeat(10_001)], 2, '--definition'],
  ])('with %j exits %i and changes nothing', async (words, exitCode, sentence) => {
    const place = await placeWithTask()
    const before = await answer(place, ['task', 'show', 'refunds'])
    const { code, out, err } = await run(place, [...change, ...words])
    expect({ code, out }).toEqual({ code: exitCode, out: '' })
    expect(err).toContain(sentence)
    expect(await answer(place, ['task', 'show', 'refunds'])).toEqual(before)
  })

  it('of a name that is not there exits 1', async () => {
    const place = await placeWithTask()
    const { code, err } = await run(place, ['task', 'change', 'orders', '--repeats', '3'])
    expect(code).toBe(1)
    expect(err).toContain('"orders"')
  })
})
