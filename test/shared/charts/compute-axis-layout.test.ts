import { describe, expect, it } from 'vitest'
import { type ComputeAxisInput, layOutComputeAxis } from '../../../shared/charts/compute-axis-layout.ts'
import { computeAxisReading } from '../../../shared/charts/index.ts'
import { plotLabelSize } from '../../../shared/charts/plot-parts.tsx'
import { textWidth } from '../../../shared/charts/text-width.ts'
import { bandOf, computeInput, figuresOf, series } from './scaling-sample.ts'

const near = (value: number): unknown => expect.closeTo(value, 9)

/** 600 × 270: the plot is 200 high, from 28 to 228; amounts run from 62 to 8 before its right end. */
const layOut = (input: ComputeAxisInput, width = 600) => layOutComputeAxis(input, width, 270)

describe('four amounts from 1 to 64', () => {
  const layout = layOut(computeInput('four amounts'))
  const end = layout.box.right - 8
  // With the curve beyond, up to 512 = 2⁹: 1, 4, 16 and 64 are 0, 2, 4 and 6 of 9 doublings.
  const at = (doublings: number): number => 62 + ((end - 62) * doublings) / 9

  it('stand on a logarithmic axis, as far apart as they are multiples', () => {
    expect(layout.isLogarithmic).toBe(true)
    expect(layout.points.map(({ x }) => x)).toEqual([0, 2, 4, 6].map((each) => near(at(each))))
    expect(layout.ticks.map((each) => each.text)).toEqual(['1', '4', '16', '64', '512'])
  })

  it('stand as high as they are reliable, with their intervals', () => {
    const [first] = layout.points
    expect(layout.points.map(({ y }) => y)).toEqual(
      [0.4, 0.58, 0.66, 0.71].map((each) => near(228 - 200 * each)),
    )
    expect(first?.from).toBeCloseTo(228 - 200 * (first?.point.lower ?? 0), 9)
    expect(first?.to).toBeCloseTo(228 - 200 * (first?.point.upper ?? 0), 9)
  })

  it('are joined by the fit, with its band, and dashed beyond the largest amount', () => {
    expect(layout.fit.match(/[ML]/g)).toHaveLength(4)
    expect(layout.band).not.toBeNull()
    expect(layout.beyond?.zone).toEqual({
      from: near(at(6)),
      to: layout.box.right,
      text: 'extrapolated, decides nothing',
    })
    expect(layout.beyond?.points.map(({ x }) => x)).toEqual([7, 8, 9].map((each) => near(at(each))))
  })

  it('stand where they stood before the band was computed', () => {
    const before = layOut(computeInput('four amounts', false))
    expect(before.points.map(({ x, y }) => [x, y])).toEqual(layout.points.map(({ x, y }) => [x, y]))
    expect([before.band, before.beyond]).toEqual([null, null])
    expect(before.fit).toBe(layout.fit)
  })
})

describe('the axis', () => {
  it('is linear up to a factor of eight, logarithmic from there on', () => {
    expect(layOut(computeInput('two amounts')).isLogarithmic).toBe(false)
    expect(layOut(computeInput('several of one amount')).isLogarithmic).toBe(false)
    const wider = figuresOf('two amounts')
    const points = wider.points.map((each) => ({
      ...each,
      amount: each.amount === 2000 ? 1999 : each.amount,
    }))
    expect(layOut({ ...computeInput('two amounts'), series: { ...wider, points } }).isLogarithmic).toBe(true)
  })

  it('goes no further than what was measured when nothing is drawn beyond', () => {
    const { ticks, beyond } = layOut(computeInput('two amounts'))
    expect(ticks.map((each) => each.text)).toEqual(['2,000', '16,000'])
    expect(beyond).toBeNull()
  })

  it('names as many amounts as have room', () => {
    const texts = layOut(computeInput('twenty amounts'), 300).ticks.map((each) => each.text)
    expect([texts[0], texts.at(-1)]).toEqual(['1', '160'])
    expect(texts.length).toBeLessThan(12)
  })

  it('has a place for a single measured point', () => {
    const layout = layOut(computeInput('one of two measured', false))
    expect(layout.points.map((each) => each.point.configuration)).toEqual(['a'])
    expect(layout.ticks.map((each) => each.text)).toEqual(['1', '8'])
  })
})

