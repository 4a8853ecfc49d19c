import type { ReactNode } from 'react'
import { nextStepKey, nextStepParts } from '../../../shared/text/sentences.ts'
import { useTranslator } from '../../app/language.ts'
import { Panel } from '../../components/Panel.tsx'
import { Unbroken } from '../../components/Unbroken.tsx'
import link from './CaseLink.module.css'
import { addressOfStep } from './next-place.ts'
import styles from './NextPanel.module.css'
import type { PanelProps } from './VerdictView.tsx'

/** What to log or do, the most useful first; a step that can be taken here leads there. */
export function NextPanel({ assessment, task, place }: PanelProps): ReactNode {
  const translator = useTranslator()
  return (
    <Panel title={translator.t('screens.verdict.next')}>
      <ol className={styles['steps']}>
        {assessment.bottleneck.nextSteps.map((step) => {
          const { lead, rest } = nextStepParts(translator, step, task.causes, assessment)
          const address = addressOfStep(place, step)
          return (
            <li key={nextStepKey(step)}>
              <strong>
                {address === null ? (
                  lead
                ) : (
                  <a href={address} className={link['link']}>
                    {lead}
                  </a>
                )}
              </strong>
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
