import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { NumberField } from 'react-aria-components/NumberField'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import { cx } from './cx.ts'
import styles from './Field.module.css'

interface FieldProps {
  readonly label: string
  /** Keep the label for screen readers only: what stands around the field says it already. */
  readonly hideLabel?: boolean
  readonly note?: string | undefined
  /** What is wrong with the value; null when nothing is. */
  readonly wrong?: string | null
}

interface TextBoxProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly lines?: number
  readonly autoFocus?: boolean
  readonly onEnter?: () => void
  readonly onBlur?: () => void
}

function FieldLabel({ label, hideLabel = false }: FieldProps): ReactNode {
  return <Label className={cx(hideLabel ? styles['hiddenLabel'] : styles['label'])}>{label}</Label>
}

function FieldNotes({ note, wrong = null }: FieldProps): ReactNode {
  return (
    <>
      {note === undefined ? null : (
        <Text slot="description" className={cx(styles['note'])}>
          {note}
        </Text>
      )}
      <FieldError className={cx(styles['wrong'])}>{wrong}</FieldError>
    </>
  )
}

export function TextBox(props: TextBoxProps): ReactNode {
  const { value, onChange, placeholder, lines = 1, onEnter } = props
  const className = cx(styles['input'])
  return (
    <TextField
      className={cx(styles['field'])}
      value={value}
      onChange={onChange}
      isInvalid={(props.wrong ?? null) !== null}
      autoFocus={props.autoFocus ?? false}
      {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
      validationBehavior="aria"
      onKeyDown={(event) => {
        // While an input method composes Hangul, Enter ends the composition and means nothing more.
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter?.()
        else event.continuePropagation()
      }}
    >
      <FieldLabel {...props} />
      {lines > 1 ? (
        <TextArea className={className} rows={lines} placeholder={placeholder ?? ''} />
      ) : (
        <Input className={className} placeholder={placeholder ?? ''} />
      )}
      <FieldNotes {...props} />
    </TextField>
  )
}

interface NumberBoxProps extends FieldProps {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly minimum?: number
  readonly maximum?: number
  readonly format?: Intl.NumberFormatOptions
}

/** A number in the notation of the language; null while empty. */
export function NumberBox(props: NumberBoxProps): ReactNode {
  const { value, onChange, minimum, maximum, format } = props
  return (
    <NumberField
      className={cx(styles['field'])}
      value={value ?? Number.NaN}
      onChange={(given) => onChange(Number.isNaN(given) ? null : given)}
      isInvalid={(props.wrong ?? null) !== null}
      validationBehavior="aria"
      isWheelDisabled
      {...(minimum === undefined ? {} : { minValue: minimum })}
      {...(maximum === undefined ? {} : { maxValue: maximum })}
      {...(format === undefined ? {} : { formatOptions: format })}
    >
      <FieldLabel {...props} />
      <Input className={cx(styles['input'], styles['number'])} />
      <FieldNotes {...props} />
    </NumberField>
  )
}
