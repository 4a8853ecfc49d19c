import { type ReactNode, useState } from 'react'
import { shortlist } from '../../../shared/assessment/index.ts'
import { isMeasured } from '../../../shared/domain/measured.ts'
import { formatNumber } from '../../../shared/text/numbers.ts'
import { estimateText, intervalText, levelVerdictWord, votesTexts } from '../../../shared/text/sentences.ts'
import type { Translator } from '../../../shared/text/translator.ts'
import { counted } from '../../../shared/text/words.ts'
import { useTranslator } from '../../app/language.ts'
import { Button } from '../../components/Button.tsx'
import { cx } from '../../components/cx.ts'
import { Hidden } from '../../components/Hidden.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Unbroken } from '../../components/Unbroken.tsx'
import table from './FigureTable.module.css'
import styles from './StrategiesPanel.module.css'
import { budgetText, type StrategyRow, strategyRows } from './strategy-rows.ts'
import type { PanelProps } from './VerdictView.tsx'

/** Why nothing is known, said where the eye reads a dash as elsewhere in tables. */
function Unknown({ text }: { readonly text: string }): ReactNode {
  return (
    <span title={text}>
      <span aria-hidden>–</span>
      <Hidden>{text}</Hidden>
    </span>
  )
}

/** The estimate, with its interval where that does not stand in a line of its own. */
function Reaches(props: Pick<StrategyRow, 'reaches'> & { readonly isPriced: boolean }): ReactNode {
  const translator = useTranslator()
  const { reaches, isPriced } = props
  if (reaches === null) return translator.t('screens.verdict.notLogged')
  const text = estimateText(translator, reaches)
  if (!isMeasured(reaches.estimate)) return <Unknown text={text} />
  return (
    <>
      {text}
      {!isPriced && <span className={styles['bounds']}>{intervalText(translator, reaches)}</span>}
    </>
  )
}

/** Interval, attempts and price of a way of working, in one small line. */
function details(translator: Translator, { reaches, attempts, price }: StrategyRow): string {
  const isKnown = reaches !== null && isMeasured(reaches.estimate)
  return [
    ...(isKnown ? [intervalText(translator, reaches)] : []),
    ...(isMeasured(attempts)
      ? [
          counted(translator, 'screens.verdict.attemptsEach', Number(attempts.toFixed(2)), {
            attempts: formatNumber(translator.language, attempts, 2),
          }),
        ]
      : []),
    ...(price === null ? [] : [price]),
  ].join(' · ')
}

function Row({ row, isPriced }: { readonly row: StrategyRow; readonly isPriced: boolean }): ReactNode {
  const translator = useTranslator()
  const { name, reaches, attempts, verdict } = row
  const second = isPriced ? details(translator, row) : ''
  return (
    <>
      <tr className={cx(second !== '' && styles['first'])}>
        <th scope="row">
          <Unbroken text={name} />
        </th>
        <td data-figures>
          <Reaches reaches={reaches} isPriced={isPriced} />
        </td>
        {!isPriced && (
          <td data-figures>{isMeasured(attempts) ? formatNumber(translator.language, attempts, 2) : '–'}</td>
        )}
        {verdict === null ? <td>–</td> : <td data-tone={verdict}>{levelVerdictWord(translator, verdict)}</td>}
      </tr>
      {second !== '' && (
        <tr className={styles['second']}>
          <td colSpan={3}>
            <Unbroken text={second} />
          </td>
        </tr>
      )}
    </>
  )
}

/** What each way of working would reach, what it costs against the budget, and whether it meets the level. */
export function StrategiesPanel(props: PanelProps): ReactNode {
  const translator = useTranslator()
  const { t } = translator
  const { assessment, task } = props
  const [isWhole, setIsWhole] = useState(false)
  const { level, strategies } = assessment.bottleneck
  const all = strategies.length
  const budget = budgetText(translator, task.budget)
  const rows = strategyRows(translator, props, isWhole)
  const isPriced = rows.some((each) => each.price !== null)
  return (
    <Panel
      title={t('screens.verdict.strategies')}
      aside={
        budget === null
          ? t('screens.verdict.noBudget', { level })
          : t('screens.verdict.budget', { level, price: budget })
      }
    >
      <table className={cx(table['table'], styles['table'])}>
        <thead>
          <tr>
            <th scope="col">{t('screens.verdict.strategy')}</th>
            <th scope="col" data-figures>
              {t('screens.verdict.reaches')}
            </th>
            {!isPriced && (
              <th scope="col" data-figures>
                {t('screens.verdict.attempts')}
              </th>
            )}
            <th scope="col">{t('screens.verdict.word')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} isPriced={isPriced} />
          ))}
        </tbody>
      </table>
      {shortlist(assessment).length < all && (
        <p className={table['note']}>
          <Button look="link" onPress={() => setIsWhole(!isWhole)}>
            {isWhole ? t('screens.verdict.bestWays') : counted(translator, 'screens.verdict.allWays', all)}
          </Button>
        </p>
      )}
      {votesTexts(translator, assessment).map((text) => (
        <p key={text} className={table['note']}>
          {text}
        </p>
      ))}
    </Panel>
  )
}
