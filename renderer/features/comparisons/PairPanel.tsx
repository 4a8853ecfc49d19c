import type { ReactNode } from 'react'
import { byReliability } from '../../../shared/assessment/index.ts'
import { Difference, readDifference } from '../../../shared/charts/index.ts'
import type { Comparison, PairComparison } from '../../../shared/domain/comparison.ts'
import { isMeasured } from '../../../shared/domain/measured.ts'
import { formatCount, formatRequired } from '../../../shared/text/numbers.ts'
import { comparisonTexts } from '../../../shared/text/sentences.ts'
import { counted, countedAbout } from '../../../shared/text/words.ts'
import { useRead } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { Await } from '../../components/Await.tsx'
import { Button } from '../../components/Button.tsx'
import { ChartFrame } from '../../components/ChartFrame.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Picker } from '../../components/Picker.tsx'
import { Unbroken } from '../../components/Unbroken.tsx'
import type { TaskPlace } from '../../state/place.ts'
import { choosePair, type Pair, shownPair, useChosenPairs, withSide } from './chosen-pair.ts'
import type { ComparePanelProps } from './CompareView.tsx'
import { casesAddress } from './links.ts'
import styles from './PairPanel.module.css'

interface UnpairedProps {
  readonly configuration: string
  readonly unpaired: PairComparison['onlyFirst']
  readonly place: TaskPlace
}

/** The cases that only one completed, each leading to itself. */
function Unpaired({ configuration, unpaired, place }: UnpairedProps): ReactNode {
  const translator = useTranslator()
  if (unpaired.count === 0) return null
  const rest = unpaired.count - unpaired.cases.length
  return (
    <details className={styles['unpaired']}>
      <summary>
        {counted(translator, 'analysis.comparison.unpaired', unpaired.count, { name: configuration })}
      </summary>
      <ul>
        {unpaired.cases.map((label) => (
          <li key={label}>
            <a href={casesAddress(place, configuration, { search: label })}>{label}</a>
          </li>
        ))}
        {rest > 0 && (
          <li>
            {translator.t('screens.compare.unpairedMore', {
              number: formatCount(translator.language, rest),
            })}
          </li>
        )}
      </ul>
    </details>
  )
}

function CasesNeeded({ pair }: { readonly pair: PairComparison }): ReactNode {
  const translator = useTranslator()
  const { casesNeeded, sharedCases } = pair
  if (casesNeeded === null || sharedCases === 0) return null
  return (
    <p>
      {isMeasured(casesNeeded)
        ? countedAbout(translator, 'screens.compare.casesNeeded', casesNeeded)
        : translator.t('screens.compare.notReachable')}
    </p>
  )
}

/** The words of a comparison: who is better, on how many cases, and how strictly that is told. */
function PairWords(props: {
  readonly pair: PairComparison
  readonly comparison: Comparison
  readonly place: TaskPlace
}): ReactNode {
  const translator = useTranslator()
  const { pair, comparison, place } = props
  const { t, language } = translator
  const [told = '', shared] = comparisonTexts(translator, pair)
  const alpha = formatRequired(language, comparison.alpha)
  return (
    <div className={styles['words']}>
      <p className={styles['told']}>
        <Unbroken text={told} />
      </p>
      <CasesNeeded pair={pair} />
      {pair.sharedCases > 0 && <p>{shared}</p>}
      <p className={styles['note']}>
        {comparison.comparisons === 1
          ? t('screens.compare.uncorrected', { alpha })
          : t('screens.compare.corrected', {
              alpha,
              number: formatCount(language, comparison.comparisons),
            })}
      </p>
      <Unpaired configuration={pair.first} unpaired={pair.onlyFirst} place={place} />
      <Unpaired configuration={pair.second} unpaired={pair.onlySecond} place={place} />
    </div>
  )
}

function Pickers(props: {
  readonly task: string
  readonly pair: Pair
  readonly names: readonly string[]
}): ReactNode {
  const { t } = useTranslator()
  const { task, pair, names } = props
  const choices = names.map((name) => ({ id: name, name }))
  const change = (side: keyof Pair, name: string): void => choosePair(task, withSide(pair, side, name))
  return (
    <div className={styles['pickers']}>
      <Picker
        label={t('screens.compare.first')}
        choices={choices}
        chosen={pair.first}
        onChoose={(name) => change('first', name)}
      />
      <Button onPress={() => choosePair(task, { first: pair.second, second: pair.first })}>
        ⇄ {t('screens.compare.swap')}
      </Button>
      <Picker
        label={t('screens.compare.second')}
        choices={choices}
        chosen={pair.second}
        onChoose={(name) => change('second', name)}
      />
    </div>
  )
}

function PairDrawing({ pair }: { readonly pair: PairComparison }): ReactNode {
  const translator = useTranslator()
  const { first, second, difference } = pair
  if (!isMeasured(difference.estimate)) return null
  const input = { first, second, difference, translator }
  return (
    <div>
      <ChartFrame
        title={translator.t('screens.compare.differenceTitle')}
        read={(width) => readDifference(input, width)}
      >
        {(width) => <Difference {...input} width={width} prefix="difference" />}
      </ChartFrame>
      <p className={styles['note']}>{translator.t('screens.compare.differenceAside')}</p>
    </div>
  )
}

/** Two configurations on the cases that both completed. */
export function PairPanel({ comparison, place }: ComparePanelProps): ReactNode {
  const { t } = useTranslator()
  const names = byReliability(comparison.configurations).map((each) => each.configuration)
  const chosen = useChosenPairs((state) => state.pairs[place.task])
  const pair = shownPair(chosen, names)
  const found = useRead(
    'comparison.get',
    { task: place.task, ...pair },
    { enabled: pair !== null, keepPrevious: true },
  )
  if (pair === null) return null
  return (
    <Panel title={t('screens.compare.pairTitle')}>
      <Pickers task={place.task} pair={pair} names={names} />
      <Await query={found}>
        {({ pairs: [shown] }) =>
          shown === undefined ? null : (
            <div className={styles['pair']}>
              <PairDrawing pair={shown} />
              <PairWords pair={shown} comparison={comparison} place={place} />
            </div>
          )
        }
      </Await>
    </Panel>
  )
}
