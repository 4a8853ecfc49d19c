import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
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
import { emptyDraft, partOf, problemsOf, type TaskDraft, toNewTask } from './draft.ts'
import { Effort } from './Effort.tsx'
import { keepDraft, useKeptDraft } from './kept-draft.ts'
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

/** A short form with presets; only a name is needed. */
export function NewTaskScreen(): ReactNode {
  const { t } = useTranslator()
  const tasks = useRead('task.list', {})
  const [empty] = useState(() => emptyDraft(t))
  const kept = useKeptDraft((state) => state.draft)
  const draft = kept ?? empty
  // What is wrong shows once somebody tried to go on, not while they are still typing.
  const [attempts, setAttempts] = useState(0)
  const form = useRef<HTMLDivElement>(null)
  useFocusOnWrong(form, attempts)
  const create = useWrite('task.create', {
    onDone: ({ name }) => {
      keepDraft(null)
      goTo(taskPlace(name, 'log'))
    },
  })
  useTitle([t('screens.newTask.title')])
  const problems = problemsOf(draft, tasks.data?.map((each) => each.name) ?? [])
  const wrong = (matches: (each: (typeof problems)[number]) => boolean): string | null => {
    const found = attempts > 0 ? problems.find(matches) : undefined
    return found === undefined ? null : t(`screens.newTask.${found.problem}`)
  }
  const change = (changes: Partial<TaskDraft>): void =>
    keepDraft({ ...(useKeptDraft.getState().draft ?? empty), ...changes })
  const submit = (): void => {
    setAttempts(attempts + 1)
    if (problems.length === 0 && !create.isPending) create.mutate(toNewTask(draft))
  }
  return (
    <Screen title={t('screens.newTask.title')}>
      <h2 className={styles['lead']}>{t('screens.newTask.lead')}</h2>
      <div className={styles['columns']}>
        <div ref={form} className={styles['form']}>
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
              wrong={(id, part) =>
                wrong((each) => each.field === 'level' && each.id === id && partOf(each.problem) === part)
              }
            />
          </Group>
          <PlanFields draft={draft} change={change} />
          <BudgetFields draft={draft} change={change} />
          <MoreFields draft={draft} change={change} alphaWrong={wrong((each) => each.field === 'alpha')} />
        </div>
        <aside className={styles['aside']}>
          {/* Above what comes and goes, so that it stays where one is about to press. */}
          <div className={styles['actions']}>
            <Button look="primary" isDisabled={create.isPending} onPress={submit}>
              {t('screens.newTask.create')}
            </Button>
            {kept !== null && (
              <Button look="quiet" onPress={() => keepDraft(null)}>
                {t('screens.newTask.startOver')}
              </Button>
            )}
          </div>
          <Effort draft={draft} />
        </aside>
      </div>
    </Screen>
  )
}
