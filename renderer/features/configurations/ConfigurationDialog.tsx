import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { ConfigurationSummary } from '../../../shared/domain/configuration.ts'
import { useRead } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { Await } from '../../components/Await.tsx'
import { Button } from '../../components/Button.tsx'
import { NumberBox, TextBox } from '../../components/Field.tsx'
import { Modal } from '../../components/Modal.tsx'
import { Picker } from '../../components/Picker.tsx'
import {
  changesOf,
  type ConfigurationDraft,
  type ConfigurationProblem,
  draftOf,
  problemsOf,
} from './draft.ts'
import { useSetConfiguration } from './use-set-configuration.ts'
import styles from './ConfigurationDialog.module.css'

interface FieldsProps {
  readonly draft: ConfigurationDraft
  readonly change: (changes: Partial<ConfigurationDraft>) => void
  /** What is wrong, among these, in words. */
  readonly wrong: (...problems: readonly ConfigurationProblem[]) => string | null
}

const described = ['model', 'version', 'strategy', 'promptVersion'] as const

function WhatItIs({ draft, change, wrong }: FieldsProps): ReactNode {
  const { t } = useTranslator()
  return (
    <>
      <TextBox
        label={t('screens.configuration.name')}
        value={draft.name}
        onChange={(name) => change({ name })}
        wrong={wrong('nameMissing', 'nameTaken')}
        autoFocus
      />
      <div className={styles['pair']}>
        {described.map((field) => (
          <TextBox
            key={field}
            label={t(`screens.configuration.${field}`)}
            placeholder={t(`screens.configuration.${field}Example`)}
            value={draft[field]}
            onChange={(text) => change({ [field]: text })}
          />
        ))}
      </div>
    </>
  )
}

function ComputeFields(props: FieldsProps & { readonly others: readonly ConfigurationSummary[] }): ReactNode {
  const { t } = useTranslator()
  const { draft, change, wrong, others } = props
  const none = { id: '', name: t('screens.configuration.nothing') }
  return (
    <fieldset className={styles['group']}>
      <legend>{t('screens.configuration.compute')}</legend>
      <p className={styles['note']}>{t('screens.configuration.computeNote')}</p>
      <div className={styles['pair']}>
        <NumberBox
          label={t('screens.configuration.amount')}
          value={draft.computeAmount}
          onChange={(computeAmount) => change({ computeAmount })}
          minimum={0.000001}
          maximum={1e15}
          format={{ maximumFractionDigits: 6 }}
          wrong={wrong('amountMissing')}
        />
        <TextBox
          label={t('screens.configuration.unit')}
          placeholder={t('screens.configuration.unitExample')}
          value={draft.computeUnit}
          onChange={(computeUnit) => change({ computeUnit })}
          wrong={wrong('unitMissing')}
        />
      </div>
      {others.length > 0 && (
        <Picker
          kind="field"
          label={t('screens.configuration.moreComputeThan')}
          choices={[none, ...others.map(({ name }) => ({ id: name, name }))]}
          chosen={draft.moreComputeThan ?? ''}
          onChoose={(id) => change({ moreComputeThan: id === '' ? null : id })}
        />
      )}
      <p className={styles['note']}>{t('screens.configuration.moreComputeNote')}</p>
    </fieldset>
  )
}

interface FormProps {
  readonly task: string
  readonly configuration: ConfigurationSummary
  readonly others: readonly ConfigurationSummary[]
  readonly onClose: () => void
}

function Form({ task, configuration, others, onClose }: FormProps): ReactNode {
  const { t } = useTranslator()
  const [draft, setDraft] = useState(() => draftOf(configuration))
  const [attempts, setAttempts] = useState(0)
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const found = attempts === 0 ? null : form.current?.querySelector('[aria-invalid="true"]')
    if (found instanceof HTMLElement) found.focus()
  }, [attempts])
  const former = { ...changesOf(draftOf(configuration)), name: configuration.name }
  const { save, isPending } = useSetConfiguration(task, former, onClose)
  const problems = problemsOf(
    draft,
    others.map((each) => each.name),
  )
  const wrong = (...asked: readonly ConfigurationProblem[]): string | null => {
    const found = attempts > 0 ? problems.find((each) => asked.includes(each)) : undefined
    return found === undefined ? null : t(`screens.configuration.${found}`)
  }
  const change = (changes: Partial<ConfigurationDraft>): void =>
    setDraft((before) => ({ ...before, ...changes }))
  const submit = (): void => {
    setAttempts(attempts + 1)
    if (problems.length > 0 || isPending) return
    save(draft)
  }
  return (
    <div ref={form} className={styles['form']}>
      <p className={styles['lead']}>{t('screens.configuration.lead')}</p>
      <WhatItIs draft={draft} change={change} wrong={wrong} />
      <ComputeFields draft={draft} change={change} wrong={wrong} others={others} />
      <TextBox
        label={t('screens.configuration.parameters')}
        note={t('screens.configuration.parametersNote')}
        placeholder={t('screens.configuration.parametersExample')}
        value={draft.parameters}
        onChange={(parameters) => change({ parameters })}
        lines={3}
        wrong={wrong('parametersWrong')}
      />
      <div className={styles['actions']}>
        <Button look="primary" isPending={isPending} onPress={submit}>
          {t('screens.setup.save')}
        </Button>
        <Button onPress={onClose}>{t('screens.app.cancel')}</Button>
      </div>
    </div>
  )
}

interface Props {
  readonly task: string
  readonly configuration: string
  readonly onClose: () => void
}

/** Says what a configuration is, in the team's words; nothing of what was logged with it changes. */
export function ConfigurationDialog({ task, configuration, onClose }: Props): ReactNode {
  const { t } = useTranslator()
  const detail = useRead('task.get', { task })
  return (
    <Modal label={t('screens.configuration.title', { name: configuration })} onClose={onClose}>
      <Await query={detail}>
        {({ configurations }) => {
          const found = configurations.find((each) => each.name === configuration)
          if (found === undefined) return <p>{t('screens.configuration.notStored')}</p>
          const others = configurations.filter((each) => each !== found)
          return <Form task={task} configuration={found} others={others} onClose={onClose} />
        }}
      </Await>
    </Modal>
  )
}
