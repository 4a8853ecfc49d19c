import type { ReactElement } from 'react'
import { shortlist } from '../../assessment/index.ts'
import type { Assessment, Strategy } from '../../domain/assessment.ts'
import { isMeasured, type Measured } from '../../domain/measured.ts'
import { formatCount, formatNumber } from '../../text/numbers.ts'
import { bestStrategy, strategyName } from '../../text/sentences.ts'
import { type ReportContext, shortEstimate } from '../context.ts'
import type { PanelContext } from '../links.tsx'
import { close, linesOf, panelWidthPx, rowsHeight } from '../page-one-room.ts'
import { type Row, Section, Table } from '../table.tsx'

function attempts(report: ReportContext, value: Measured): string {
  return isMeasured(value) ? formatNumber(report.translator.language, value, 2) : '–'
}

/** Page one has room for this many ways of spending more compute. */
const shownWays = 3

function keyOf({ strategy, k, configuration }: Strategy): string {
  return `${strategy} ${k} ${configuration}`
}

/** What the title or an action names, by its key: it has its row. */
function namedWays({ strategies, chosen, nextSteps }: Assessment['bottleneck']): ReadonlySet<string> {
  const stepped = nextSteps.flatMap((step) => ('strategy' in step ? [step.strategy] : []))
  const best = bestStrategy(strategies.filter((each) => each.feasible))
  return new Set([chosen ?? [], stepped, best ?? []].flat().map(keyOf))
}

/** Those that are named, then those that the budget allows, then those that reach most. */
function bestWays({ bottleneck }: Assessment): readonly Strategy[] {
  const { strategies } = bottleneck
  const named = namedWays(bottleneck)
  const listed = new Set([...shortlist({ bottleneck }).map(keyOf), ...named])
  const rank = (each: Strategy): number => {
    const place = named.has(keyOf(each)) ? 4 : 0
    return place + (each.feasible ? 2 : 0) + (isMeasured(each.estimate) ? each.estimate : -1)
  }
  const ways = strategies.filter((each) => listed.has(keyOf(each)))
  const best = new Set(ways.toSorted((a, b) => rank(b) - rank(a)).slice(0, shownWays))
  return ways.filter((each) => best.has(each))
}

/** "Majority of 3, over budget". */
function wayName({ translator }: ReportContext, way: Strategy): string {
  const name = strategyName(translator, way)
  return way.feasible ? name : translator.t('report.compute.overBudget', { name })
}

/** One attempt, the best of each way of spending more, and what no verifier could better. */
function computeRows(report: ReportContext): readonly Row[] {
  const { assessment, translator } = report
  const { t, language } = translator
  const { ceiling } = assessment.bottleneck
  const strategies = bestWays(assessment).map((each) => ({
    key: keyOf(each),
    cells: [wayName(report, each), shortEstimate(translator, each), attempts(report, each.expectedAttempts)],
  }))
  const asIs = {
    key: 'as-is',
    cells: [t('verdict.strategy.asIs'), shortEstimate(translator, assessment.reliability), '1'],
  }
  const perfect = {
    key: 'perfect',
    cells: [
      t('verdict.strategy.perfectVerifier', { k: formatCount(language, ceiling.k) }),
      shortEstimate(translator, ceiling),
      attempts(report, ceiling.expectedAttempts),
    ],
  }
  const noVerifier = {
    key: 'none',
    cells: [t('report.compute.noVerifier'), t('report.compute.notLogged'), '–'],
  }
  const verifierLogged = Array.isArray(assessment.repeats.retry)
  return [asIs, ...strategies, ...(ceiling.k > 1 ? [perfect] : []), ...(verifierLogged ? [] : [noVerifier])]
}

export function MoreCompute({ more, ...report }: PanelContext): ReactElement {
  const { t } = report.translator
  return (
    <Section id="compute" title={t('report.compute.title')} more={more}>
      <Table
        labelledBy="compute"
        columns={[
          { head: t('report.compute.strategy') },
          { head: t('report.compute.reaches'), align: 'right' },
          { head: t('report.compute.attempts'), align: 'right' },
        ]}
        rows={computeRows(report)}
      />
    </Section>
  )
}

export function computeHeight(report: ReportContext): number {
  const room = panelWidthPx - figuresWidth
  const names = computeRows(report).map(({ cells: [name] }) => (typeof name === 'string' ? name : ''))
  return close.section + close.head + rowsHeight(names.map((name) => linesOf(name, room)))
}

/** Of the two columns beside the names, px. */
const figuresWidth = 124
