import { Fragment, type ReactNode } from 'react'
import { isMeasured } from '../../../shared/domain/measured.ts'
import type { Plan } from '../../../shared/domain/plan.ts'
import { formatCount, formatMoney, formatPercent } from '../../../shared/text/numbers.ts'
import { toldChance } from '../../../shared/text/plan-sentences.ts'
import { useTranslator } from '../../app/language.ts'
import { cx } from '../../components/cx.ts'
import { Hidden } from '../../components/Hidden.tsx'
import { Panel } from '../../components/Panel.tsx'
import type { TaskViewProps } from '../tasks/task-view.ts'
import { UsePlan } from './UsePlan.tsx'
import styles from './PlanView.module.css'

type Row = Plan['plans'][number]

interface Props extends Pick<TaskViewProps, 'detail'> {
  readonly plan: Plan
  /** Attempts per case that the first line tells of. */
  readonly told: number
}

function Figures({ row, plan }: { readonly row: Row; readonly plan: Plan }): ReactNode {
  const { t, language } = useTranslator()
  const { cases, trials, costUsd } = row
  if (!isMeasured(cases) || !isMeasured(trials)) {
    const most = formatCount(language, plan.mostCases)
    return (
      <>
        <td data-figures className={styles['quiet']}>
          {t('screens.plan.moreThan', { number: most })}
        </td>
        <td data-figures>–</td>
        {plan.costPerTrialUsd !== null && <td data-figures>–</td>}
      </>
    )
  }
  return (
    <>
      <td data-figures>{formatCount(language, cases)}</td>
      <td data-figures>{formatCount(language, trials)}</td>
      {plan.costPerTrialUsd !== null && (
        <td data-figures>{isMeasured(costUsd) ? formatMoney(language, costUsd) : '–'}</td>
      )}
    </>
  )
}

function Group(props: Props & { readonly rows: readonly Row[] }): ReactNode {
  const { language } = useTranslator()
  const { rows, plan, told, detail } = props
  return rows.map((row, index) => (
    <tr
      key={row.chance}
      className={cx(
        index === 0 && styles['first'],
        row.repeats === told && row.chance === toldChance && styles['told'],
      )}
    >
      {index === 0 && (
        <th scope="rowgroup" rowSpan={rows.length} data-figures>
          {formatCount(language, row.repeats)}
        </th>
      )}
      <td data-figures>{formatPercent(language, row.chance)}</td>
      <Figures row={row} plan={plan} />
      <td className={styles['action']}>
        {isMeasured(row.cases) && <UsePlan detail={detail} cases={row.cases} repeats={row.repeats} />}
      </td>
    </tr>
  ))
}

function Simulated({ plan, told }: Props): ReactNode {
  const { t, language } = useTranslator()
  const reached = plan.reached.find((each) => each.repeats === told)
  if (reached === undefined) return null
  return (
    <p className={styles['note']}>
      {t('screens.plan.simulated', {
        runs: formatCount(language, plan.runs),
        seed: plan.seed,
        share: formatPercent(language, reached.share, 1),
        most: formatCount(language, plan.mostCases),
        repeats: formatCount(language, told),
      })}
    </p>
  )
}

/** How many cases, attempts and dollars bring which chance, for each number of attempts per case. */
export function PlanResults(props: Props): ReactNode {
  const { t } = useTranslator()
  const { plan } = props
  const heads = [
    t('screens.plan.repeatsColumn'),
    t('screens.plan.chance'),
    t('screens.plan.cases'),
    t('screens.plan.attempts'),
    ...(plan.costPerTrialUsd === null ? [] : [t('screens.plan.costColumn')]),
  ]
  return (
    <Panel title={t('screens.plan.results')}>
      <table className={cx(styles['table'], styles['grouped'])}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" data-figures>
                {head}
              </th>
            ))}
            <th scope="col">
              <Hidden>{t('screens.plan.use')}</Hidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.repeats.map((repeats) => (
            <Fragment key={repeats}>
              <Group {...props} rows={plan.plans.filter((each) => each.repeats === repeats)} />
            </Fragment>
          ))}
        </tbody>
      </table>
      <Simulated {...props} />
    </Panel>
  )
}
