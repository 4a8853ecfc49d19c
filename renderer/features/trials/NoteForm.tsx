import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { useTranslator } from '../../app/language.ts'
import { keepNote, type NoteAddress } from '../../state/kept-notes.ts'
import { CellForm, FormTitle } from './CellForm.tsx'
import styles from './CellForm.module.css'
import { KeyHint } from './KeyHint.tsx'

interface Props {
  /** A note may be empty and then is none; a void attempt needs its reason. */
  readonly kind: 'note' | 'void'
  readonly address: NoteAddress
  /** Id of the cell. */
  readonly beside: string
  /** What is stored with the attempt, or waits for its grade. */
  readonly before: string | null
  readonly isGraded: boolean
  readonly onWrite: (text: string | null) => void
  readonly onClose: () => void
}

/**
 * A few words on one attempt. Enter stores them, Escape leaves all as it was, and a press elsewhere loses nothing:
 * what is typed is kept from the first letter on, also through a closed window.
 */
export function NoteForm({ kind, address, before, isGraded, ...props }: Props): ReactNode {
  const { t } = useTranslator()
  const wrongId = useId()
  const [text, setText] = useState(before ?? '')
  const [isMissing, setIsMissing] = useState(false)
  const change = (typed: string): void => {
    setText(typed)
    setIsMissing(false)
    if (kind === 'note') keepNote(address, typed.trim() === '' ? null : typed)
  }
  const store = (): void => {
    const written = text.trim()
    if (kind === 'void' && written === '') return setIsMissing(true)
    props.onWrite(written === '' ? null : written)
    props.onClose()
  }
  const leave = (): void => {
    // What waited for its grade waits on; what is stored with the attempt needs no second place.
    if (kind === 'note') keepNote(address, isGraded ? null : before)
    props.onClose()
  }
  const press = (event: KeyboardEvent): void => {
    // While an input method composes Hangul, Enter and Escape belong to it.
    if (event.nativeEvent.isComposing) return event.stopPropagation()
    if (event.key === 'Escape') leave()
    else if (event.key === 'Enter' && !event.shiftKey) store()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <CellForm
      label={t(`screens.log.${kind}Title`)}
      beside={props.beside}
      onClose={kind === 'note' ? store : leave}
    >
      <FormTitle
        title={t(`screens.log.${kind}Title`)}
        detail={t('screens.log.attempt', { case: address.case, repeat: address.repeat })}
      />
      <textarea
        className={styles['area']}
        rows={3}
        autoFocus
        aria-label={t(`screens.log.${kind}Title`)}
        aria-invalid={isMissing}
        aria-describedby={isMissing ? wrongId : undefined}
        placeholder={t(`screens.log.${kind}Placeholder`)}
        value={text}
        onChange={({ target }) => change(target.value)}
        onKeyDown={press}
      />
      {isMissing && (
        <p id={wrongId} role="alert" className={styles['wrong']}>
          {t('screens.log.reasonMissing')}
        </p>
      )}
      {kind === 'note' && !isGraded && <p className={styles['text']}>{t('screens.log.noteBefore')}</p>}
      <p className={styles['keys']}>
        <KeyHint shortcut={{ key: 'Enter' }}>{t('screens.log.store')}</KeyHint>
        <KeyHint shortcut={{ key: 'Enter', shift: true }}>{t('screens.log.newLine')}</KeyHint>
        <KeyHint shortcut={{ key: 'Escape' }}>{t('screens.log.leave')}</KeyHint>
      </p>
    </CellForm>
  )
}
