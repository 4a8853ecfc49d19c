import type { ReactNode } from 'react'
import type { TaskDetail } from '../../../shared/domain/task.ts'
import { useWrite } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { Button } from '../../components/Button.tsx'
import { endBlind, startBlind, useBlind } from '../../state/blind.ts'
import { notify } from '../../state/notices.ts'
import { blindChoices } from '../tasks/blind-names.ts'
import { CellForm, FormTitle } from './CellForm.tsx'
import styles from './CellForm.module.css'

interface Props {
  readonly detail: TaskDetail
  readonly configuration: string
  readonly beside: string
  readonly onClose: () => void
}

/** A seed that nobody chose. */
function anySeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
}

function Start({ detail, configuration, onClose }: Props): ReactNode {
  const { t } = useTranslator()
  const task = detail.task.name
  const names = detail.configurations.map(({ name }) => name)
  const begin = (all: readonly string[]): void => {
    startBlind(task, all, anySeed())
    onClose()
  }
  // One that has no trial yet is made first: a letter stands for a configuration that is there.
  const make = useWrite('configuration.set', { onDone: () => begin([...names, configuration]) })
  const isNew = !names.includes(configuration)
  return (
    <>
      <FormTitle title={t('screens.log.blind.title')} />
      <p>{t('screens.log.blind.hides')}</p>
      <ul className={styles['points']}>
        <li>{t(names.length > 1 ? 'screens.log.blind.dealt' : 'screens.log.blind.single')}</li>
        <li>{t('screens.log.blind.shows')}</li>
        <li>{t('screens.log.blind.ends')}</li>
      </ul>
      <div className={styles['buttons']}>
        <Button
          look="primary"
          autoFocus
          isPending={make.isPending}
          onPress={() =>
            isNew ? make.mutate({ task, configuration, create: true, changes: {} }) : begin(names)
          }
        >
          {t('screens.log.blind.start')}
        </Button>
        <Button onPress={onClose}>{t('screens.app.cancel')}</Button>
      </div>
    </>
  )
}

/** Ends blind mode and says which letter was which. */
export function useEndBlind(detail: TaskDetail): () => void {
  const { t } = useTranslator()
  const task = detail.task.name
  const blind = useBlind(task)
  return () => {
    if (blind === null) return
    const choices = blindChoices(blind, detail)
    endBlind(task)
    const key = choices.map(({ letter, name }) => t('screens.log.blind.was', { letter, name })).join(' · ')
    notify('done', t('screens.log.blind.ended', { key }))
  }
}

function End({ detail, onClose }: Props): ReactNode {
  const { t } = useTranslator()
  const end = useEndBlind(detail)
  return (
    <>
      <FormTitle title={t('screens.log.blind.endTitle')} />
      <p>{t('screens.log.blind.endText')}</p>
      <div className={styles['buttons']}>
        <Button look="primary" autoFocus onPress={onClose}>
          {t('screens.log.blind.stay')}
        </Button>
        <Button
          onPress={() => {
            end()
            onClose()
          }}
        >
          {t('screens.log.blind.end')}
        </Button>
      </div>
    </>
  )
}

/** Begins blind mode, or ends it: each is said before it is done. */
export function BlindForm(props: Props): ReactNode {
  const { t } = useTranslator()
  const isBlind = useBlind(props.detail.task.name) !== null
  return (
    <CellForm
      label={t(isBlind ? 'screens.log.blind.endTitle' : 'screens.log.blind.title')}
      beside={props.beside}
      onClose={props.onClose}
    >
      {isBlind ? <End {...props} /> : <Start {...props} />}
    </CellForm>
  )
}
