import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import type { Choice } from './Picker.tsx'
import { cx } from './cx.ts'
import styles from './Choices.module.css'

interface Props<Id extends string> {
  readonly label: string
  readonly choices: readonly Choice<Id>[]
  readonly chosen: Id
  readonly onChoose: (id: Id) => void
}

/** Chooses one of two to four that all stay in view. */
export function Choices<Id extends string>({ label, choices, chosen, onChoose }: Props<Id>) {
  const choose = (value: string): void => {
    const choice = choices.find((each) => each.id === value)
    if (choice !== undefined) onChoose(choice.id)
  }
  return (
    <RadioGroup className={cx(styles['group'])} value={chosen} onChange={choose}>
      <Label className={cx(styles['label'])}>{label}</Label>
      <div className={styles['choices']}>
        {choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} className={cx(styles['choice'])}>
            {choice.name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
