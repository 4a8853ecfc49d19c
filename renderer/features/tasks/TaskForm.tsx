import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { scopes } from '../../../shared/domain/task.ts'
import { useTranslator } from '../../app/language.ts'
import { Choices } from '../../components/Choices.tsx'
import { NumberBox, TextBox } from '../../components/Field.tsx'
import { type DraftProblem, partOf, type TaskDraft } from './draft.ts'
import { LevelsField } from './LevelsField.tsx'
import styles from './TaskForm.module.css'

interface FormProps {
  readonly draft: TaskDraft
  readonly change: (changes: Partial<TaskDraft>) => void
}

export function Group(props: {
  readonly title: string
  readonly note?: string
  readonly children: ReactNode
}): ReactNode {
  return (
    <fieldset className={styles['group']}>
      <legend>{props.title}</legend>
      {props.note !== undefined && <p className={styles['note']}>{props.note}</p>}
      {props.children}
    </fieldset>
  )
}

function PlanFields(props: FormProps & { readonly repeatsWrong: string | null }): ReactNode {
  const { t } = useTranslator()
  const { draft, change, repeatsWrong } = props
  return (
    <Group title={t('screens.newTask.plan')}>
      <div className={styles['pair']}>
        <NumberBox
          label={t('screens.newTask.repeats')}
          note={t('screens.newTask.repeatsNote')}
          value={draft.repeats}
          onChange={(repeats) => change({ repeats })}
          minimum={1}
          maximum={1000}
          format={{ maximumFractionDigits: 0 }}
          wrong={repeatsWrong}
        />
        <NumberBox
          label={t('screens.newTask.cases')}
          note={t('screens.newTask.casesNote')}
          value={draft.cases}
          onChange={(cases) => change({ cases })}
          minimum={1}
          format={{ maximumFractionDigits: 0 }}
        />
      </div>
    </Group>
  )
}

function BudgetFields({ draft, change }: FormProps): ReactNode {
  const { t } = useTranslator()
  return (
    <Group title={t('screens.newTask.budget')} note={t('screens.newTask.budgetNote')}>
      <div className={styles['pair']}>
        <NumberBox
          label={t('screens.newTask.maxCost')}
          value={draft.maxCostUsd}
          onChange={(maxCostUsd) => change({ maxCostUsd })}
          minimum={0.000001}
          format={{ maximumFractionDigits: 6 }}
        />
        <NumberBox
          label={t('screens.newTask.maxLatency')}
          value={draft.maxSeconds}
          onChange={(maxSeconds) => change({ maxSeconds })}
          minimum={0.001}
          format={{ maximumFractionDigits: 3 }}
        />
      </div>
    </Group>
  )
}

function MoreFields(props: FormProps & { readonly alphaWrong: string | null }): ReactNode {
  const { t } = useTranslator()
  const { draft, change, alphaWrong } = props
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    // Nobody can mend what is folded away. Mended, it stays open: whoever works in it is not done yet.
    if (alphaWrong !== null && details.current !== null) details.current.open = true
  }, [alphaWrong])
  return (
    <details ref={details} className={styles['more']}>
      <summary>{t('screens.newTask.more')}</summary>
      <Choices
        label={t('screens.newTask.scope')}
        chosen={draft.scope}
        choices={scopes.map((id) => ({
          id,
          name: `${t(`screens.scope.${id}`)}: ${t(`screens.scope.${id}Detail`)}`,
        }))}
        onChoose={(scope) => change({ scope })}
      />
      <div className={styles['pair']}>
        <NumberBox
          label={t('screens.newTask.wrongCost')}
          note={t('screens.newTask.wrongCostNote')}
          value={draft.wrongCost}
          onChange={(wrongCost) => change({ wrongCost })}
          minimum={0}
        />
        <NumberBox
          label={t('screens.newTask.alpha')}
          note={t('screens.newTask.alphaNote')}
          value={draft.alpha}
          onChange={(alpha) => change({ alpha })}
          format={{ style: 'percent', maximumFractionDigits: 4 }}
          wrong={alphaWrong}
        />
      </div>
    </details>
  )
}

/** After each attempt to go on, the focus is on the first field that is wrong, if one is. */
function useFocusOnWrong(form: RefObject<HTMLElement | null>, attempts: number): void {
  useEffect(() => {
    if (attempts === 0) return
    const wrong = form.current?.querySelector('[aria-invalid="true"]')
    if (wrong instanceof HTMLElement) wrong.focus()
  }, [form, attempts])
}

interface Props extends FormProps {
  readonly problems: readonly DraftProblem[]
  /** How often somebody tried to go on: what is wrong shows then, not while they are still typing. */
  readonly attempts: number
  readonly onSubmit: () => void
  /** The name comes first and has the focus. */
  readonly isNew: boolean
  /** Further groups, before what is folded away. */
  readonly children?: ReactNode
}

/** What a task is: its name, what is done, its levels, plan and budget. */
export function TaskForm(props: Props): ReactNode {
  const { t } = useTranslator()
  const { draft, change, problems, attempts, onSubmit, isNew, children } = props
  const form = useRef<HTMLDivElement>(null)
  useFocusOnWrong(form, attempts)
  const wrong = (matches: (each: DraftProblem) => boolean): string | null => {
    const found = attempts > 0 ? problems.find(matches) : undefined
    return found === undefined ? null : t(`screens.newTask.${found.problem}`)
  }
  return (
    <div ref={form} className={styles['form']}>
      <TextBox
        label={t('screens.newTask.name')}
        placeholder={t('screens.newTask.namePlaceholder')}
        value={draft.name}
        onChange={(name) => change({ name })}
        wrong={wrong((each) => each.field === 'name')}
        autoFocus={isNew}
        onEnter={onSubmit}
      />
      <TextBox
        label={t('screens.newTask.definition')}
        placeholder={t('screens.newTask.definitionPlaceholder')}
        value={draft.definition}
        onChange={(definition) => change({ definition })}
        lines={2}
      />
      <Group title={t('screens.newTask.levels')} note={t('screens.newTask.levelsNote')}>
        {isNew && <p className={styles['note']}>{t('screens.newTask.levelsMeaning')}</p>}
        <LevelsField
          draft={draft}
          onChange={change}
          wrong={(id, part) =>
            wrong((each) => each.field === 'level' && each.id === id && partOf(each.problem) === part)
          }
        />
      </Group>
      <PlanFields draft={draft} change={change} repeatsWrong={wrong((each) => each.field === 'repeats')} />
      <BudgetFields draft={draft} change={change} />
      {children}
      <MoreFields draft={draft} change={change} alphaWrong={wrong((each) => each.field === 'alpha')} />
    </div>
  )
}
