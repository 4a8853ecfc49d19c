import { type ReactNode, useState } from 'react'
import { scopes } from '../../../shared/domain/task.ts'
import { useRead, useWrite } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { useTitle } from '../../app/title.ts'
import { Button } from '../../components/Button.tsx'
import { Choices } from '../../components/Choices.tsx'
import { NumberBox, TextBox } from '../../components/Field.tsx'
import { Screen } from '../../components/Screen.tsx'
import { taskPlace } from '../../state/place.ts'
import { goTo } from '../../state/view.ts'
import { emptyDraft, problemsOf, type TaskDraft, toNewTask } from './draft.ts'
import { Effort } from './Effort.tsx'
import { LevelsField } from './LevelsField.tsx'
import styles from './NewTaskScreen.module.css'

interface FormProps {
  readonly draft: TaskDraft
  readonly change: (changes: Partial<TaskDraft>) => void
}

function Group(props: {
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

function PlanFields({ draft, change }: FormProps): ReactNode {
  const { t } = useTranslator()
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
  return (
    <details className={styles['more']}>
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

/** A short form with presets; only a name is needed. */
export function NewTaskScreen(): ReactNode {
  const { t } = useTranslator()
  const tasks = useRead('task.list', {})
  const [draft, setDraft] = useState(() => emptyDraft(t))
  // What is wrong shows once somebody tried to go on, not while they are still typing.
  const [isChecked, setIsChecked] = useState(false)
  const create = useWrite('task.create', { onDone: ({ name }) => goTo(taskPlace(name, 'log')) })
  useTitle([t('screens.newTask.title')])
  const problems = problemsOf(draft, tasks.data?.map((each) => each.name) ?? [])
  const wrong = (matches: (each: (typeof problems)[number]) => boolean): string | null => {
    const found = isChecked ? problems.find(matches) : undefined
    return found === undefined ? null : t(`screens.newTask.${found.problem}`)
  }
  const change = (changes: Partial<TaskDraft>): void => setDraft((before) => ({ ...before, ...changes }))
  const submit = (): void => {
    setIsChecked(true)
    if (problems.length === 0 && !create.isPending) create.mutate(toNewTask(draft))
  }
  return (
    <Screen title={t('screens.newTask.title')}>
      <h2 className={styles['lead']}>{t('screens.newTask.lead')}</h2>
      <div className={styles['columns']}>
        <div className={styles['form']}>
          <TextBox
            label={t('screens.newTask.name')}
            placeholder={t('screens.newTask.namePlaceholder')}
            value={draft.name}
            onChange={(name) => change({ name })}
            wrong={wrong((each) => each.field === 'name')}
            autoFocus
            onEnter={submit}
          />
          <TextBox
            label={t('screens.newTask.definition')}
            placeholder={t('screens.newTask.definitionPlaceholder')}
            value={draft.definition}
            onChange={(definition) => change({ definition })}
            lines={2}
          />
          <Group title={t('screens.newTask.levels')} note={t('screens.newTask.levelsNote')}>
            <LevelsField
              draft={draft}
              onChange={change}
              wrong={(id) => wrong((each) => each.field === 'level' && each.id === id)}
            />
          </Group>
          <PlanFields draft={draft} change={change} />
          <BudgetFields draft={draft} change={change} />
          <MoreFields draft={draft} change={change} alphaWrong={wrong((each) => each.field === 'alpha')} />
        </div>
        <aside className={styles['aside']}>
          <Effort draft={draft} />
          <div>
            <Button look="primary" isDisabled={create.isPending} onPress={submit}>
              {t('screens.newTask.create')}
            </Button>
          </div>
        </aside>
      </div>
    </Screen>
  )
}
