import type { ReactNode } from 'react'
import { errorChance } from '../../../shared/domain/level.ts'
import { formatCount, formatRequired } from '../../../shared/text/numbers.ts'
import { counted } from '../../../shared/text/words.ts'
import { anyTimeCases, fixedSizeCases } from '../../../shared/statistics/zero-failure.ts'
import { useTranslator } from '../../app/language.ts'
import { cx } from '../../components/cx.ts'
import { Panel } from '../../components/Panel.tsx'
import type { TaskDraft } from './draft.ts'
import styles from './Effort.module.css'

/** Beyond this many nines the count says only that no team can log as much. */
const largestRequired = 0.999999

interface LevelEffort {
  readonly id: number
  readonly name: string
  readonly required: number
  /** Cases without a failure, however often one looks. */
  readonly cases: number
}

/** What each level takes that has a figure, the least first. */
function effortsOf({ levels }: TaskDraft, alpha: number): readonly LevelEffort[] {
  return levels
    .flatMap(({ id, name, required }) =>
      required === null || required <= 0 || required > largestRequired
        ? []
        : [{ id, name, required, cases: anyTimeCases(required, alpha) }],
    )
    .toSorted((a, b) => a.required - b.required)
}

function Levels(props: { readonly efforts: readonly LevelEffort[]; readonly draft: TaskDraft }): ReactNode {
  const { t, language } = useTranslator()
  const { efforts, draft } = props
  const { repeats } = draft
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('screens.newTask.effort.ifNone')}</th>
          <th scope="col" data-figures>
            {t('screens.home.cases')}
          </th>
          {repeats !== null && (
            <th scope="col" data-figures>
              {t('screens.verdict.attempts')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {efforts.map(({ id, name, required, cases }) => (
          <tr key={id} className={cx(id === draft.target && styles['target'])}>
            <th scope="row" title={name}>
              {name} {formatRequired(language, required)}
            </th>
            <td data-figures>{formatCount(language, cases)}</td>
            {repeats !== null && <td data-figures>{formatCount(language, cases * repeats)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What the levels take at least, before a single attempt is logged. */
export function Effort({ draft }: { readonly draft: TaskDraft }): ReactNode {
  const translator = useTranslator()
  const { language, t } = translator
  const alpha = errorChance.safeParse(draft.alpha)
  if (!alpha.success) return null
  const efforts = effortsOf(draft, alpha.data)
  const target = efforts.find(({ id }) => id === draft.target)
  if (target === undefined) return null
  const level = `${target.name} (${formatRequired(language, target.required)})`
  const fixed = fixedSizeCases(target.required, alpha.data)
  const isTooFew = draft.cases !== null && draft.cases < fixed
  return (
    <Panel title={t('screens.newTask.effort.title')}>
      <p>
        {counted(translator, 'screens.newTask.effort.fixed', fixed, { level })}{' '}
        {counted(translator, 'screens.newTask.effort.anyTime', target.cases)}
      </p>
      {isTooFew && (
        <p className={styles['tooFew']}>
          {t('screens.newTask.effort.tooFew', { planned: formatCount(language, draft.cases ?? 0) })}
        </p>
      )}
      <Levels efforts={efforts} draft={draft} />
      <p className={styles['note']}>{t('screens.newTask.effort.failures')}</p>
    </Panel>
  )
}
