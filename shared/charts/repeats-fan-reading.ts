import type { AtK } from '../domain/assessment.ts'
import { formatCount, formatPercent, formatRequired, supportedDecimals } from '../text/numbers.ts'
import { intervalText } from '../text/words.ts'
import { rateText } from './forest-layout.ts'
import type { ChartMark, ChartReading, ChartTable } from './reading.ts'
import {
  type Curve,
  drawRepeatsFan,
  fanLeft,
  type Point,
  type RepeatsFanInput,
  type RepeatsFanLayout,
} from './repeats-fan-layout.ts'

function pointText({ translator }: RepeatsFanInput, kind: Curve['kind'], point: Point): string {
  const { language, t } = translator
  const { k, estimate, lower, upper } = point
  return t(`screens.frame.reading.${k === 1 ? 'one' : kind}`, {
    k: formatCount(language, k),
    share: formatPercent(language, estimate, supportedDecimals(lower, upper)),
    interval: intervalText(translator, point),
  })
}

/** The points of one curve. At a single attempt both curves are one: the second begins after it. */
function curveMarks(input: RepeatsFanInput, layout: RepeatsFanLayout, curve: Curve): readonly ChartMark[] {
  return curve.points
    .filter((point) => point.k > 1 || curve.kind === 'any')
    .map((point) => ({
      id: `${curve.kind} ${point.k}`,
      x: fanLeft + layout.x(point.k),
      y: layout.y(point.estimate),
      text: pointText(input, curve.kind, point),
    }))
}

function levelText({ level, translator }: RepeatsFanInput): string {
  const required = formatRequired(translator.language, level.required)
  return translator.t('screens.frame.reading.level', { level: level.name, required })
}

function tableOf(input: RepeatsFanInput): ChartTable {
  const { passAt, passAll, level, translator } = input
  const { t, language } = translator
  // Estimate and interval in one cell: the curves often stand in a narrow panel.
  const cell = (at: AtK | undefined): string => (at === undefined ? '–' : rateText(translator, at))
  const required = formatRequired(language, level.required)
  return {
    columns: [
      { title: t('screens.frame.table.attempts'), isFigure: false },
      { title: t('screens.frame.table.any'), isFigure: true },
      { title: t('screens.frame.table.all'), isFigure: true },
    ],
    rows: [
      ...passAt.map((at) => [
        formatCount(language, at.k),
        cell(at),
        cell(passAll.find((each) => each.k === at.k)),
      ]),
      [t('screens.frame.table.level', { level: level.name }), required, required],
    ],
  }
}

/**
 * What can be read off the curves over attempts drawn in this size: any of k along its curve, all of k along its
 * own, then the level.
 */
export function readRepeatsFan(input: RepeatsFanInput, width: number, height: number): ChartReading {
  const layout = drawRepeatsFan(input, width, height)
  if (layout === null) return { marks: [], table: tableOf(input) }
  const level: ChartMark = {
    id: 'level',
    x: fanLeft + layout.plotWidth,
    y: layout.y(input.level.required),
    text: levelText(input),
  }
  return {
    marks: [...layout.curves.flatMap((curve) => curveMarks(input, layout, curve)), level],
    table: tableOf(input),
  }
}
