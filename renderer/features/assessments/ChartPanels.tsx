import type { ReactNode } from 'react'
import {
  CaseProfile,
  GapBar,
  readCaseProfile,
  readGapBar,
  readRepeatsFan,
  RepeatsFan,
} from '../../../shared/charts/index.ts'
import { useTranslator } from '../../app/language.ts'
import { ChartFrame } from '../../components/ChartFrame.tsx'
import { Panel } from '../../components/Panel.tsx'
import { GapAside, GapCases } from './CaseParts.tsx'
import { ProfileLinks } from './ProfileLinks.tsx'
import type { PanelProps } from './VerdictView.tsx'

/** Height of the two smaller charts, which stand side by side. */
const chartHeight = 250

export function GapPanel(props: PanelProps): ReactNode {
  const { assessment, task } = props
  const translator = useTranslator()
  const { gapBar, reliability, bottleneck } = assessment
  const title = translator.t('verdict.charts.gapBarTitle')
  const input = { gapBar, reliability, levels: task.levels, target: bottleneck.level, translator }
  return (
    <Panel title={title} aside={<GapAside {...props} />}>
      <ChartFrame title={title} read={(width) => readGapBar(input, width)}>
        {(width) => <GapBar {...input} width={width} prefix="gap-bar" />}
      </ChartFrame>
      <GapCases {...props} />
    </Panel>
  )
}

export function FanPanel({ assessment }: PanelProps): ReactNode {
  const translator = useTranslator()
  const { passAt, passAll } = assessment.repeats
  const level = assessment.levels.find((each) => each.name === assessment.bottleneck.level)
  if (level === undefined) return null
  const title = translator.t('verdict.charts.fanTitle')
  const input = { passAt, passAll, level, translator }
  return (
    <Panel title={title} aside={translator.t('screens.verdict.fanAside')}>
      <ChartFrame title={title} read={(width) => readRepeatsFan(input, width, chartHeight)}>
        {(width) => <RepeatsFan {...input} width={width} height={chartHeight} prefix="repeats-fan" />}
      </ChartFrame>
    </Panel>
  )
}

export function ProfilePanel(props: PanelProps): ReactNode {
  const { assessment } = props
  const translator = useTranslator()
  const title = translator.t('verdict.charts.profileTitle')
  const { casesByPasses, counts } = assessment
  const input = { casesByPasses, repeats: counts.plannedRepeats, translator }
  return (
    <Panel title={title} aside={translator.t('screens.verdict.profileAside')}>
      <ChartFrame title={title} read={(width) => readCaseProfile(input, width, chartHeight)}>
        {(width) => (
          <ProfileLinks {...props} width={width} height={chartHeight}>
            <CaseProfile {...input} width={width} height={chartHeight} prefix="case-profile" />
          </ProfileLinks>
        )}
      </ChartFrame>
    </Panel>
  )
}
