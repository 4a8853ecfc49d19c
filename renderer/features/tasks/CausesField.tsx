import { type ReactNode, useEffect, useRef } from 'react'
import { type Lever, levers } from '../../../shared/domain/cause.ts'
import { formatCount } from '../../../shared/text/numbers.ts'
import { leverWord } from '../../../shared/text/words.ts'
import { useTranslator } from '../../app/language.ts'
import { Button } from '../../components/Button.tsx'
import { cx } from '../../components/cx.ts'
import { TextBox } from '../../components/Field.tsx'
import { Keys } from '../../components/Keys.tsx'
import { Picker } from '../../components/Picker.tsx'
import { type CauseDraft, type CauseProblem, movedCause } from './edit.ts'
import styles from './CausesField.module.css'

interface Props {
  readonly causes: readonly CauseDraft[]
  readonly onChange: (causes: readonly CauseDraft[]) => void
  /** What is wrong with a cause, by its id; empty until somebody tried to go on. */
  readonly problems: readonly CauseProblem[]
  /** Trials that carry a cause, by its key. */
  readonly used: ReadonlyMap<string, number>
}

/** Up to as many causes as a task may have. */
const mostCauses = 50

const choices: readonly (Lever | 'none')[] = [...levers, 'none']

interface RowProps extends Props {
  readonly cause: CauseDraft
  readonly index: number
  readonly onMove: (step: -1 | 1) => void
}

function Moves({ cause, causes, index, onMove }: RowProps): ReactNode {
  const { t } = useTranslator()
  return (
    <span className={styles['moves']}>
      <Button
        look="quiet"
        isDisabled={index === 0}
        onPress={() => onMove(-1)}
        aria-label={t('screens.setup.moveUp', { cause: cause.name })}
      >
        ↑
      </Button>
      <Button
        look="quiet"
        isDisabled={index === causes.length - 1}
        onPress={() => onMove(1)}
        aria-label={t('screens.setup.moveDown', { cause: cause.name })}
      >
        ↓
      </Button>
    </span>
  )
}

function CauseRow(props: RowProps): ReactNode {
  const translator = useTranslator()
  const { t, language } = translator
  const { cause, causes, index, onChange, problems, used } = props
  const problem = problems.find((each) => each.id === cause.id)?.problem
  const trials = used.get(cause.key ?? '') ?? 0
  const change = (changes: Partial<CauseDraft>): void =>
    onChange(causes.map((each) => (each.id === cause.id ? { ...each, ...changes } : each)))
  return (
    <li className={styles['row']} data-cause={cause.id}>
      <span className={styles['key']}>
        {index < 10 && <Keys shortcut={{ key: String((index + 1) % 10) }} />}
      </span>
      <TextBox
        label={t('screens.setup.causeName')}
        hideLabel
        value={cause.name}
        onChange={(name) => change({ name })}
        wrong={problem === undefined ? null : t(`screens.setup.${problem}`)}
      />
      <span className={styles['lever']}>
        <Picker
          kind="bare"
          label={t('screens.setup.leverOf', { cause: cause.name })}
          choices={choices.map((id) => ({ id, name: leverWord(translator, id === 'none' ? null : id) }))}
          chosen={cause.lever ?? 'none'}
          onChoose={(id) => change({ lever: id === 'none' ? null : id })}
        />
      </span>
      <span className={styles['used']}>{trials === 0 ? '–' : formatCount(language, trials)}</span>
      <Moves {...props} />
      <span className={styles['remove']}>
        {trials === 0 && (
          <Button
            look="quiet"
            onPress={() => onChange(causes.filter((each) => each.id !== cause.id))}
            aria-label={t('screens.setup.removeCause', { cause: cause.name })}
          >
            ×
          </Button>
        )}
      </span>
    </li>
  )
}

/** Moved, a row takes the focus along: to the same button, or to the other one at an end of the list. */
function useFocusOnMoved() {
  const list = useRef<HTMLUListElement>(null)
  const moved = useRef<{ readonly id: number; readonly step: -1 | 1 } | null>(null)
  useEffect(() => {
    if (moved.current === null) return
    const { id, step } = moved.current
    moved.current = null
    const row = list.current?.querySelector(`[data-cause="${id}"]`)
    const buttons = [...(row?.querySelectorAll(`.${styles['moves']} button`) ?? [])]
    const inOrder = step === -1 ? buttons : buttons.toReversed()
    const button = inOrder.find((each) => each instanceof HTMLButtonElement && !each.disabled)
    if (button instanceof HTMLElement) button.focus()
  })
  return { list, moved }
}

/** Why attempts fail: the list of the task, in the order of the digits while logging. */
export function CausesField(props: Props): ReactNode {
  const { t } = useTranslator()
  const { causes, onChange, used } = props
  const { list, moved } = useFocusOnMoved()
  const add = (): void => {
    const id = Math.max(-1, ...causes.map((each) => each.id)) + 1
    onChange([...causes, { id, key: null, name: '', lever: 'product-engineering' }])
  }
  return (
    <>
      <div className={cx(styles['row'], styles['head'])} aria-hidden>
        <span>{t('screens.setup.digit')}</span>
        <span>{t('screens.setup.causeName')}</span>
        <span>{t('screens.setup.lever')}</span>
        <span className={styles['figure']}>{t('screens.setup.used')}</span>
      </div>
      <ul ref={list} className={styles['list']}>
        {causes.map((cause, index) => (
          <CauseRow
            key={cause.id}
            {...props}
            cause={cause}
            index={index}
            onMove={(step) => {
              moved.current = { id: cause.id, step }
              onChange(movedCause(causes, cause.id, step))
            }}
          />
        ))}
      </ul>
      <div>
        <Button look="quiet" isDisabled={causes.length >= mostCauses} onPress={add}>
          + {t('screens.setup.addCause')}
        </Button>
      </div>
      {used.size > 0 && <p className={styles['note']}>{t('screens.setup.usedNote')}</p>}
    </>
  )
}