describe('names', () => {
  it('stand above their points where there is room, else in turns above and below', () => {
    const above = ({ to, label }: ReturnType<typeof layOut>['points'][number]): boolean =>
      (label?.y ?? 0) < to
    expect(layOut(computeInput('four amounts'), 1200).points.map(above)).toEqual([true, true, true, true])
    expect(layOut(computeInput('four amounts'), 560).points.map(above)).toEqual([true, false, true, false])
  })

  it.each(Object.keys(series))('of %s stay inside, and none covers another', (name) => {
    for (const width of [260, 400, 560, 900, 1600]) {
      const labels = layOut(computeInput(name), width).points.flatMap(({ label }) => {
        if (label === null) return []
        const half = textWidth(label.text, plotLabelSize) / 2
        return [{ ...label, from: label.x - half, to: label.x + half }]
      })
      expect(labels.filter(({ from, to, y }) => from < 0 || to > width || y < 12 || y > 228)).toEqual([])
      const covering = labels.filter((each, index) =>
        labels
          .slice(index + 1)
          .some((other) => each.from < other.to && other.from < each.to && Math.abs(each.y - other.y) < 12),
      )
      expect(covering).toEqual([])
    }
  })

  it('are clear of the line of the level', () => {
    for (const width of [400, 900]) {
      const { points, box } = layOut(computeInput('four amounts'), width)
      const level = box.bottom - 0.9 * (box.bottom - box.top)
      expect(points.filter(({ label }) => label !== null && Math.abs(label.y - 4 - level) < 8)).toEqual([])
    }
  })

  it.each(Object.keys(series))(
    'of %s cover no figure of the axis when they reach out of the plot',
    (name) => {
      for (const width of [260, 400, 560, 672, 900]) {
        const { points, box } = layOut(computeInput(name), width)
        const figures = [0, 25, 50, 75, 100].map(
          (share) => box.bottom - (share / 100) * (box.bottom - box.top),
        )
        const covering = points.flatMap(({ label }) =>
          label !== null && label.x - textWidth(label.text, plotLabelSize) / 2 < box.left - 8
            ? [label.y]
            : [],
        )
        // Letters reach from 9 px above their line to 3 px below it, figures 4 px to either side of the middle.
        expect(
          covering.filter((y) => figures.some((middle) => y - 9 < middle + 4 && y + 3 > middle - 4)),
        ).toEqual([])
      }
    },
  )
})

describe('the reading', () => {
  const { marks, table } = computeAxisReading({ ...computeInput('four amounts'), width: 600, height: 270 })

  it('has the configurations, then the curve beyond, which decides nothing', () => {
    expect(marks.map((each) => each.id)).toEqual([
      ...(series['four amounts'] ?? []).map((each) => each.name),
      'extrapolated 128',
      'extrapolated 256',
      'extrapolated 512',
    ])
    expect(marks[0]?.text).toMatch(/^small, 1 sample, 1 samples: 40% \(\d+–\d+%\), short\.$/)
    // 0.71 + 3 · 0.05, ± 0.1.
    expect(marks[6]?.text).toBe('Extrapolated, decides nothing: 512 samples: 86% (76–96%)')
  })

  it('has points and curve in its table, the largest measured amount once', () => {
    expect(table.columns.map((each) => each.title)).toEqual([
      'Configuration',
      'Compute, samples',
      'Reaches',
      'Interval',
      'Verdict',
    ])
    expect(table.rows.map((each) => `${each[0]} ${each[1]}`)).toEqual([
      'small, 1 sample 1',
      'small, 4 samples 4',
      'small, 16 samples 16',
      'small, 64 samples 64',
      'Fitted curve 1',
      'Fitted curve 4',
      'Fitted curve 16',
      'Fitted curve 64',
      'extrapolated, decides nothing 128',
      'extrapolated, decides nothing 256',
      'extrapolated, decides nothing 512',
    ])
    expect(bandOf(figuresOf('four amounts')).replicates).toBe(1000)
  })
})
