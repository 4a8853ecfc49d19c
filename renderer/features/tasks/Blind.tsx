import type { ReactNode } from 'react'
import type { TaskDetail } from '../../../shared/domain/task.ts'
import { useTranslator } from '../../app/language.ts'
import { Button, ButtonLink } from '../../components/Button.tsx'
import { Picker } from '../../components/Picker.tsx'
import { type Blindness, chooseLetter } from '../../state/blind.ts'
import { addressOf, tabPlace, type TaskPlace } from '../../state/place.ts'
import { useEndBlind } from '../trials/BlindForm.tsx'
import styles from './Blind.module.css'
import { blindChoices } from './blind-names.ts'

interface Props {
  readonly detail: TaskDetail
  readonly place: TaskPlace
}

/** The configuration behind the chosen letter. */
export function blindConfiguration(blind: Blindness, detail: TaskDetail): string | null {
  const choices = blindChoices(blind, detail)
  return (choices[blind.chosen] ?? choices[0])?.name ?? null
}

/** Chooses among letters; no name stands anywhere in it. */
export function BlindPicker({ detail, blind }: Props & { readonly blind: Blindness }): ReactNode {
  const { t } = useTranslator()
  const letters = blindChoices(blind, detail).map(({ letter }) => letter)
  return (
    <div className={styles['picker']}>
      <Picker
        label={t('screens.task.configuration')}
        choices={letters.map((letter) => ({ id: letter, name: letter }))}
        chosen={letters[blind.chosen] ?? letters[0] ?? null}
        onChoose={(letter) => chooseLetter(detail.task.name, blind, letters.indexOf(letter))}
      />
    </div>
  )
}

/** Stands before every view that names configurations or says how they do: only who means it goes on. */
export function BlindGate({ detail, place }: Props): ReactNode {
  const { t } = useTranslator()
  const end = useEndBlind(detail)
  return (
    <div className={styles['gate']}>
      <h2>{t('screens.log.blind.gateTitle')}</h2>
      <p>{t('screens.log.blind.gateText')}</p>
      <div className={styles['buttons']}>
        <ButtonLink look="primary" href={addressOf(tabPlace(place, 'log'))}>
          {t('screens.log.blind.back')}
        </ButtonLink>
        <Button onPress={end}>{t('screens.log.blind.end')}</Button>
      </div>
    </div>
  )
}
