import { describe, expect, it } from 'vitest'
import { answer, newPlace, type Place, run, succeed } from './run.ts'

async function twoTasks(): Promise<Place> {
  const place = newPlace()
  await succeed(place, ['task', 'create', 'refunds', '--target', 'Assist'])
  await succeed(place, [
    'task',
    'create',
    '환불 처리',
    '--repeats',
    '2',
    '--cases',
    '1',
    '--level',
    '혼자=0.5',
  ])
  const log = ['log', '--task', '환불 처리', '--configuration', '큰 모델', '--pass']
  await succeed(place, [...log, '--case', '가방'])
  await succeed(place, [...log, '--case', '가방'])
  await succeed(place, ['log', '--task', '환불 처리', '--configuration', 'small', '--case', 'x', '--fail'])
  return place
}

/** Where a text begins on a line, in columns of a terminal: Hangul syllables fill two. */
function columnOf(line: string, text: string): number {
  const before = line.slice(0, line.indexOf(text))
  return Array.from(before).reduce((width, each) => width + (each >= '가' && each <= '힣' ? 2 : 1), 0)
}

describe('nines task list', () => {
  it('shows a line a task, aligned also under Korean names', async () => {
    const place = await twoTasks()
    const lines = (await succeed(place, ['task', 'list'])).trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    const [head = '', refunds = '', korean = ''] = lines
    expect(refunds).toMatch(/^ {2}refunds +Assist 80% +no trials yet +0 +0 +0$/)
    expect(korean).toMatch(/^ {2}환불 처리 +혼자 50% +more evidence +2 +2 +3$/)
    expect(columnOf(refunds, 'Assist')).toBe(columnOf(head, 'Target'))
    expect(columnOf(korean, '혼자')).toBe(columnOf(head, 'Target'))
    expect(columnOf(korean, 'more evidence')).toBe(columnOf(head, 'Verdict'))
    expect(columnOf(refunds, 'no trials')).toBe(columnOf(head, 'Verdict'))
  })

  it('is a list in JSON', async () => {
    const place = await twoTasks()
    expect(await answer(place, ['task', 'list'])).toEqual([
      {
        name: 'refunds',
        target: 'Assist',
        required: 0.8,
        configurations: 0,
        cases: 0,
        trials: 0,
        verdict: 'no-trials',
      },
      {
        name: '환불 처리',
        target: '혼자',
        required: 0.5,
        configurations: 2,
        cases: 2,
        trials: 3,
        verdict: 'more-evidence',
      },
    ])
  })
})

describe('nines task show', () => {
  it('shows levels, plan, budget, claim and configurations', async () => {
    const place = await twoTasks()
    expect(await succeed(place, ['task', 'show', '환불 처리'])).toBe(
      [
        '환불 처리',
        '  Levels   혼자 50% (target)',
        '  Planned  1 case, 2 repeats each',
        '  Budget   none',
        '  Claim    new-cases, α = 0.05',
        '  Logged   3 trials of 2 cases',
        '',
        '  Configuration  Cases  Trials',
        '  큰 모델            1       2',
        '  small              1       1',
        '',
      ].join('\n'),
    )
  })

  it('shows what is not planned and what a wrong answer costs', async () => {
    const place = newPlace()
    const limits = ['--max-cost', '0.4', '--max-latency', '90', '--wrong-cost', '3']
    await succeed(place, ['task', 'create', 'refunds', '--definition', 'The money is back.', ...limits])
    const out = await succeed(place, ['task', 'show', 'refunds'])
    expect(out).toContain('refunds\nThe money is back.\n')
    expect(out).toContain('Planned  any number of cases, repeats as in the first import\n')
    expect(out).toContain('Budget   $0.40 and 1 min 30 s per task\n')
    expect(out).toContain('one wrong answer undoes 3 right ones\n')
    expect(out).toContain('Logged   0 trials of 0 cases\n')
  })

  it('names the tasks there are when there is no such one', async () => {
    const place = await twoTasks()
    const { code, out, err } = await run(place, ['task', 'show', 'refund'])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('It has "refunds", "환불 처리".')
  })

  it('is the whole task in JSON', async () => {
    const place = await twoTasks()
    expect(await answer(place, ['task', 'show', '환불 처리'])).toMatchObject({
      task: { name: '환불 처리', plannedRepeats: 2 },
      configurations: [
        { name: '큰 모델', cases: 1, trials: 2 },
        { name: 'small', cases: 1, trials: 1 },
      ],
      cases: 2,
      trials: 3,
    })
  })
})
