import type { ReactNode } from 'react'
import { CaseProfile, GapBar, RepeatsFan } from '../../../shared/charts/index.ts'
import { casesText, errorsRuleText, repeatsText } from '../../../shared/text/sentences.ts'
import { useTranslator } from '../../app/language.ts'
import { Panel } from '../../components/Panel.tsx'
import { Sized } from '../../components/Sized.tsx'
import type { PanelProps } from './VerdictView.tsx'

/** Height of the two smaller charts, which stand side by side. */
const chartHeight = 250

export function GapPanel({ assessment, task }: PanelProps): ReactNode {
  const translator = useTranslator()
  const { counts } = assessment
  const aside = translator.t('screens.verdict.gapAside', {
    cases: casesText(translator, counts.completeCases),
    repeats: repeatsText(translator, counts.plannedRepeats),
    errors: errorsRuleText(translator, counts.errors),
  })
  return (
    <Panel title={translator.t('verdict.charts.gapBarTitle')} aside={aside}>
      <Sized>
        {(width) => (
          <GapBar
            gapBar={assessment.gapBar}
            reliability={assessment.reliability}
            levels={task.levels}
            target={assessment.bottleneck.level}
            translator={translator}
            width={width}
            prefix="gap-bar"
          />
        )}
      </Sized>
    </Panel>
  )
}

export function FanPanel({ assessment }: PanelProps): ReactNode {
  const translator = useTranslator()
  const { passAt, passAll } = assessment.repeats
  const level = assessment.levels.find((each) => each.name === assessment.bottleneck.level)
  if (level === undefined) return null
  return (
    <Panel title={translator.t('verdict.charts.fanTitle')} aside={translator.t('screens.verdict.fanAside')}>
      <Sized>
        {(width) => (
          <RepeatsFan
            passAt={passAt}
            passAll={passAll}
            level={level}
            translator={translator}
            width={width}
            height={chartHeight}
            prefix="repeats-fan"
          />
        )}
      </Sized>
    </Panel>
  )
}

export function ProfilePanel({ assessment }: PanelProps): ReactNode {
  const translator = useTranslator()
  return (
    <Panel
      title={translator.t('verdict.charts.profileTitle')}
      aside={translator.t('screens.verdict.profileAside')}
    >
      <Sized>
        {(width) => (
          <CaseProfile
            casesByPasses={assessment.casesByPasses}
            repeats={assessment.counts.plannedRepeats}
            translator={translator}
            width={width}
            height={chartHeight}
            prefix="case-profile"
          />
        )}
      </Sized>
    </Panel>
  )
}
