import type { ReactElement } from 'react'
import { Difference } from '../../charts/index.ts'
import type { Comparison, PairComparison } from '../../domain/comparison.ts'
import { isMeasured } from '../../domain/measured.ts'
import { formatCount, formatRequired } from '../../text/numbers.ts'
import { comparisonTexts } from '../../text/sentences.ts'
import { countedAbout } from '../../text/words.ts'
import { longTable, moreCasesText, type ReportContext, textWidthPx } from '../context.ts'
import { Notes, Passage, Table } from '../table.tsx'
import type { ComparedProps } from './comparison.tsx'

function strictness({ translator }: ReportContext, { alpha, comparisons }: Comparison): string {
  const { t, language } = translator
  const at = formatRequired(language, alpha)
  return comparisons === 1
    ? t('screens.compare.uncorrected', { alpha: at })
    : t('screens.compare.corrected', { alpha: at, number: formatCount(language, comparisons) })
}

function neededTexts(
  { translator }: ReportContext,
  { casesNeeded, sharedCases }: PairComparison,
): readonly string[] {
  if (casesNeeded === null || sharedCases === 0) return []
  return isMeasured(casesNeeded)
    ? [countedAbout(translator, 'screens.compare.casesNeeded', casesNeeded)]
    : [translator.t('screens.compare.notReachable')]
}

/** The configuration of the report beside the most reliable other one. */
export function Pair({ report, comparison }: ComparedProps): ReactElement | null {
  const { pair, hiddenConfigurations, translator } = report
  const { t } = translator
  if (pair === null) {
    return (
      <Passage id="pair" title={t('screens.compare.pairTitle')}>
        <p className="note">{t('report.parts.comparison.pairNone')}</p>
      </Passage>
    )
  }
  if ([pair.first, pair.second].some((name) => hiddenConfigurations.includes(name))) return null
  const [told = '', ...rest] = comparisonTexts(translator, pair)
  const isDrawn = isMeasured(pair.difference.estimate)
  return (
    <Passage id="pair" title={t('screens.compare.pairTitle')}>
      <p className="note">{t('report.parts.comparison.pairLead')}</p>
      <p>
        <span className="strong">{told}</span>
      </p>
      <Notes texts={[...neededTexts(report, pair), ...rest]} />
      <Difference
        first={pair.first}
        second={pair.second}
        difference={pair.difference}
        translator={translator}
        width={textWidthPx}
        prefix="difference"
      />
      <Notes
        texts={[...(isDrawn ? [t('screens.compare.differenceAside')] : []), strictness(report, comparison)]}
      />
    </Passage>
  )
}

type Against = NonNullable<Comparison['leader']>['against'][number]

/** Of the other one, whose row it is. */
const standings = { better: 'behind', worse: 'ahead', 'more-evidence': 'open' } as const satisfies Record<
  Against['verdict'],
  string
>

/** Each other configuration against the one that passes most often; with two, the pair has said it. */
export function Standing({ report, comparison }: ComparedProps): ReactElement | null {
  const { leader } = comparison
  const { t, language } = report.translator
  if (leader === null || leader.against.length < 2) return null
  const shown = leader.against.filter((each) => !report.hiddenConfigurations.includes(each.configuration))
  if (shown.length === 0) return null
  return (
    <Passage id="standing" title={t('report.parts.comparison.standing')} long={shown.length > longTable}>
      <p className="note">{t('report.parts.comparison.standingNote', { name: leader.configuration })}</p>
      <Table
        labelledBy="standing"
        columns={[
          { head: t('screens.compare.configuration') },
          { head: t('report.parts.comparison.shared'), align: 'right' },
          { head: t('report.parts.comparison.against') },
          { head: t('report.parts.comparison.needed'), align: 'right' },
        ]}
        rows={shown.map((each) => ({
          key: each.configuration,
          cells: [
            each.configuration,
            formatCount(language, each.sharedCases),
            t(`report.parts.comparison.${standings[each.verdict]}`),
            moreCasesText(report.translator, each.casesNeeded),
          ],
        }))}
      />
    </Passage>
  )
}
