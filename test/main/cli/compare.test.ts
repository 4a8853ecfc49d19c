import { describe, expect, it } from 'vitest'
import { comparison } from '../../../shared/domain/comparison.ts'
import { answer, newPlace, run, succeed } from './run.ts'
import { series } from './series.ts'

const words = ['compare', '--task', 'triage']

describe('nines compare', () => {
  it('shows configurations side by side, and each pair in a line', async () => {
    const place = newPlace()
    await series(place, { good: { passes: 30, cases: 30 }, 'rather bad': { passes: 0, cases: 40 } })
    const blocks = (await succeed(place, words)).split('\n\n')
    expect(blocks).toHaveLength(3)
    // The bettors' average wealth after 30 passes reaches 40 at 0.8378, after 40 at 0.8754.
    expect(blocks[0]).toBe(
      [
        '  Configuration  Cases  Passes  Interval  Ready          Price       Cost frontier',
        '  good              30    100%   83–100%  more evidence  not logged  not measured',
        '  rather bad        40      0%     0–13%  short          not logged  not measured',
      ].join('\n'),
    )
    expect(blocks[1]).toMatch(
      /^good is more reliable than rather bad, by 100 points \(\d+ to 100 points\)\. Compared on 30 cases that both completed\. 10 cases of rather bad alone say nothing here\.$/,
    )
    expect(blocks[2]).toBe(
      'Which of two is better is told at α = 0.05, divided by the pairs there are to look at (1); that a level is met, at its α divided by the configurations (2).\n',
    )
  })

  it('shows the pair that is named, in its order', async () => {
    const place = newPlace()
    await series(place, {
      a: { passes: 30, cases: 30 },
      b: { passes: 0, cases: 30 },
      c: { passes: 30, cases: 30 },
    })
    const out = await succeed(place, ['compare', 'b', 'a', '--task', 'triage'])
    expect(out).toMatch(/\na is more reliable than b, by 100 points/)
    expect(out).not.toContain('Between')
    expect(out).toContain('pairs there are to look at (3);')
    expect(await succeed(place, ['compare', 'a', 'c', '--task', 'triage'])).toContain(
      '\nBetween a and c it is open: 0 points (',
    )
  })

  it('prints the documented JSON alone', async () => {
    const place = newPlace()
    await series(place, { a: { passes: 3, cases: 9 }, b: { passes: 4, cases: 9 } })
    const printed = comparison.parse(await answer(place, words))
    expect(printed).toMatchObject({ task: 'triage', comparisons: 1, pairs: [{ first: 'a', second: 'b' }] })
  })

  it('asks for two names where the pairs are too many to list', async () => {
    const place = newPlace()
    const names = Array.from({ length: 11 }, (_, index) => [`c${index}`, { passes: 1, cases: 1 }])
    await series(place, Object.fromEntries(names))
    expect(await succeed(place, words)).toContain(
      '\n\n55 pairs are too many to list: name two configurations to compare them.\n\n',
    )
  })

  it('without a pair shows the table alone, and without a configuration says so', async () => {
    const place = newPlace()
    await series(place, { a: { passes: 3, cases: 9 } })
    expect((await succeed(place, words)).trimEnd().split('\n')).toHaveLength(2)
    await succeed(place, ['task', 'create', 'empty'])
    expect(await succeed(place, ['compare', '--task', 'empty'])).toBe(
      'No configuration yet: import a file or log the first trial.\n',
    )
  })

  it.each([
    [['compare'], 2, '--task'],
    [['compare', 'a', '--task', 'triage'], 2, 'Name both, or none'],
    [['compare', 'a', 'a', '--task', 'triage'], 2, 'two different configurations'],
    [['compare', 'a', 'z', '--task', 'triage'], 1, 'It has "a", "b".'],
    [['compare', 'a', 'b', 'c', '--task', 'triage'], 2, 'too many arguments'],
    [['compare', '--task', 'orders'], 1, '"orders"'],
  ])('%j exits %i', async (line, exitCode, sentence) => {
    const place = newPlace()
    await series(place, { a: { passes: 3, cases: 9 }, b: { passes: 3, cases: 9 } })
    const { code, out, err } = await run(place, line)
    expect({ code, out }).toEqual({ code: exitCode, out: '' })
    expect(err).toContain(sentence)
  })
})
