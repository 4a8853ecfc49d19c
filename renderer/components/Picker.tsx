import { Button } from 'react-aria-components/Button'
import { Collection, ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Label, Select, SelectValue } from 'react-aria-components/Select'
import { cx } from './cx.ts'
import menu from './menu.module.css'
import styles from './Picker.module.css'

export interface Choice<Id extends string> {
  readonly id: Id
  readonly name: string
  /** Shown after the name, in grey. */
  readonly detail?: string
  /** The detail is part of what is chosen, and stands beside its name when the list is closed too. */
  readonly isTold?: boolean
}

interface Props<Id extends string> {
  readonly label: string
  readonly choices: readonly Choice<Id>[]
  readonly chosen: Id | null
  readonly onChoose: (id: Id) => void
  readonly placeholder?: string
  /** `inline`: label and value in one line, for bars. `field`: label above, for forms. `bare`: in tables. */
  readonly kind?: 'inline' | 'field' | 'bare'
  /** Something to do about the choices, below them. */
  readonly action?: { readonly name: string; readonly run: () => void }
}

/** No name that one can choose: names are never empty. */
const actionId = ' '

function toldName(choice: Choice<string> | undefined): string | undefined {
  return choice?.isTold === true ? `${choice.name} ${choice.detail ?? ''}` : choice?.name
}

/** Chooses one of a few. */
export function Picker<Id extends string>({ kind = 'inline', ...props }: Props<Id>) {
  const choose = (key: unknown): void => {
    if (key === actionId) props.action?.run()
    const choice = props.choices.find((each) => each.id === key)
    if (choice !== undefined) props.onChoose(choice.id)
  }
  return (
    <Select
      className={cx(styles['picker'], styles[kind])}
      value={props.chosen}
      onChange={choose}
      isDisabled={props.choices.length === 0}
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
      {...(kind === 'bare' ? { 'aria-label': props.label } : {})}
    >
      {kind !== 'bare' && <Label className={cx(styles['label'])}>{props.label}</Label>}
      <Button className={cx(styles['button'])}>
        <SelectValue className={cx(styles['value'])}>
          {({ defaultChildren, isPlaceholder }) =>
            isPlaceholder ? defaultChildren : toldName(props.choices.find((each) => each.id === props.chosen))
          }
        </SelectValue>
        <span className={menu['arrow']} aria-hidden />
      </Button>
      <Popover className={cx(menu['popover'], styles['popover'])} offset={4}>
        <ListBox className={cx(menu['list'])}>
          <Collection items={props.choices}>
            {(choice) => (
              <ListBoxItem
                id={choice.id}
                textValue={choice.name}
                className={cx(menu['item'], styles['item'])}
              >
                <span className={styles['name']}>{choice.name}</span>
                {choice.detail !== undefined && <span className={styles['detail']}>{choice.detail}</span>}
              </ListBoxItem>
            )}
          </Collection>
          {props.action !== undefined && (
            <ListBoxItem
              id={actionId}
              textValue={props.action.name}
              className={cx(menu['item'], styles['item'], styles['action'])}
            >
              {props.action.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
