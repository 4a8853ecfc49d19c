import { describe, expect, it } from 'vitest'
import { assess } from '../../../shared/assessment/index.ts'
import { type ComputeAxisInput, layOutComputeAxis } from '../../../shared/charts/compute-axis-layout.ts'
import { computeAxisReading } from '../../../shared/charts/index.ts'
import { type Box, overlaps } from '../../../shared/charts/place-labels.ts'
import { plotLabelSize } from '../../../shared/charts/plot-parts.tsx'
import { textWidth } from '../../../shared/charts/text-width.ts'
import { completeTask } from '../../../shared/domain/task.ts'
import { cases, seriesInput } from '../assessment/series.ts'
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

interface Written {
  readonly name: string
  readonly text: string
  readonly box: Box
}

/** Letters reach from 9 px over their line to 3 px under it. */
function written({ points }: ReturnType<typeof layOut>): readonly Written[] {
  return points.flatMap(({ point, label }) => {
    if (label === null) return []
    const width = textWidth(label.text, plotLabelSize)
    const left = label.x - { start: 0, middle: width / 2, end: width }[label.anchor]
    const box = { left, right: left + width, top: label.y - 9, bottom: label.y + 3 }
    return [{ name: point.configuration, text: label.text, box }]
  })
}

/** Twelve that differ at the end of their names, ever nearer to the level. */
const thinking = Array.from({ length: 12 }, (_, index) => ({
  name: `model-x think ${2 ** index}`,
  amount: 2 ** index,
  passes: cases([55 + 4 * index, 1], [45 - 4 * index, 0]),
}))

function twelveInput(configuration: string): ComputeAxisInput {
  const task = completeTask({ name: 'a', plannedRepeats: 1, levels: [{ name: 'Ready', required: 0.9 }] })
  const { scaling } = assess({ task, ...seriesInput(thinking) })
  if ('notMeasured' in scaling) throw new Error(scaling.notMeasured)
  return { ...computeInput('four amounts'), series: scaling, configuration, band: bandOf(scaling) }
}

const inputs: Readonly<Record<string, ComputeAxisInput>> = {
  ...Object.fromEntries(Object.keys(series).map((name) => [name, computeInput(name)])),
  'twelve that differ at the end': twelveInput('model-x think 256'),
}

describe.each(Object.entries(inputs))('names of %s', (_, input) => {
  const layouts = [260, 400, 560, 672, 900, 1600].map((width) => layOut(input, width))

  it('stay inside, and none covers another', () => {
    for (const layout of layouts) {
      const boxes = written(layout).map(({ box }) => box)
      for (const [index, box] of boxes.entries()) {
        expect(box.left).toBeGreaterThanOrEqual(0)
        expect(box.right).toBeLessThanOrEqual(layout.box.right + 0.01)
        expect(box.top).toBeGreaterThanOrEqual(layout.box.top - 12)
        expect(box.bottom).toBeLessThanOrEqual(layout.box.bottom)
        expect(boxes.slice(index + 1).filter((other) => overlaps(box, other))).toEqual([])
      }
    }
  })

  it('cover no point with its interval, nor the line of the level, nor a figure of the axis', () => {
    for (const { points, box: plot, ...layout } of layouts) {
      const y = (share: number): number => plot.bottom - share * (plot.bottom - plot.top)
      const solid = [
        ...points.map(({ x, from, to }) => ({ left: x - 4, right: x + 4, top: to, bottom: from })),
        ...points.map((each) => ({
          left: each.x - 4,
          right: each.x + 4,
          top: each.y - 4,
          bottom: each.y + 4,
        })),
        { left: plot.left, right: plot.right, top: y(0.9) - 1, bottom: y(0.9) + 1 },
        ...[0, 0.25, 0.5, 0.75, 1].map((share) => ({
          left: 0,
          right: plot.left - 8,
          top: y(share) - 4,
          bottom: y(share) + 4,
        })),
      ]
      for (const { text, box } of written({ points, box: plot, ...layout })) {
        expect([text, solid.filter((each) => overlaps(box, each))]).toEqual([text, []])
      }
    }
  })

  it('are told apart, and that of the configuration that is looked at is among them', () => {
    for (const layout of layouts) {
      const texts = written(layout).map(({ text }) => text)
      expect(new Set(texts).size).toBe(texts.length)
    }
    // Twelve points in a hundred pixels stand too close to say which is whose.
    for (const layout of layouts.slice(1)) {
      expect(written(layout).map(({ name }) => name)).toContain(input.configuration)
    }
  })
})

describe('names that differ at their end', () => {
  it('are whole, or without what all of them begin with', () => {
    for (const { name, text } of written(layOut(twelveInput('model-x think 1'), 672))) {
      expect([name, name.replace('model-x think ', '…')]).toContain(text)
    }
    expect(written(layOut(twelveInput('model-x think 1'), 672)).length).toBeGreaterThanOrEqual(8)
  })
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
