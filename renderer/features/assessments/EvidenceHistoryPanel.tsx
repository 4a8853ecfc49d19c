import type { ReactNode } from 'react'
import { EvidenceOverCases, readEvidenceHistory } from '../../../shared/charts/index.ts'
import { isMeasured } from '../../../shared/domain/measured.ts'
import { useRead } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { Await } from '../../components/Await.tsx'
import { ChartFrame } from '../../components/ChartFrame.tsx'
import { Panel } from '../../components/Panel.tsx'
import type { PanelProps } from './VerdictView.tsx'

const height = 236

/** How the evidence about the level on screen grew; not there before a case is complete. */
export function EvidenceHistoryPanel({ assessment, place }: PanelProps): ReactNode {
  const translator = useTranslator()
  const { t } = translator
  const { configuration, scope, bottleneck } = assessment
  const isReached = isMeasured(assessment.reliability.estimate)
  const history = useRead(
    'evidence.get',
    { task: place.task, configuration, scope, level: bottleneck.level },
    { enabled: isReached, keepPrevious: true },
  )
  if (!isReached) return null
  return (
    <Panel
      title={t('verdict.evidenceChart.title')}
      aside={t('screens.verdict.historyAside', { level: bottleneck.level })}
    >
      <Await query={history}>
        {(found) => (
          <ChartFrame
            title={t('verdict.evidenceChart.title')}
            read={(width) => readEvidenceHistory({ history: found, translator }, width, height)}
          >
            {(width) => (
              <EvidenceOverCases
                history={found}
                translator={translator}
                width={width}
                height={height}
                prefix="evidence-history"
              />
            )}
          </ChartFrame>
        )}
      </Await>
    </Panel>
  )
}
