import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type GapBarInput,
  type GapBarLayout,
  gapShares,
  labelSize,
  layOutGapBar,
} from '../../../shared/charts/gap-bar-layout.ts'
import { textWidth } from '../../../shared/charts/text-width.ts'
import { languages } from '../../../shared/domain/settings.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { assessmentOf, gapBarInput } from './sample.ts'

const translator = translatorFor('en')

/** Published: 42% pass, 30% are flaky, 28% never solved in 4; the interval as 27–59%. */
const tauBench: GapBarInput = {
  ...gapBarInput(assessmentOf('τ-bench')),
  reliability: { estimate: 0.42, lower: 0.27, upper: 0.59 },
}

function withShares(reliable: number, flaky: number, neverSolved: number, k = 4): GapBarInput {
  return {
    ...tauBench,
    gapBar: { reliable, flaky, neverSolved, k },
    reliability: {
      estimate: reliable,
      lower: Math.max(0, reliable - 0.2),
      upper: Math.min(1, reliable + 0.2),
    },
  }
}

/** The same up to rounding. */
function near(value: number): unknown {
  return expect.closeTo(value, 9)
}

function half(text = ''): number {
  return textWidth(text, labelSize) / 2
}

function whiskerAt(lower: number, upper: number): GapBarLayout['whisker'] {
  const estimate = (lower + upper) / 2
  return layOutGapBar({ ...tauBench, reliability: { estimate, lower, upper } }, 600).whisker
}

describe('gpt-4o on τ-bench, 600 px wide', () => {
  const { segments, whisker, levels } = layOutGapBar(tauBench, 600)

  it('has three segments: 0.42, 0.30 and 0.28 of 600', () => {
    expect(segments).toEqual([
      expect.objectContaining({ kind: 'passes', x: 0, label: '42% passes', labelX: 126, inside: true }),
      expect.objectContaining({ kind: 'flaky', label: '30% flaky', inside: true }),
      expect.objectContaining({ kind: 'neverSolved', label: '28% never in 4', inside: true }),
    ])
    expect(segments?.map((each) => each.x)).toEqual([0, near(252), near(432)])
    expect(segments?.map((each) => each.width)).toEqual([near(252), near(180), near(168)])
    expect(segments?.[1]?.labelX).toBeCloseTo(342, 9)
  })

  it('has the interval from 162 to 354 around 252, its label 8 px to the right', () => {
    expect(whisker).toEqual({
      from: near(162),
      to: near(354),
      middle: near(252),
      label: '27–59%',
      labelX: near(362),
      anchor: 'start',
    })
  })

  it('has level lines at 480, 570 and 594, the target in bold', () => {
    expect(levels.map(({ name, x, bold }) => [name, Math.round(x * 1e6) / 1e6, bold])).toEqual([
      ['Assist', 480, false],
      ['Supervised', 570, false],
      ['Unattended', 594, true],
    ])
    expect(levels.find((each) => each.bold)?.text).toBe('Unattended 99% · target')
  })
})

describe('a label that a level line would cross', () => {
  it('moves into the roomiest stretch between lines: from 640 to 760, middle 700', () => {
    const never = layOutGapBar(tauBench, 800).segments?.[2]
    // The segment's own middle is 688: between the lines too, but only 48 from the first.
    expect(never?.labelX).toBeCloseTo(688, 9)
    const low = { ...tauBench, levels: [{ name: 'Low', required: 0.86 }], target: 'Low' }
    // One line at 688, through the middle: 576 to 688 is as wide as 688 to 800, and comes first.
    expect(layOutGapBar(low, 800).segments?.[2]?.labelX).toBeCloseTo(632, 9)
  })

  it('stays in the middle when no stretch has room', () => {
    const levels = [0.75, 0.8, 0.86, 0.9, 0.95].map((required) => ({ name: String(required), required }))
    const crowded = layOutGapBar({ ...tauBench, levels, target: '0.86' }, 800)
    expect(crowded.segments?.[2]?.labelX).toBeCloseTo(688, 9)
  })
})

describe('labels that do not fit into their segment', () => {
  it('stand under the bar, apart from each other', () => {
    const { segments } = layOutGapBar(withShares(0.94, 0.03, 0.03), 600)
    expect(segments?.map((each) => each.inside)).toEqual([true, false, false])
    expect(segments?.map((each) => each.row)).toEqual([0, 0, 0])
    const [, flaky, never] = segments ?? []
    // Pushed back from the right end, 10 px apart.
    expect(never?.labelX).toBeCloseTo(600 - half(never?.label), 9)
    expect(flaky?.labelX).toBeCloseTo(600 - 2 * half(never?.label) - 10 - half(flaky?.label), 9)
  })

  it('have a row each where one row is too short for them', () => {
    const { segments } = layOutGapBar(withShares(0.3, 0.3, 0.4), 180)
    expect(segments?.map((each) => each.inside)).toEqual([false, false, false])
    expect(segments?.map((each) => each.row)).toEqual([0, 1, 2])
  })
})

