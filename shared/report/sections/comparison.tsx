import type { ReactElement } from 'react'
import { byReliability, verdictAt } from '../../assessment/index.ts'
import { Forest, frontierOf, Frontier, type FrontierPoint, inOrder, rateText } from '../../charts/index.ts'
import type { ComparedConfiguration, Comparison as Compared } from '../../domain/comparison.ts'
import { isMeasured, type Measured } from '../../domain/measured.ts'
import { formatCount, formatLatency, formatList, formatMoney, formatRequired } from '../../text/numbers.ts'
import { comparisonHeadline, leaderSentence } from '../../text/sentences.ts'
import { counted } from '../../text/words.ts'
import { levelOf, longTable, type ReportContext, textWidthPx } from '../context.ts'
import { shortened } from '../shown-names.ts'
import { partIds } from '../links.tsx'
import { Coloured, Notes, Part, Passage, type Row, Table, VerdictWord } from '../table.tsx'
import { Pair, Standing } from './comparison-pair.tsx'

export interface ComparedProps {
  readonly report: ReportContext
  readonly comparison: Compared
}

function Answer({ report, comparison }: ComparedProps): ReactElement {
  const { translator } = report
  const headline = comparisonHeadline(translator, comparison, levelOf(report))
  const leader = leaderSentence(translator, comparison)
  if (headline === null) return <>{translator.t('report.parts.comparison.tooFew')}</>
  return (
    <>
      <Coloured {...headline} />
      {leader !== null && ` ${leader.lead} ${leader.rest}`}
    </>
  )
}

/** Those that have a row, in order. */
function shownOf({ report, comparison }: ComparedProps): readonly ComparedConfiguration[] {
  const hidden = report.hiddenConfigurations
  return inOrder(comparison.configurations).filter(({ configuration }) => !hidden.includes(configuration))
}

/** Of how many configurations the rows are left out, and that what is said is about all of them. */
function hiddenTexts({ report, comparison }: ComparedProps): readonly string[] {
  const { hiddenConfigurations, translator } = report
  if (hiddenConfigurations.length === 0) return []
  return [
    counted(translator, 'report.parts.comparison.hidden', hiddenConfigurations.length, {
      all: formatCount(translator.language, comparison.configurations.length),
    }),
  ]
}

/** Every configuration's interval against every level. */
function AllOfThem({ report, comparison }: ComparedProps): ReactElement {
  const { task, translator } = report
  const { t, language } = translator
  const level = levelOf(report)
  const title = t('screens.compare.forestTitle')
  return (
    <Passage id="forest" title={title}>
      <p className="note">
        {t('report.parts.comparison.forestNote', {
          alpha: formatRequired(language, comparison.alpha),
          level: level.name,
        })}
        {hiddenTexts({ report, comparison }).map((text) => ` ${text}`)}
      </p>
      <Forest
        title={title}
        rowTitle={t('screens.compare.configuration')}
        rows={shownOf({ report, comparison }).map(({ configuration, reliability }) => ({
          id: configuration,
          name: configuration,
          interval: reliability,
          isLeading: configuration === comparison.leader?.configuration,
        }))}
        levels={task.levels}
        target={level.name}
        translator={translator}
        width={textWidthPx}
        prefix="configurations-forest"
      />
    </Passage>
  )
}

/** The name stands whole in a row of its own. */
const longestBehind = 18

function price(value: Measured, format: (value: number) => string): string {
  return isMeasured(value) ? format(value) : '–'
}

