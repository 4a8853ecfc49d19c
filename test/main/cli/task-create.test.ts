import { describe, expect, it } from 'vitest'
import { answer, newPlace, run, succeed } from './run.ts'

describe('nines task create', () => {
  it('says what it made', async () => {
    const place = newPlace()
    expect(await succeed(place, ['task', 'create', 'refunds'])).toBe(
      'Created the task "refunds": Assist 80%, Supervised 95%, Unattended 99% (target).\n',
    )
  })

  it('takes every option', async () => {
    const place = newPlace()
    const words = ['task', 'create', '환불 처리', '--definition', 'The money is back.']
    words.push('--level', 'Draft=70%', '--level', 'Alone=0.97', '--target', 'Draft')
    words.push('--repeats', '4', '--cases', '120', '--max-cost', '0.4', '--max-latency', '1.001')
    words.push('--wrong-cost', '5', '--scope', 'these-cases', '--alpha', '0.1')
    const expected = {
      name: '환불 처리',
      definition: 'The money is back.',
      levels: [
        { name: 'Draft', required: 0.7 },
        { name: 'Alone', required: 0.97 },
      ],
      target: 'Draft',
      plannedRepeats: 4,
      plannedCases: 120,
      budget: { maxCostUsd: 0.4, maxLatencyMs: 1001 },
      wrongCost: 5,
      scope: 'these-cases',
      alpha: 0.1,
    }
    expect(await answer(place, words)).toMatchObject(expected)
    expect(await answer(place, ['task', 'show', '환불 처리'])).toMatchObject({ task: expected })
  })

  it('refuses a name that is taken', async () => {
    const place = newPlace()
    await succeed(place, ['task', 'create', 'refunds'])
    const { code, out, err } = await run(place, ['task', 'create', 'refunds'])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toBe('There is a task named "refunds" already. Nothing was changed. Choose another name.\n')
  })

  it.each([
    [[], 'name'],
    [['x', '--repeats', '0'], '--repeats'],
    [['x', '--repeats', '1001'], '--repeats'],
    [['x', '--cases', 'many'], '--cases'],
    [['x', '--level', 'Alone'], '--level'],
    [['x', '--target', 'Alone'], '"Alone"'],
    [['x', '--level', 'A=0.9', '--level', 'A=0.8'], '"A"'],
    [['x', '--max-cost', '0'], '--max-cost'],
    [['x', '--max-latency', '-1'], '--max-latency'],
    [['x', '--wrong-cost', '-1'], '--wrong-cost'],
    [['x', '--scope', 'all'], '--scope'],
    [['x', '--alpha', '0.9'], '--alpha'],
    [[' '], 'NAME'],
    [['x'.repeat(501)], 'NAME'],
    [['x', '--level', `${'x'.repeat(81)}=0.9`], '--level'],
    [['x', '--definition', 'x'.repeat(10_001)], '--definition'],
    [['x', 'y'], 'too many arguments'],
  ])('with %j fails, names what is wrong and makes nothing', async (words, named) => {
    const place = newPlace()
    const { code, out, err } = await run(place, ['task', 'create', ...words])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(named)
    // The names of the operations are no words of the command line.
    expect(err).not.toContain('task.create')
    expect(await answer(place, ['task', 'list'])).toEqual([])
  })
})
