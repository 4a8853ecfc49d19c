import type { ReactNode } from 'react'
import { nextStepParts } from '../../../shared/text/sentences.ts'
import { useTranslator } from '../../app/language.ts'
import { Panel } from '../../components/Panel.tsx'
import { Unbroken } from '../../components/Unbroken.tsx'
import styles from './NextPanel.module.css'
import type { PanelProps } from './VerdictView.tsx'

/** What to log or do, the most useful first. */
export function NextPanel({ assessment, task }: PanelProps): ReactNode {
  const translator = useTranslator()
  return (
    <Panel title={translator.t('screens.verdict.next')}>
      <ol className={styles['steps']}>
        {assessment.bottleneck.nextSteps.map((step) => {
          const { lead, rest } = nextStepParts(translator, step, task.causes)
          return (
            <li key={step.step}>
              <strong>{lead}</strong>
              <span className={styles['why']}>
                <Unbroken text={rest} />
              </span>
            </li>
          )
        })}
      </ol>
    </Panel>
  )
}
