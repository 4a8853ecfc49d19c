import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  labelSize,
  type LevelMark,
  type PlacedLabel,
  placeLevelLabels,
} from '../../../shared/charts/level-labels.ts'
import { textWidth } from '../../../shared/charts/text-width.ts'

function mark(name: string, percent: number, width: number, bold = false): LevelMark {
  return { name, ending: bold ? ` ${percent}% · target` : ` ${percent}%`, x: (percent / 100) * width, bold }
}

function byName(placed: readonly PlacedLabel[], name: string): PlacedLabel {
  const found = placed.find((each) => each.name === name)
  if (found === undefined) throw new Error(`no label ${name}`)
  return found
}

const presets = (width: number): readonly LevelMark[] => [
  mark('Assist', 80, width),
  mark('Supervised', 95, width),
  mark('Unattended', 99, width, true),
]

describe('the preset levels', () => {
  it('climb like a staircase, each label left of its line', () => {
    const placed = placeLevelLabels(presets(600), 600)
    // Lines at 480, 570 and 594; a label ends 5 before its own.
    expect(byName(placed, 'Assist')).toMatchObject({ text: 'Assist 80%', x: 480, to: 475, row: 0 })
    expect(byName(placed, 'Supervised')).toMatchObject({ text: 'Supervised 95%', to: 565, row: 1 })
    expect(byName(placed, 'Unattended')).toMatchObject({
      text: 'Unattended 99% · target',
      to: 589,
      row: 2,
    })
  })

  it('share a row where they have room', () => {
    const placed = placeLevelLabels([mark('Low', 20, 600), mark('High', 90, 600)], 600)
    expect(placed.map((each) => each.row)).toEqual([0, 0])
  })

  it('near the left end stand right of their lines, the leftmost above the next', () => {
    const placed = placeLevelLabels([mark('Draft', 1, 600), mark('Suggest', 3, 600)], 600)
    // Lines at 6 and 18; "Draft 1%" starts at 11 and would be cut by the second line.
    expect(byName(placed, 'Suggest')).toMatchObject({ from: 23, row: 0 })
    expect(byName(placed, 'Draft')).toMatchObject({ from: 11, row: 1 })
  })

  it('shorten a name that is too long, never the percentage', () => {
    const placed = placeLevelLabels([mark('W'.repeat(100), 50, 600)], 600)
    expect(placed[0]?.text).toMatch(/^W+… 50%$/)
    expect(placed[0]?.from).toBeGreaterThanOrEqual(0)
  })

  it('right of their lines stop at the end of the chart', () => {
    const [placed] = placeLevelLabels([mark('i'.repeat(300), 20, 600)], 600)
    // The line stands at 120, the label from 125; one more letter is 3.24 px.
    expect(placed?.from).toBe(125)
    expect(placed?.to).toBeLessThanOrEqual(600)
    expect(placed?.to).toBeGreaterThan(600 - 3.24)
  })

  it('twelve of them from 50% up all have room on paper', () => {
    const percents = [50, 60, 70, 80, 85, 90, 95, 97, 99, 99.5, 99.9, 99.99]
    const placed = placeLevelLabels(
      percents.map((percent) => mark(`Level with a long name ${percent}`, percent, 652, percent === 99)),
      652,
    )
    expect(placed.filter((each) => each.row < 0)).toEqual([])
  })
})

const word = fc.oneof(
  fc.constantFrom(
    'Assist',
    'Unattended',
    '무인 운영',
    '사람이 확인하는 자동화',
    'W'.repeat(80),
    'i',
    '😀 level',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
)

/** 1 to 12 levels with different names, one of them the target, on a chart of any width. */
const anyChart = fc
  .record({
    width: fc.integer({ min: 220, max: 1400 }),
    names: fc.uniqueArray(word, { minLength: 1, maxLength: 12 }),
    percents: fc.array(
      fc.oneof(
        fc.constantFrom(80, 95, 99, 99.9, 99.99, 50),
        fc.double({ min: 0.1, max: 99.9, noNaN: true }).map((value) => Math.round(value * 10) / 10),
      ),
      { minLength: 12, maxLength: 12 },
    ),
    target: fc.nat(),
  })
  .map(({ width, names, percents, target }) => ({
    width,
    marks: names.map((name, index) =>
      mark(name, percents[index] ?? 50, width, index === target % names.length),
    ),
  }))

/** A level's line runs from the bar up to the row of its label. */
function isCut(label: PlacedLabel, line: PlacedLabel): boolean {
  return line.row >= label.row && line.x > label.from && line.x < label.to
}

function overlap(a: PlacedLabel, b: PlacedLabel): boolean {
  return a.row === b.row && a.from < b.to && b.from < a.to
}

function pairs(labels: readonly PlacedLabel[]): readonly (readonly [PlacedLabel, PlacedLabel])[] {
  return labels.flatMap((a) => labels.filter((b) => b !== a).map((b) => [a, b] as const))
}

describe('any levels', () => {
  it('keep their labels inside the chart, apart from each other and clear of lines', () => {
    fc.assert(
      fc.property(anyChart, ({ marks, width }) => {
        const labelled = placeLevelLabels(marks, width).filter((each) => each.row >= 0)
        expect(labelled.filter((each) => each.from < -1e-6 || each.to > width + 1e-6)).toEqual([])
        expect(
          labelled.filter((each) => each.to - each.from < textWidth(each.text, labelSize) - 1e-6),
        ).toEqual([])
        expect(pairs(labelled).filter(([a, b]) => overlap(a, b))).toEqual([])
        expect(pairs(labelled).filter(([label, line]) => isCut(label, line))).toEqual([])
        expect(labelled.filter((each) => each.from < each.x && each.x < each.to)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('are all there, each once; a label says the name or its beginning, and the whole percentage', () => {
    fc.assert(
      fc.property(anyChart, ({ marks, width }) => {
        const placed = placeLevelLabels(marks, width)
        expect(placed.map((each) => each.name).toSorted()).toEqual(marks.map((each) => each.name).toSorted())
        for (const each of placed.filter(({ row }) => row >= 0)) {
          expect(each.text.endsWith(each.ending.trimStart())).toBe(true)
          const shown = each.text.slice(0, -each.ending.length).replaceAll(/[\u2068\u2069]|…\u2069?$/gu, '')
          expect(each.name.startsWith(shown)).toBe(true)
        }
      }),
    )
  })

  it('always name the target', () => {
    fc.assert(
      fc.property(anyChart, ({ marks, width }) => {
        expect(placeLevelLabels(marks, width).find((each) => each.bold)?.row).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('leave no row empty', () => {
    fc.assert(
      fc.property(anyChart, ({ marks, width }) => {
        const rows = new Set(
          placeLevelLabels(marks, width)
            .map((each) => each.row)
            .filter((row) => row >= 0),
        )
        expect(Math.max(...rows)).toBe(rows.size - 1)
      }),
    )
  })
})
