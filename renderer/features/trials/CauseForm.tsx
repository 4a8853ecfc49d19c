import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import type { Cause } from '../../../shared/domain/cause.ts'
import { causeName } from '../../../shared/text/sentences.ts'
import { useTranslator } from '../../app/language.ts'
import { CellForm, FormTitle } from './CellForm.tsx'
import styles from './CellForm.module.css'
import { causeKeys } from './grading.ts'

interface Props {
  readonly causes: readonly Cause[]
  /** The attempt in words. */
  readonly attempt: string
  /** Only a failure has a cause. */
  readonly isFailure: boolean
  /** Id of the cell. */
  readonly beside: string
  readonly onChoose: (index: number) => void
  readonly onClose: () => void
}

interface Found {
  readonly index: number
  readonly name: string
  readonly digit: string | null
}

/** Causes whose name holds what was typed, in any case of letters. */
function useFound(causes: readonly Cause[], typed: string): readonly Found[] {
  const translator = useTranslator()
  const keys = causeKeys(causes)
  const wanted = typed.trim().toLocaleLowerCase()
  return causes
    .map((cause, index) => ({
      index,
      name: causeName(translator, cause.key, cause.name),
      digit: keys[index]?.key ?? null,
    }))
    .filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
}

function List(props: Props): ReactNode {
  const { t } = useTranslator()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [place, setPlace] = useState(0)
  const found = useFound(props.causes, typed)
  const active = found[Math.min(place, found.length - 1)]
  const choose = (index: number): void => {
    props.onChoose(index)
    props.onClose()
  }
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return event.stopPropagation()
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 && event.key !== 'Enter') return
    event.preventDefault()
    if (step !== 0) setPlace((place + step + found.length) % Math.max(1, found.length))
    else if (active !== undefined) choose(active.index)
  }
  return (
    <>
      <input
        className={styles['input']}
        role="combobox"
        autoFocus
        aria-label={t('screens.log.causeSearch')}
        aria-expanded
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={active === undefined ? undefined : `${id}-${active.index}`}
        placeholder={t('screens.log.causeSearch')}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setPlace(0)
        }}
        onKeyDown={press}
      />
      <div id={`${id}-list`} role="listbox" aria-label={t('screens.log.causes')} className={styles['list']}>
        {found.map(({ index, name, digit }) => (
          <div
            key={index}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active?.index}
            className={styles['option']}
            ref={(element) => {
              if (index === active?.index) element?.scrollIntoView({ block: 'nearest' })
            }}
            // The field keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(index)}
            onKeyDown={press}
          >
            <span>{name}</span>
            {digit !== null && <span>{digit}</span>}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={styles['text']}>{t('screens.log.causeNone')}</p>}
    </>
  )
}

/** All causes of the task, for those beyond the digits and for who looks for a word. */
export function CauseForm(props: Props): ReactNode {
  const { t } = useTranslator()
  return (
    <CellForm label={t('screens.log.causes')} beside={props.beside} onClose={props.onClose}>
      <FormTitle title={t('screens.log.causes')} detail={props.attempt} />
      {props.isFailure ? <List {...props} /> : <p className={styles['text']}>{t('screens.log.noFailure')}</p>}
    </CellForm>
  )
}
