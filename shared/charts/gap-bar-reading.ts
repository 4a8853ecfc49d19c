import { isMeasured } from '../domain/measured.ts'
import { formatCount, formatPercent, formatRequired, supportedDecimals } from '../text/numbers.ts'
import { undirected } from '../text/sentence.ts'
import { estimateText, intervalText, measuredText } from '../text/words.ts'
import {
  barHeight,
  barWidth,
  type Frame,
  frameOf,
  type GapBarInput,
  labelSize,
  layOutGapBar,
  rowHeight,
  type Segment,
  side,
  type Whisker,
} from './gap-bar-layout.ts'
import type { PlacedLabel } from './level-labels.ts'
import type { ChartMark, ChartReading, ChartTable } from './reading.ts'

function segmentMark(input: GapBarInput, segment: Segment, frame: Frame): ChartMark {
  const { t } = input.translator
  const { kind, label } = segment
  const values = { label, interval: intervalText(input.translator, input.reliability) }
  const box = { x: side + segment.x, y: frame.bar, width: segment.width, height: barHeight }
  return {
    id: kind,
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    box,
    text: t(`screens.frame.reading.${kind}`, values),
  }
}

function whiskerMark(input: GapBarInput, whisker: Whisker, frame: Frame): ChartMark {
  const { translator, reliability } = input
  const values = { share: estimateText(translator, reliability), interval: whisker.label }
  return {
    id: 'interval',
    x: side + whisker.middle,
    y: frame.whisker,
    text: translator.t('screens.frame.reading.reliability', values),
  }
}

/** At its label, or where a level without one crosses the upper edge of the bar. */
function levelMark(input: GapBarInput, level: PlacedLabel, frame: Frame): ChartMark {
  const required = input.levels.find((each) => undirected(each.name) === level.name)?.required ?? 0
  const text = input.translator.t('screens.frame.reading.level', {
    level: level.name,
    required: formatRequired(input.translator.language, required),
  })
  const mark = { id: `level ${level.name}`, text }
  if (level.row < 0) return { ...mark, x: side + level.x, y: frame.bar }
  const baseline = frame.bar - 8 - level.row * rowHeight
  // A little wider where the words end at their line: a ring around them must not touch them.
  const isLeft = level.to <= level.x
  const box = {
    x: side + level.from - (isLeft ? 0 : 2),
    y: baseline - labelSize + 1,
    width: level.to - level.from + 2,
    height: labelSize + 2,
  }
  return { ...mark, x: box.x + box.width / 2, y: box.y + box.height / 2, box }
}

/** The three parts with the interval of the first, then what each level requires. */
function tableOf({ gapBar, reliability, levels, translator }: GapBarInput): ChartTable {
  const { t, language } = translator
  const decimals = supportedDecimals(reliability.lower, reliability.upper)
  const part = (value: typeof gapBar.flaky): string =>
    measuredText(translator, value, (share) => formatPercent(language, share, decimals))
  const k = formatCount(language, gapBar.k)
  const interval = isMeasured(reliability.estimate) ? intervalText(translator, reliability) : '–'
  return {
    columns: [
      { title: t('screens.frame.table.part'), isFigure: false },
      { title: t('screens.frame.table.share'), isFigure: true },
      { title: t('screens.frame.table.interval'), isFigure: true },
    ],
    rows: [
      [t('screens.frame.table.passes'), part(gapBar.reliable), interval],
      [t('screens.frame.table.flaky'), part(gapBar.flaky), '–'],
      [t('screens.frame.table.neverSolved', { k }), part(gapBar.neverSolved), '–'],
      ...levels.map(({ name, required }) => [
        t('screens.frame.table.level', { level: name }),
        formatRequired(language, required),
        '–',
      ]),
    ],
  }
}

/** What can be read off a gap bar drawn in this width: its parts, the interval, the levels from left to right. */
export function readGapBar(input: GapBarInput, width: number): ChartReading {
  const layout = layOutGapBar(input, barWidth(width))
  const frame = frameOf(layout)
  return {
    marks: [
      ...(layout.segments ?? []).map((each) => segmentMark(input, each, frame)),
      ...(layout.whisker === null ? [] : [whiskerMark(input, layout.whisker, frame)]),
      ...layout.levels.toSorted((a, b) => a.x - b.x).map((each) => levelMark(input, each, frame)),
    ],
    table: tableOf(input),
  }
}
