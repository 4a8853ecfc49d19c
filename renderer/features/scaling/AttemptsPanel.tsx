import { type ReactNode, useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import {
  type AttemptCurve,
  attemptCurves,
  type AttemptPoint,
  type AttemptUse,
} from '../../../shared/assessment/index.ts'
import {
  type AttemptAxis,
  AttemptsCurves,
  attemptsCurvesReading,
  attemptUseName,
  curveNotes,
  CurveSample,
  knownAxes,
} from '../../../shared/charts/index.ts'
import { formatCount } from '../../../shared/text/numbers.ts'
import { casesText, estimateText, intervalText, repeatsText } from '../../../shared/text/sentences.ts'
import { useTranslator } from '../../app/language.ts'
import { ChartFrame } from '../../components/ChartFrame.tsx'
import { Choices } from '../../components/Choices.tsx'
import { cx } from '../../components/cx.ts'
import { Panel } from '../../components/Panel.tsx'
import { Unbroken } from '../../components/Unbroken.tsx'
import type { ScalingPanelProps } from './ScalingView.tsx'
import { leadingChartHeight } from './chart-height.ts'
import styles from './ScalingView.module.css'

/** What the most attempts reach that the budget pays for. */
function useFigure(points: readonly AttemptPoint[]): string {
  const translator = useTranslator()
  const { t, language } = translator
  const last = points.findLast((each) => each.isPaidFor)
  if (last === undefined) return t('screens.scaling.curves.noneInBudget')
  return t('screens.scaling.curves.at', {
    k: formatCount(language, last.k),
    share: estimateText(translator, last),
    interval: intervalText(translator, last),
  })
}

function Use({ curve: { use, points } }: { readonly curve: AttemptCurve }): ReactNode {
  const translator = useTranslator()
  const figure = useFigure(points)
  return (
    <Radio value={use} className={cx(styles['way'])}>
      <span className={styles['wayHead']}>
        <CurveSample use={use} />
        <strong>{attemptUseName(translator, use)}</strong>
        <span className={styles['figure']}>
          <Unbroken text={figure} />
        </span>
      </span>
      <span className={styles['wayText']}>{translator.t(`screens.scaling.uses.${use}.text`)}</span>
    </Radio>
  )
}

interface UsesProps {
  readonly curves: readonly AttemptCurve[]
  readonly focus: AttemptUse
  readonly onFocus: (use: AttemptUse) => void
}

/** Says what each curve is, and chooses the one whose interval is drawn. */
function Uses({ curves, focus, onFocus }: UsesProps): ReactNode {
  const { t } = useTranslator()
  const choose = (value: string): void => {
    const chosen = curves.find((each) => each.use === value)
    if (chosen !== undefined) onFocus(chosen.use)
  }
  return (
    <RadioGroup
      className={cx(styles['ways'])}
      aria-label={t('screens.scaling.curves.focus')}
      value={focus}
      onChange={choose}
    >
      {curves.map((each) => (
        <Use key={each.use} curve={each} />
      ))}
    </RadioGroup>
  )
}

interface ChartProps extends ScalingPanelProps {
  readonly curves: readonly AttemptCurve[]
  readonly axis: AttemptAxis
  readonly focus: AttemptUse
}

function Chart({ assessment, task, curves, axis, focus }: ChartProps): ReactNode {
  const translator = useTranslator()
  const level = assessment.levels.find((each) => each.name === assessment.bottleneck.level)
  if (level === undefined) return null
  const { budget } = task
  const drawnIn = (width: number) => {
    const height = leadingChartHeight(width, curves.length)
    return { curves, axis, focus, level, budget, translator, width, height }
  }
  return (
    <ChartFrame
      title={translator.t('screens.scaling.curves.title')}
      read={(width) => attemptsCurvesReading(drawnIn(width))}
    >
      {(width) => <AttemptsCurves {...drawnIn(width)} prefix="attempts-curves" />}
    </ChartFrame>
  )
}

function AxisChoice(props: {
  readonly axes: readonly AttemptAxis[]
  readonly axis: AttemptAxis
  readonly onChoose: (axis: AttemptAxis) => void
}): ReactNode {
  const { t } = useTranslator()
  return (
    <div className={styles['axis']}>
      <Choices
        label={t('screens.scaling.axes.label')}
        choices={props.axes.map((id) => ({ id, name: t(`screens.scaling.axes.${id}`) }))}
        chosen={props.axis}
        onChoose={props.onChoose}
      />
    </div>
  )
}

/** What more attempts per task reach, in every way of using them that was logged. */
export function AttemptsPanel(props: ScalingPanelProps): ReactNode {
  const { assessment, task } = props
  const translator = useTranslator()
  const { t } = translator
  const [chosenAxis, setAxis] = useState<AttemptAxis>('attempts')
  const [chosenFocus, setFocus] = useState<AttemptUse | null>(null)
  const curves = attemptCurves(assessment, task.budget)
  const axes = knownAxes(curves)
  const axis = axes.find((each) => each === chosenAxis) ?? 'attempts'
  const focus = curves.find((each) => each.use === chosenFocus) ?? curves[0]
  const notes = curveNotes(translator, curves, props)
  if (focus === undefined) {
    return (
      <Panel title={t('screens.scaling.curves.title')}>
        <p className={styles['missing']}>{t('screens.scaling.curves.empty')}</p>
      </Panel>
    )
  }
  const aside = t('screens.scaling.curves.aside', {
    cases: casesText(translator, assessment.counts.completeCases),
    repeats: repeatsText(translator, assessment.counts.plannedRepeats),
  })
  return (
    <Panel title={t('screens.scaling.curves.title')} aside={aside}>
      <div className={styles['beside']}>
        <div className={styles['chart']}>
          {axes.length > 1 && <AxisChoice axes={axes} axis={axis} onChoose={setAxis} />}
          <Chart {...props} curves={curves} axis={axis} focus={focus.use} />
        </div>
        <div className={styles['words']}>
          <Uses curves={curves} focus={focus.use} onFocus={setFocus} />
          {notes.map((text) => (
            <p key={text} className={styles['note']}>
              {text}
            </p>
          ))}
        </div>
      </div>
    </Panel>
  )
}
