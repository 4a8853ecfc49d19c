import type { ReactElement } from 'react'
import { scaleLinear } from 'd3-scale'
import type { Interval } from '../domain/assessment.ts'
import { isMeasured } from '../domain/measured.ts'
import { formatCount, formatPoints, formatPointsInterval, supportedDecimals } from '../text/numbers.ts'
import { undirected } from '../text/sentence.ts'
import type { Translator } from '../text/translator.ts'
import { measuredText } from '../text/words.ts'
import { labelSize } from './level-labels.ts'
import { palette, px } from './palette.ts'
import type { ChartReading } from './reading.ts'
import { fitName, textWidth } from './text-width.ts'

export interface DifferenceInput {
  readonly first: string
  readonly second: string
  /** First minus second, in [−1, 1]. */
  readonly difference: Interval
  readonly translator: Translator
}

export interface DifferenceProps extends DifferenceInput {
  readonly width: number
  /** Makes the ids of this drawing unique on its page. */
  readonly prefix: string
}

const side = 14
const rowY = 44
const axisY = 62
const height = 84
const narrowest = 200

/** As far to either side as the interval reaches, up to the next tenth. */
export function differenceReach({ lower, upper }: Interval): number {
  return Math.max(0.1, Math.min(1, Math.ceil(Math.round(Math.max(-lower, upper) * 1e6) / 1e5) / 10))
}

function scaleOf(difference: Interval, width: number) {
  const reach = differenceReach(difference)
  // The side a point stands on is the one that is better: the first is on the left, where it is written.
  return scaleLinear([reach, -reach], [side, width - side])
}

function differenceText({ difference, translator }: DifferenceInput): string {
  const { language } = translator
  const { estimate, lower, upper } = difference
  return translator.t('screens.compare.rate', {
    estimate: measuredText(translator, estimate, (value) =>
      formatPoints(language, value, supportedDecimals(lower, upper)),
    ),
    interval: formatPointsInterval(language, lower, upper),
  })
}

/** What can be read off the drawing of a difference. */
export function readDifference(input: DifferenceInput, width: number): ChartReading {
  const { difference, translator, first, second } = input
  const { language, t } = translator
  const { estimate, lower, upper } = difference
  const text = differenceText(input)
  return {
    marks: isMeasured(estimate)
      ? [{ id: 'difference', x: scaleOf(difference, Math.max(narrowest, width))(estimate), y: rowY, text }]
      : [],
    table: {
      columns: [
        { title: t('screens.compare.pair'), isFigure: false },
        { title: t('screens.compare.difference'), isFigure: true },
        { title: t('screens.compare.interval'), isFigure: true },
      ],
      rows: [
        [
          t('screens.compare.minus', { first, second }),
          measuredText(translator, estimate, (value) =>
            formatPoints(language, value, supportedDecimals(lower, upper)),
          ),
          isMeasured(estimate) ? formatPointsInterval(language, lower, upper) : '–',
        ],
      ],
    },
  }
}

/** "20" on either side of 0: which side is whose is written above. */
function Axis({
  reach,
  x,
  translator,
}: {
  readonly reach: number
  readonly x: (value: number) => number
  readonly translator: Translator
}): ReactElement {
  return (
    <g fontSize={11.5} fill={palette.tertiary}>
      <line
        x1={px(x(reach))}
        x2={px(x(-reach))}
        y1={axisY + 0.5}
        y2={axisY + 0.5}
        stroke={palette.lineStrong}
      />
      {[reach, reach / 2, 0, -reach / 2, -reach].map((tick) => (
        <g key={tick}>
          <line x1={px(x(tick))} x2={px(x(tick))} y1={axisY} y2={axisY + 4} stroke={palette.lineStrong} />
          <text x={px(x(tick))} y={axisY + 17} textAnchor="middle">
            {formatCount(translator.language, Math.abs(tick) * 100)}
          </text>
        </g>
      ))}
    </g>
  )
}

/** The difference of two configurations around zero: the side it lies on is the more reliable one. */
export function Difference(props: DifferenceProps): ReactElement | null {
  const { difference, translator, prefix, first, second } = props
  const { t } = translator
  const width = Math.max(narrowest, props.width)
  const { estimate, lower, upper } = difference
  if (!isMeasured(estimate)) return null
  const x = scaleOf(difference, width)
  const reach = differenceReach(difference)
  const ids = { title: `${prefix}-title`, description: `${prefix}-description` }
  const sideName = (key: 'leftBetter' | 'rightBetter', name: string): string => {
    const room = width / 2 - 12 - textWidth(t(`screens.compare.${key}`, { name: '' }), labelSize)
    return t(`screens.compare.${key}`, { name: fitName(undirected(name), '', room, labelSize) })
  }
  return (
    <svg
      className="difference"
      role="img"
      aria-labelledby={`${ids.title} ${ids.description}`}
      viewBox={`0 0 ${px(width)} ${height}`}
      width={px(width)}
      height={height}
      fontSize={labelSize}
    >
      <title id={ids.title}>{t('screens.compare.differenceTitle')}</title>
      <desc id={ids.description}>
        {t('screens.compare.differenceDescription', { first, second, difference: differenceText(props) })}
      </desc>
      <text x={0} y={13} fill={palette.secondary}>
        {sideName('leftBetter', first)}
      </text>
      <text x={px(width)} y={13} textAnchor="end" fill={palette.secondary}>
        {sideName('rightBetter', second)}
      </text>
      <line x1={px(x(0))} x2={px(x(0))} y1={22} y2={axisY} stroke={palette.ink} strokeWidth={2} />
      <path
        d={`M${px(x(upper))} ${rowY - 4}v8M${px(x(lower))} ${rowY - 4}v8M${px(x(upper))} ${rowY}H${px(x(lower))}`}
        stroke={palette.passes}
        strokeWidth={2}
        fill="none"
      />
      <circle cx={px(x(estimate))} cy={rowY} r={4.5} fill={palette.passes} stroke={palette.panel} />
      <Axis reach={reach} x={x} translator={translator} />
    </svg>
  )
}
