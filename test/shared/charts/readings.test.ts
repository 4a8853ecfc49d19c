import { describe, expect, it } from 'vitest'
import { readCaseProfile, readGapBar, readRepeatsFan } from '../../../shared/charts/index.ts'
import type { GapBarInput } from '../../../shared/charts/gap-bar-layout.ts'
import type { RepeatsFanInput } from '../../../shared/charts/repeats-fan-layout.ts'
import { textWidth } from '../../../shared/charts/text-width.ts'
import type { AtK } from '../../../shared/domain/assessment.ts'
import { languages } from '../../../shared/domain/settings.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { assessmentOf, assessments, gapBarInput } from './sample.ts'

/** Published: 42% pass, 30% are flaky, 28% never solved in 4; the interval as 27–59%. */
const tauBench: GapBarInput = {
  ...gapBarInput(assessmentOf('τ-bench')),
  reliability: { estimate: 0.42, lower: 0.27, upper: 0.59 },
}

/** The same up to rounding. */
function near(value: number): unknown {
  return expect.closeTo(value, 9)
}

describe('the gap bar of τ-bench in a drawing 620 px wide, 10 of them on each side', () => {
  const { marks, table } = readGapBar(tauBench, 620)
  // Three rows of labels, 16 px each, and 8 px: the bar begins at 56 and is 30 high.
  const mark = (id: string) => marks.find((each) => each.id === id)

  it('is visited part by part, then the interval, then the levels upwards', () => {
    expect(marks.map((each) => each.text)).toEqual([
      '42% passes (27–59%)',
      '30% flaky: another attempt would have passed',
      '28% never in 4: no attempt on these cases passed',
      'One attempt passes: 42% (27–59%)',
      'Assist requires 80%',
      'Supervised requires 95%',
      'Unattended requires 99%',
    ])
  })

  it('has its parts where they are drawn: 0.42, 0.30 and 0.28 of 600', () => {
    expect(mark('passes')).toMatchObject({
      x: near(136),
      y: 71,
      box: { x: 10, y: 56, width: near(252), height: 30 },
    })
    expect(mark('flaky')?.box).toEqual({ x: near(262), y: 56, width: near(180), height: 30 })
    expect(mark('neverSolved')?.box).toEqual({ x: near(442), y: 56, width: near(168), height: 30 })
  })

  it('has the reliability at 10 + 252, 15 px under the bar', () => {
    expect(mark('interval')).toMatchObject({ x: near(262), y: 101 })
    expect(mark('interval')?.box).toBeUndefined()
  })

  it('has each level at its label, which ends 5 px left of its line', () => {
    // Lines at 10 + 480, 10 + 570 and 10 + 594; baselines at 48, 32 and 16, letters 11 px above and 3 below.
    const labels = [
      ['level Assist', 'Assist 80%', 485, 37],
      ['level Supervised', 'Supervised 95%', 575, 21],
      ['level Unattended', 'Unattended 99% · target', 599, 5],
    ] as const
    for (const [id, text, end, top] of labels) {
      const width = textWidth(text, 12)
      expect(mark(id)?.box).toEqual({ x: near(end - width), y: top, width: near(width + 2), height: 14 })
    }
  })

  it('as a table has every share, the interval and what the levels require', () => {
    expect(table.columns).toEqual([
      { title: 'Part', isFigure: false },
      { title: 'Share', isFigure: true },
      { title: 'Interval', isFigure: true },
    ])
    expect(table.rows).toEqual([
      ['Passes', '42%', '27–59%'],
      ['Flaky', '30%', '–'],
      ['Never in 4', '28%', '–'],
      ['Assist requires', '80%', '–'],
      ['Supervised requires', '95%', '–'],
      ['Unattended requires', '99%', '–'],
    ])
  })
})

describe('a gap bar', () => {
  it('of no case says why there is no number, and keeps its levels', () => {
    const { marks, table } = readGapBar(gapBarInput(assessmentOf('no case')), 620)
    expect(marks.map((each) => each.id)).toEqual(['level Assist', 'level Supervised', 'level Unattended'])
    expect(table.rows.slice(0, 2)).toEqual([
      ['Passes', 'not measured: no case is complete yet', '–'],
      ['Flaky', 'not measured: no case is complete yet', '–'],
    ])
  })

  it('tells a level whose label has no room at the edge of the bar', () => {
    // Lines at 10 + 18 and 10 + 45; the second one's label, 38 px, ends at 50 and leaves the first no room.
    const levels = [
      { name: 'A level with a long name', required: 0.1 },
      { name: 'x', required: 0.25 },
    ]
    const { marks } = readGapBar({ ...tauBench, levels, target: 'another' }, 200)
    const bare = marks.filter((each) => each.id.startsWith('level') && each.box === undefined)
    expect(bare.map(({ text, x }) => [text, x])).toEqual([
      ['A level with a long name requires 10%', near(28)],
    ])
    expect(bare[0]?.y).toBe(marks.find((each) => each.id === 'passes')?.box?.y)
  })
})

/** Four figures of the public table, with an interval of ±0.1. */
function row(k: number, estimate: number): AtK {
  return { k, estimate, lower: estimate - 0.1, upper: estimate + 0.1, cases: 50 }
}

const fan: RepeatsFanInput = {
  passAt: [row(1, 0.42), row(2, 0.57), row(3, 0.66), row(4, 0.72)],
  passAll: [row(1, 0.42), row(2, 0.27), row(3, 0.22), row(4, 0.2)],
  level: { name: 'Unattended', required: 0.99 },
  translator: translatorFor('en'),
}

