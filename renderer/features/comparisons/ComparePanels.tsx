import type { ReactNode } from 'react'
import { byReliability } from '../../../shared/assessment/index.ts'
import {
  Forest,
  type ForestInput,
  Frontier,
  type FrontierInput,
  frontierOf,
  inOrder,
  readForest,
  readFrontier,
} from '../../../shared/charts/index.ts'
import { formatList, formatRequired } from '../../../shared/text/numbers.ts'
import { useTranslator } from '../../app/language.ts'
import { ChartFrame } from '../../components/ChartFrame.tsx'
import { Panel } from '../../components/Panel.tsx'
import type { ComparePanelProps } from './CompareView.tsx'
import styles from './ComparePanels.module.css'

/** Height of the two charts, which stand side by side: that of a forest of as many rows, within reason. */
function chartHeight(rows: number): number {
  return Math.max(250, Math.min(380, 78 + rows * 26))
}

export function ForestPanel({ comparison, task, level }: ComparePanelProps): ReactNode {
  const translator = useTranslator()
  const { t, language } = translator
  const title = t('screens.compare.forestTitle')
  const height = chartHeight(comparison.configurations.length)
  const input: ForestInput = {
    rowTitle: t('screens.compare.configuration'),
    rows: inOrder(comparison.configurations).map(({ configuration, reliability }) => ({
      id: configuration,
      name: configuration,
      interval: reliability,
      isLeading: configuration === comparison.leader?.configuration,
    })),
    levels: task.levels,
    target: level.name,
    translator,
  }
  return (
    <Panel
      title={title}
      aside={t('screens.compare.forestAside', { alpha: formatRequired(language, comparison.alpha) })}
    >
      <ChartFrame title={title} read={(width) => readForest(input, width, height)}>
        {(width) => <Forest {...input} title={title} width={width} height={height} prefix="forest" />}
      </ChartFrame>
    </Panel>
  )
}

export function FrontierPanel({ comparison, task, level }: ComparePanelProps): ReactNode {
  const translator = useTranslator()
  const { t, language } = translator
  const { configurations } = comparison
  const { unit, points } = frontierOf(configurations)
  const title = t(`screens.compare.frontierTitle.${unit}`)
  const { maxCostUsd, maxLatencyMs } = task.budget
  const input: FrontierInput = {
    points,
    unit,
    limit: unit === 'cost' ? maxCostUsd : maxLatencyMs,
    level,
    translator,
  }
  const height = chartHeight(configurations.length)
  const missing = byReliability(configurations)
    .map((each) => each.configuration)
    .filter((name) => !points.some((point) => point.name === name))
  if (points.length === 0) {
    return (
      <Panel title={title}>
        <p className={styles['note']}>{t('screens.compare.noPrice')}</p>
      </Panel>
    )
  }
  return (
    <Panel title={title} aside={t('screens.compare.frontierAside')}>
      <ChartFrame title={title} read={(width) => readFrontier(input, width, height)}>
        {(width) => <Frontier {...input} width={width} height={height} prefix="frontier" />}
      </ChartFrame>
      {missing.length > 0 && (
        <p className={styles['note']}>
          {t('screens.compare.notDrawn', { names: formatList(language, missing) })}
        </p>
      )}
    </Panel>
  )
}