function rowOf(report: ReportContext, each: ComparedConfiguration, point: FrontierPoint | undefined): Row {
  const { t, language } = report.translator
  const isKnown = isMeasured(each.reliability.estimate)
  const standing =
    point?.dominatedBy === null
      ? t('screens.compare.onFrontier')
      : t('screens.compare.behind', {
          name: shortened(point?.dominatedBy ?? '', longestBehind),
        })
  return {
    key: each.configuration,
    cells: [
      each.configuration,
      formatCount(language, each.completeCases),
      isKnown ? rateText(report.translator, each.reliability) : t('report.parts.comparison.unmeasured'),
      isKnown ? (
        <VerdictWord
          key="verdict"
          translator={report.translator}
          verdict={verdictAt(each, levelOf(report).name)}
        />
      ) : (
        '–'
      ),
      price(each.costUsd, (value) => formatMoney(language, value)),
      price(each.latencyMs, (value) => formatLatency(language, value)),
      point === undefined ? '–' : standing,
    ],
  }
}

function SideBySide({ report, comparison }: ComparedProps): ReactElement {
  const { t, language } = report.translator
  // Where each stands is told among all of them, whether they have a row or not.
  const { unit, points } = frontierOf(comparison.configurations)
  const rows = shownOf({ report, comparison }).map((each) =>
    rowOf(
      report,
      each,
      points.find((point) => point.name === each.configuration),
    ),
  )
  const notes = [
    t('screens.compare.aboutLevels', {
      number: formatCount(language, byReliability(comparison.configurations).length),
    }),
    ...(points.length > 0 ? [t(`screens.compare.aboutFrontier.${unit}`)] : []),
  ]
  return (
    <Passage id="configurations" title={t('screens.compare.table')} long={rows.length > longTable}>
      <Table
        labelledBy="configurations"
        columns={[
          { head: t('screens.compare.configuration') },
          { head: t('screens.compare.cases'), align: 'right' },
          { head: t('screens.compare.reliability'), align: 'right' },
          { head: t('report.levels.verdict') },
          { head: t('screens.compare.cost'), align: 'right' },
          { head: t('screens.compare.latency'), align: 'right' },
          { head: t('screens.compare.frontier') },
        ]}
        rows={rows}
      />
      <Notes texts={notes} />
    </Passage>
  )
}

/** What reliability costs, or takes; in words where neither was logged. */
function Price({ report, comparison }: ComparedProps): ReactElement {
  const { task, translator } = report
  const { t, language } = translator
  const { unit, points: all } = frontierOf(comparison.configurations)
  const { maxCostUsd, maxLatencyMs } = task.budget
  const shown = byReliability(shownOf({ report, comparison })).map((each) => each.configuration)
  const points = all.filter((point) => shown.includes(point.name))
  const missing = shown.filter((name) => !points.some((point) => point.name === name))
  const notDrawn = t('screens.compare.notDrawn', { names: formatList(language, missing) })
  if (points.length === 0) {
    return (
      <section>
        <p className="note">{all.length === 0 ? t('screens.compare.noPrice') : notDrawn}</p>
      </section>
    )
  }
  return (
    <Passage id="frontier" title={t(`screens.compare.frontierTitle.${unit}`)}>
      <Frontier
        points={points}
        isPartial={points.length < all.length}
        unit={unit}
        limit={unit === 'cost' ? maxCostUsd : maxLatencyMs}
        level={levelOf(report)}
        translator={translator}
        width={textWidthPx}
        height={points.length > 6 ? 340 : 280}
        prefix="frontier"
      />
      {missing.length > 0 && <p className="note">{notDrawn}</p>}
    </Passage>
  )
}

/** The configurations of the task side by side; not there as long as it has one. */
export function Comparison(report: ReportContext): ReactElement | null {
  const { comparison, translator } = report
  if (comparison === null) return null
  const isMeaningful = byReliability(comparison.configurations).length > 1
  const props = { report, comparison }
  return (
    <Part
      id={partIds.comparison}
      title={translator.t('report.parts.comparison.title')}
      answer={<Answer {...props} />}
    >
      <AllOfThem {...props} />
      <SideBySide {...props} />
      {isMeaningful && <Price {...props} />}
      {isMeaningful && <Pair {...props} />}
      {isMeaningful && <Standing {...props} />}
    </Part>
  )
}