describe('the curves of τ-bench in a drawing 400 by 254 px', () => {
  // The plot is from 12 to 254 − 42 = 212: 200 px for 0 to 100%. It begins at 40 and leaves room for the label.
  const { marks, table } = readRepeatsFan(fan, 400, 254)
  const plot = 400 - 40 - 10 - textWidth('any 72%', 12)

  it('are visited along any, along all, then the level; their one beginning once', () => {
    expect(marks.map((each) => each.text)).toEqual([
      'One attempt passes: 42% (32–52%)',
      'Any of 2 attempts passes: 57% (47–67%)',
      'Any of 3 attempts passes: 66% (56–76%)',
      'Any of 4 attempts passes: 72% (62–82%)',
      'All 2 attempts pass: 27% (17–37%)',
      'All 3 attempts pass: 22% (12–32%)',
      'All 4 attempts pass: 20% (10–30%)',
      'Unattended requires 99%',
    ])
  })

  it('have their marks on the points: 212 − 200 times the share', () => {
    expect(marks.map(({ x, y }) => [x, y])).toEqual([
      [40, near(128)],
      [near(40 + plot / 3), near(98)],
      [near(40 + (2 * plot) / 3), near(80)],
      [near(40 + plot), near(68)],
      [near(40 + plot / 3), near(158)],
      [near(40 + (2 * plot) / 3), near(168)],
      [near(40 + plot), near(172)],
      [near(40 + plot), near(14)],
    ])
  })

  it('as a table have both curves with their intervals, and the level', () => {
    expect(table.columns.map((each) => each.title)).toEqual(['Attempts', 'Any passes', 'All pass'])
    expect(table.rows).toEqual([
      ['1', '42% (32–52%)', '42% (32–52%)'],
      ['2', '57% (47–67%)', '27% (17–37%)'],
      ['3', '66% (56–76%)', '22% (12–32%)'],
      ['4', '72% (62–82%)', '20% (10–30%)'],
      ['Unattended requires', '99%', '99%'],
    ])
  })

  it('of one attempt have no mark, but its value in the table', () => {
    const one = readRepeatsFan({ ...fan, passAt: [row(1, 0.42)], passAll: [row(1, 0.42)] }, 400, 254)
    expect(one.marks).toEqual([])
    expect(one.table.rows[0]).toEqual(['1', '42% (32–52%)', '42% (32–52%)'])
  })
})

describe('every case of τ-bench in a drawing 502 by 250 px', () => {
  const { casesByPasses } = assessmentOf('τ-bench')
  const { marks, table } = readCaseProfile(
    { casesByPasses, repeats: 4, translator: translatorFor('en') },
    502,
    250,
  )

  it('is read group by group: 10, 4, 10, 12 and 14 of 50 cases', () => {
    expect(marks.map((each) => each.text)).toEqual([
      '10 cases passed 4 of 4 (20%)',
      '4 cases passed 3 of 4 (8%)',
      '10 cases passed 2 of 4 (20%)',
      '12 cases passed 1 of 4 (24%)',
      '14 cases passed 0 of 4 (28%)',
    ])
  })

  it('has each group 10 px wide per case, from 4 to 250 − 40', () => {
    expect(marks.map((each) => each.box)).toEqual([
      { x: 1, y: 4, width: near(100), height: 206 },
      { x: near(101), y: 4, width: near(40), height: 206 },
      { x: near(141), y: 4, width: near(100), height: 206 },
      { x: near(241), y: 4, width: near(120), height: 206 },
      { x: near(361), y: 4, width: near(140), height: 206 },
    ])
    expect([marks[0]?.x, marks[0]?.y]).toEqual([near(51), 107])
  })

  it('as a table counts the cases of each group', () => {
    expect(table.rows).toEqual([
      ['4 of 4', '10', '20%'],
      ['3 of 4', '4', '8%'],
      ['2 of 4', '10', '20%'],
      ['1 of 4', '12', '24%'],
      ['0 of 4', '14', '28%'],
    ])
  })
})

describe.each(languages)('every reading in %s', (language) => {
  const translator = translatorFor(language)
  const readings = Object.keys(assessments).flatMap((name) => {
    const { repeats, casesByPasses, counts } = assessmentOf(name)
    const level = { name: 'Unattended', required: 0.99 }
    return [240, 672, 1400].flatMap((width) => [
      { width, reading: readGapBar(gapBarInput(assessmentOf(name), language), width) },
      {
        width,
        reading: readRepeatsFan(
          { passAt: repeats.passAt, passAll: repeats.passAll, level, translator },
          width,
          250,
        ),
      },
      {
        width,
        reading: readCaseProfile({ casesByPasses, repeats: counts.plannedRepeats, translator }, width, 250),
      },
    ])
  })

  it('has marks of its own, inside its drawing, all in words', () => {
    for (const { width, reading } of readings) {
      expect(new Set(reading.marks.map((each) => each.id)).size).toBe(reading.marks.length)
      const places = reading.marks.flatMap(({ x, y, box }) => [
        { x, y },
        ...(box === undefined ? [] : [box, { x: box.x + box.width, y: box.y + box.height }]),
      ])
      expect(places.filter(({ x, y }) => !(x >= -1e-9 && x <= width + 1e-9 && y >= 0 && y <= 400))).toEqual(
        [],
      )
      expect(reading.marks.filter((each) => /\{\{|undefined|NaN|screens\./.test(each.text))).toEqual([])
    }
  })

  it('has a cell under every head, none of them empty', () => {
    for (const { reading } of readings) {
      const { columns, rows } = reading.table
      expect(columns.filter((each) => each.title === '')).toEqual([])
      expect(rows.filter((cells) => cells.length !== columns.length || cells.includes(''))).toEqual([])
    }
  })
})
