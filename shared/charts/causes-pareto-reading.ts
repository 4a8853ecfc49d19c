import {
  type CausesParetoInput,
  layOutCausesPareto,
  paretoBarHeight,
  paretoBarTop,
} from './causes-pareto-layout.ts'
import type { ChartReading } from './reading.ts'

/** What can be read off the drawing of this width. */
export function readCausesPareto(input: CausesParetoInput, width: number): ChartReading {
  const { t } = input.translator
  const { rows, heads } = layOutCausesPareto(input, width)
  return {
    marks: rows.map(({ cause, name, lever, failures, share, cumulative, barWidth, y }) => ({
      id: cause ?? '',
      x: barWidth,
      y: y + paretoBarTop + paretoBarHeight / 2,
      box: { x: 0, y: y + paretoBarTop, width: barWidth, height: paretoBarHeight },
      text: t(`verdict.pareto.${lever === null ? 'markUnlabelled' : 'mark'}`, {
        name,
        failures,
        share,
        cumulative,
        lever: lever ?? '',
      }),
    })),
    table: {
      columns: [
        { title: t('verdict.pareto.cause'), isFigure: false },
        { title: heads.failures, isFigure: true },
        { title: heads.share, isFigure: true },
        { title: heads.cumulative, isFigure: true },
        { title: t('verdict.pareto.lever'), isFigure: false },
      ],
      rows: rows.map(({ name, failures, share, cumulative, lever }) => [
        name,
        failures,
        share,
        cumulative,
        lever ?? '–',
      ]),
    },
  }
}
