import type { ReactNode } from 'react'
import { shortlist } from '../../../shared/assessment/index.ts'
import type { Interval } from '../../../shared/domain/assessment.ts'
import { isMeasured, type Measured } from '../../../shared/domain/measured.ts'
import { formatCount, formatNumber } from '../../../shared/text/numbers.ts'
import { estimateText, intervalText, priceText, strategyName } from '../../../shared/text/sentences.ts'
import { useTranslator } from '../../app/language.ts'
import { Hidden } from '../../components/Hidden.tsx'
import { Panel } from '../../components/Panel.tsx'
import styles from './FigureTable.module.css'
import type { PanelProps } from './VerdictView.tsx'

interface Row {
  readonly key: string
  readonly name: string
  readonly reaches: Interval | null
  readonly attempts: Measured
  readonly price: string | null
}

function useRows({ assessment }: PanelProps): readonly Row[] {
  const translator = useTranslator()
  const { t, language } = translator
  const { ceiling } = assessment.bottleneck
  const asIs: Row = {
    key: 'as-is',
    name: t('verdict.strategy.asIs'),
    reaches: assessment.reliability,
    attempts: 1,
    price: priceText(translator, { costUsd: assessment.cost.meanUsd, latencyMs: assessment.latency.meanMs }),
  }
  const strategies = shortlist(assessment).map((each): Row => {
    const price = priceText(translator, each)
    const over = each.feasible ? [] : [t('screens.verdict.overBudget')]
    return {
      key: `${each.strategy} ${each.configuration}`,
      name: strategyName(translator, each),
      reaches: each,
      attempts: each.expectedAttempts,
      price:
        price === null && over.length === 0 ? null : [...(price === null ? [] : [price]), ...over].join(', '),
    }
  })
  const perfect: Row = {
    key: 'perfect',
    name: t('verdict.strategy.perfectVerifier', { k: formatCount(language, ceiling.k) }),
    reaches: ceiling,
    attempts: ceiling.expectedAttempts,
    price: null,
  }
  const none: Row = {
    key: 'none',
    name: t('screens.verdict.yourVerifier'),
    reaches: null,
    attempts: { notMeasured: 'no-verifier-verdicts' },
    price: null,
  }
  const isLogged = Array.isArray(assessment.repeats.retry)
  return [asIs, ...strategies, ...(ceiling.k > 1 ? [perfect] : []), ...(isLogged ? [] : [none])]
}

/** What is not measured is a dash, as elsewhere in tables; why, it says to those who ask. */
function Reaches({ reaches }: Pick<Row, 'reaches'>): ReactNode {
  const translator = useTranslator()
  if (reaches === null) return <td data-figures>{translator.t('screens.verdict.notLogged')}</td>
  const text = estimateText(translator, reaches)
  return isMeasured(reaches.estimate) ? (
    <td data-figures title={intervalText(translator, reaches)}>
      {text}
    </td>
  ) : (
    <td data-figures title={text}>
      <span aria-hidden>–</span>
      <Hidden>{text}</Hidden>
    </td>
  )
}

/** What each way of spending more compute would reach, replayed on the logged attempts. */
export function StrategiesPanel(props: PanelProps): ReactNode {
  const translator = useTranslator()
  const { t, language } = translator
  const rows = useRows(props)
  return (
    <Panel title={t('screens.verdict.strategies')}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('screens.verdict.strategy')}</th>
            <th scope="col" data-figures>
              {t('screens.verdict.reaches')}
            </th>
            <th scope="col" data-figures>
              {t('screens.verdict.attempts')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, reaches, attempts, price }) => (
            <tr key={key}>
              <th scope="row">
                {name}
                {price !== null && <div className={styles['note']}>{price}</div>}
              </th>
              <Reaches reaches={reaches} />
              <td data-figures>{isMeasured(attempts) ? formatNumber(language, attempts, 2) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
