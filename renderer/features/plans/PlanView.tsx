import type { ReactNode } from 'react'
import type { Plan } from '../../../shared/domain/plan.ts'
import type { Task } from '../../../shared/domain/task.ts'
import { formatRequired } from '../../../shared/text/numbers.ts'
import { goalText, planDetails, type PlanGoal, planHeadline } from '../../../shared/text/sentences.ts'
import { useRead } from '../../api/hooks.ts'
import { type Job, useJob } from '../../api/use-job.ts'
import { useTranslator } from '../../app/language.ts'
import { Await } from '../../components/Await.tsx'
import { Button } from '../../components/Button.tsx'
import { cx } from '../../components/cx.ts'
import { JobAwait } from '../../components/JobAwait.tsx'
import { hasTrials } from '../tasks/shown.ts'
import type { TaskViewProps } from '../tasks/task-view.ts'
import {
  alphaOf,
  fieldsOf,
  goalOf,
  halvedFailures,
  type PlanBasis,
  type PlanDraft,
  type PlanFields,
  planInputIn,
  planInputOf,
  problemsOf,
  toldRepeats,
} from './draft.ts'
import { keepPlan, useKeptPlans } from './kept-plans.ts'
import { PlanForm } from './PlanForm.tsx'
import { PlanResults } from './PlanResults.tsx'
import { useSettled } from './use-settled.ts'
import { ZeroFailurePanel } from './ZeroFailurePanel.tsx'
import styles from './PlanView.module.css'

/** How long nothing may change before a plan is computed, ms. */
const pauseMs = 500
/** Never asked for: stands in while there is nothing to ask. */
const nothing = { required: 0.5, assumed: 1 }

/** The goal whose plan it is: the level it was computed for may no longer be the one in the form. */
function goalOfPlan(task: Task, { required }: Plan, goal: PlanGoal): PlanGoal {
  if (goal.required === required) return goal
  return { name: task.levels.find((each) => each.required === required)?.name ?? null, required }
}

interface SentencesProps {
  readonly task: Task
  readonly job: Job<Plan>
  readonly goal: PlanGoal
  readonly assumed: number
  readonly isFormer: boolean
}

function Sentences({ task, job, goal, assumed, isFormer }: SentencesProps): ReactNode {
  const translator = useTranslator()
  const { t, language } = translator
  const plan = job.query.data
  if (plan === undefined || job.query.isError) {
    return (
      <h2 className={styles['headline']}>
        {t('screens.plan.working', {
          goal: goalText(translator, goal),
          assumed: formatRequired(language, assumed),
        })}
      </h2>
    )
  }
  const told = toldRepeats(task, plan.repeats)
  const { lead, rest } = planDetails(translator, plan, told)
  return (
    <div className={cx(isFormer && styles['former'])}>
      <h2 className={styles['headline']}>
        {planHeadline(translator, plan, goalOfPlan(task, plan, goal), told)}
      </h2>
      <p className={styles['details']}>
        <strong>{lead}</strong> {rest}
      </p>
    </div>
  )
}

interface NotAboveProps {
  readonly goal: PlanGoal
  readonly assumed: number
  readonly change: (changes: PlanDraft) => void
}

/** Said before anything is computed: no number of cases would do. */
function NotAbove({ goal, assumed, change }: NotAboveProps): ReactNode {
  const translator = useTranslator()
  const { t, language } = translator
  const better = halvedFailures(goal.required)
  return (
    <>
      <h2 className={styles['headline']}>
        {t('screens.plan.notAbove', {
          assumed: formatRequired(language, assumed),
          goal: goalText(translator, goal),
        })}
      </h2>
      <p className={styles['details']}>{t('screens.plan.notAboveText')}</p>
      <p className={styles['ways']}>
        <Button onPress={() => change({ assumed: better })}>
          {t('screens.plan.assume', { assumed: formatRequired(language, better) })}
        </Button>
      </p>
    </>
  )
}

interface FirstLineProps extends Omit<SentencesProps, 'goal' | 'assumed'> {
  readonly goal: PlanGoal | null
  readonly fields: PlanFields
  readonly change: (changes: PlanDraft) => void
}

function FirstLine({ goal, fields, change, ...props }: FirstLineProps): ReactNode {
  const { t } = useTranslator()
  const { assumed } = fields
  if (goal === null || assumed === null || problemsOf(fields).length > 0) {
    return <h2 className={styles['headline']}>{t('screens.plan.incomplete')}</h2>
  }
  if (assumed <= goal.required) return <NotAbove goal={goal} assumed={assumed} change={change} />
  return <Sentences {...props} goal={goal} assumed={assumed} />
}

function PlanOf({ basis, ...view }: TaskViewProps & { readonly basis: PlanBasis }): ReactNode {
  const { t } = useTranslator()
  const { detail } = view
  const { task } = detail
  const draft = useKeptPlans((state) => state.drafts[task.name]) ?? {}
  const fields = fieldsOf(basis, draft)
  const goal = goalOf(basis, fields)
  const input = planInputOf(basis, fields)
  const asked = JSON.stringify(input)
  const settled = useSettled(asked, pauseMs)
  const isSettled = settled === asked
  const value = planInputIn(settled)
  const job = useJob('plan.get', value ?? nothing, { enabled: value !== null && input !== null })
  const change = (changes: PlanDraft): void => keepPlan(task.name, { ...draft, ...changes })
  // Then nothing will be computed; while something is to be filled in, the former answer waits, greyed.
  const isOutOfReach = input === null && problemsOf(fields).length === 0
  const isFormer = !isSettled || job.query.isPlaceholderData
  return (
    <>
      <div className={styles['sentences']}>
        <FirstLine task={task} job={job} goal={goal} fields={fields} isFormer={isFormer} change={change} />
      </div>
      <div className={styles['columns']}>
        <PlanForm
          {...view}
          basis={basis}
          draft={draft}
          fields={fields}
          problems={problemsOf(fields)}
          change={change}
          startOver={() => keepPlan(task.name, null)}
        />
        <div className={styles['main']}>
          {!isOutOfReach && (
            <div className={cx(!isSettled && styles['former'])} aria-busy={!isSettled}>
              <JobAwait job={job} label={t('screens.plan.computing')}>
                {(plan) => <PlanResults plan={plan} detail={detail} told={toldRepeats(task, plan.repeats)} />}
              </JobAwait>
            </div>
          )}
          <ZeroFailurePanel
            task={task}
            required={goal?.required ?? null}
            alpha={alphaOf(basis, fields.isOwn)}
          />
        </div>
      </div>
    </>
  )
}

/** How many cases and attempts a level takes, what that costs, and how likely it then is to be shown. */
export function PlanView(props: TaskViewProps): ReactNode {
  const { language } = useTranslator()
  const { detail, place, configuration } = props
  const { task } = detail
  const known = hasTrials(detail, configuration)
  const assessment = useRead(
    'assessment.get',
    {
      task: place.task,
      language,
      ...(configuration === null ? {} : { configuration }),
      ...(place.level === null ? {} : { level: place.level }),
      ...(place.scope === null ? {} : { scope: place.scope }),
    },
    { enabled: known, keepPrevious: true },
  )
  const level =
    task.levels.find((each) => each.name === place.level) ??
    task.levels.find((each) => each.name === task.target)
  const goal = { name: level?.name ?? task.target, required: level?.required ?? 0.5 }
  if (!known) return <PlanOf {...props} basis={{ task, level: goal, assessment: null }} />
  return (
    <Await query={assessment}>
      {(found) => <PlanOf {...props} basis={{ task, level: goal, assessment: found }} />}
    </Await>
  )
}