describe('parts that are empty', () => {
  it.each([
    ['all pass', 1, 0, 0, ['100% passes']],
    ['all fail', 0, 0, 1, ['100% never in 4']],
    ['never solved nothing', 0.5, 0.5, 0, ['50% passes', '50% flaky']],
  ])('%s', (_, reliable, flaky, never, labels) => {
    const { segments } = layOutGapBar(withShares(reliable, flaky, never), 600)
    expect(segments?.map((each) => each.label)).toEqual(labels)
  })

  it('without a complete case there is no bar, and the levels stand', () => {
    const empty = layOutGapBar(gapBarInput(assessmentOf('no case')), 600)
    expect(empty.segments).toBeNull()
    expect(empty.whisker).toBeNull()
    expect(empty.levels).toHaveLength(3)
    expect(gapShares(gapBarInput(assessmentOf('no case')))).toBeNull()
  })
})

describe('the label of the interval', () => {
  it('stands right, else left, else under the middle', () => {
    expect(whiskerAt(0, 0.5)).toMatchObject({ anchor: 'start', labelX: 308 })
    expect(whiskerAt(0.5, 1)).toMatchObject({ anchor: 'end', labelX: 292 })
    expect(whiskerAt(0, 1)).toMatchObject({ anchor: 'middle', labelX: 300 })
  })
})

/** Three shares that add up to 1, an interval around the first, and any width. */
const anyBar = fc
  .record({
    cuts: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    reach: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    width: fc.integer({ min: 220, max: 1380 }),
    k: fc.integer({ min: 1, max: 1000 }),
    language: fc.constantFrom(...languages),
  })
  .map(({ cuts, reach, width, k, language }) => {
    const [reliable, solved] = [Math.min(...cuts), Math.max(...cuts)]
    const reliability = {
      estimate: reliable,
      lower: reliable * reach[0],
      upper: reliable + (1 - reliable) * reach[1],
    }
    const gapBar = { reliable, flaky: solved - reliable, neverSolved: 1 - solved, k }
    return { width, input: { ...tauBench, gapBar, reliability, translator: translatorFor(language) } }
  })

const inside = (from: number, to: number, width: number): boolean => from >= -1e-6 && to <= width + 1e-6

describe('any bar', () => {
  it('is filled exactly by its segments, each label inside its segment or under the bar, apart from the others', () => {
    fc.assert(
      fc.property(anyBar, ({ input, width }) => {
        const segments = layOutGapBar(input, width).segments ?? []
        expect(segments.reduce((sum, each) => sum + each.width, 0)).toBeCloseTo(width, 6)
        const labels = segments.map((each) => {
          return { ...each, from: each.labelX - half(each.label), to: each.labelX + half(each.label) }
        })
        expect(labels.filter((each) => !inside(each.from, each.to, width))).toEqual([])
        const within = labels.filter((each) => each.inside)
        expect(within.filter((each) => !inside(each.from - each.x, each.to - each.x, each.width))).toEqual([])
        const under = labels.filter((each) => !each.inside)
        const covered = under.filter((a) =>
          under.some((b) => a !== b && a.row === b.row && a.from < b.to && b.from < a.to),
        )
        expect(covered).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('has the label of its interval inside the chart, and clear of the interval beside it', () => {
    fc.assert(
      fc.property(anyBar, ({ input, width }) => {
        const { whisker } = layOutGapBar(input, width)
        if (whisker === null) throw new Error('no interval')
        const size = textWidth(whisker.label, labelSize)
        const start = { start: 0, middle: size / 2, end: size }[whisker.anchor]
        const [from, to] = [whisker.labelX - start, whisker.labelX - start + size]
        expect(inside(from, to, width)).toBe(true)
        expect(whisker.anchor === 'middle' || from >= whisker.to || to <= whisker.from).toBe(true)
        expect([whisker.from, whisker.middle, whisker.to]).toEqual(
          [whisker.from, whisker.middle, whisker.to].toSorted((a, b) => a - b),
        )
      }),
      { numRuns: 400 },
    )
  })
})

describe('the words of a bar', () => {
  it('carry the decimals that the interval supports, and the tries', () => {
    const sure = {
      ...withShares(0.974, 0.02, 0.006, 1000),
      reliability: { estimate: 0.974, lower: 0.97, upper: 0.978 },
    }
    expect(gapShares(sure)?.map((each) => each.label)).toEqual([
      '97.40% passes',
      '2.00% flaky',
      '0.60% never in 1,000',
    ])
    expect(gapShares({ ...tauBench, translator: translatorFor('ko') })?.map((each) => each.label)).toEqual([
      '통과 42%',
      '불안정 30%',
      '4회 모두 실패 28%',
    ])
    expect(translator.t('verdict.charts.target')).toBe('target')
  })
})
