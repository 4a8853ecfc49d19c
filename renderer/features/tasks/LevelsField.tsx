import type { ReactNode } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { useTranslator } from '../../app/language.ts'
import { Button } from '../../components/Button.tsx'
import { cx } from '../../components/cx.ts'
import { NumberBox, TextBox } from '../../components/Field.tsx'
import type { LevelDraft, LevelPart, TaskDraft } from './draft.ts'
import styles from './LevelsField.module.css'

interface Props {
  readonly draft: TaskDraft
  readonly onChange: (changes: Pick<TaskDraft, 'levels' | 'target'>) => void
  /** What is wrong with a field of a level, by the level's id. */
  readonly wrong: (id: number, part: LevelPart) => string | null
}

const percent = { style: 'percent', maximumFractionDigits: 4 } as const

/** Up to as many levels as a task may have. */
const mostLevels = 12

function LevelRow(props: Props & { readonly level: LevelDraft }): ReactNode {
  const { t } = useTranslator()
  const { draft, level, onChange, wrong } = props
  const { levels, target } = draft
  const change = (changes: Partial<LevelDraft>): void =>
    onChange({
      target,
      levels: levels.map((each) => (each.id === level.id ? { ...each, ...changes } : each)),
    })
  const remove = (): void => {
    const left = levels.filter((each) => each.id !== level.id)
    onChange({ levels: left, target: target === level.id ? (left.at(-1)?.id ?? 0) : target })
  }
  return (
    <div className={styles['row']}>
      <TextBox
        label={t('screens.newTask.levelName')}
        hideLabel
        value={level.name}
        onChange={(name) => change({ name })}
        wrong={wrong(level.id, 'name')}
      />
      <NumberBox
        label={t('screens.newTask.levelRequired')}
        hideLabel
        value={level.required}
        onChange={(required) => change({ required })}
        format={percent}
        wrong={wrong(level.id, 'required')}
      />
      <Radio value={String(level.id)} className={cx(styles['target'])} aria-label={level.name}>
        <span className={styles['dot']} aria-hidden />
      </Radio>
      <Button
        look="quiet"
        isDisabled={levels.length === 1}
        onPress={remove}
        aria-label={t('screens.newTask.removeLevel', { level: level.name })}
      >
        ×
      </Button>
    </div>
  )
}

/** The automation levels, one of them the target. */
export function LevelsField(props: Props): ReactNode {
  const { t } = useTranslator()
  const { draft, onChange } = props
  const add = (): void => {
    const id = Math.max(...draft.levels.map((each) => each.id)) + 1
    onChange({ target: draft.target, levels: [...draft.levels, { id, name: '', required: null }] })
  }
  return (
    <RadioGroup
      className={cx(styles['levels'])}
      aria-label={t('screens.newTask.levelTarget')}
      value={String(draft.target)}
      onChange={(id) => onChange({ levels: draft.levels, target: Number(id) })}
    >
      <div className={cx(styles['row'], styles['head'])} aria-hidden>
        <span>{t('screens.newTask.levelName')}</span>
        <span className={styles['figure']}>{t('screens.newTask.levelRequired')}</span>
        <span className={styles['targetHead']}>{t('screens.newTask.levelTarget')}</span>
      </div>
      {draft.levels.map((level) => (
        <LevelRow key={level.id} {...props} level={level} />
      ))}
      <Button look="quiet" isDisabled={draft.levels.length >= mostLevels} onPress={add}>
        + {t('screens.newTask.addLevel')}
      </Button>
    </RadioGroup>
  )
}
