import type { ReactNode } from 'react'
import { zeroFailure } from '../../../shared/assessment/index.ts'
import type { Task } from '../../../shared/domain/task.ts'
import { formatCount, formatRequired } from '../../../shared/text/numbers.ts'
import { useTranslator } from '../../app/language.ts'
import { cx } from '../../components/cx.ts'
import { Panel } from '../../components/Panel.tsx'
import styles from './PlanView.module.css'

/** The levels that plans without failures are usually quoted for. */
const usual = [0.9, 0.95, 0.99, 0.995, 0.999]

interface Props {
  readonly task: Task
  /** What is to be shown; its row stands out. */
  readonly required: number | null
  readonly alpha: number
}

/** The least it can take, for the levels of the task and the usual ones, both ways of looking side by side. */
export function ZeroFailurePanel({ task, required, alpha }: Props): ReactNode {
  const { t, language } = useTranslator()
  const shares = [
    ...usual,
    ...task.levels.map((each) => each.required),
    ...(required === null ? [] : [required]),
  ]
  const rows = [...new Set(shares)].toSorted((a, b) => a - b).map((each) => zeroFailure(each, alpha))
  const names = (share: number): string =>
    task.levels
      .filter((each) => each.required === share)
      .map((each) => each.name)
      .join(', ')
  return (
    <Panel title={t('screens.plan.zero')} aside={t('screens.plan.zeroAside')}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('screens.plan.zeroRequired')}</th>
            <th scope="col" data-figures>
              <strong>{t('screens.plan.zeroFixed')}</strong>
              <span className={styles['explained']}>{t('screens.plan.zeroFixedNote')}</span>
            </th>
            <th scope="col" data-figures>
              <strong>{t('screens.plan.zeroAnyTime')}</strong>
              <span className={styles['explained']}>{t('screens.plan.zeroAnyTimeNote')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.required} className={cx(row.required === required && styles['told'])}>
              <th scope="row">
                {formatRequired(language, row.required)}{' '}
                <span className={styles['quiet']}>{names(row.required)}</span>
              </th>
              <td data-figures>{formatCount(language, row.fixedSize)}</td>
              <td data-figures>{formatCount(language, row.anyTime)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['note']}>{t('screens.plan.zeroNote')}</p>
    </Panel>
  )
}
