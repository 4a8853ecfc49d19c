import { type ReactNode, useState } from 'react'
import type { ImportSummary } from '../../../shared/domain/import.ts'
import { useRead } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { Checkbox } from '../../components/Checkbox.tsx'
import { NumberBox, TextBox } from '../../components/Field.tsx'
import { Picker } from '../../components/Picker.tsx'
import type { ImportChoices } from './choices.ts'
import styles from './ImportOptionsForm.module.css'

interface Props {
  readonly summary: ImportSummary
  readonly choices: ImportChoices
  readonly onChange: (changes: Partial<ImportChoices>) => void
}

/** No task is called so: names are never empty. */
const newTaskId = ''

function TargetFields({ choices, onChange }: Props): ReactNode {
  const { t } = useTranslator()
  const tasks = useRead('task.list', {}).data ?? []
  return (
    <>
      <Picker
        kind="field"
        label={t('screens.import.into')}
        choices={[
          ...tasks.map(({ name }) => ({ id: name, name })),
          { id: newTaskId, name: t('screens.import.newTask') },
        ]}
        chosen={choices.task ?? newTaskId}
        onChoose={(id) => onChange({ task: id === newTaskId ? null : id })}
      />
      {choices.task === null && (
        <TextBox
          label={t('screens.import.newTaskName')}
          value={choices.newTask}
          onChange={(newTask) => onChange({ newTask })}
        />
      )}
    </>
  )
}

/** What the file leaves open: asked only where the file does. */
export function ImportOptionsForm(props: Props): ReactNode {
  const { t } = useTranslator()
  const { summary, choices, onChange } = props
  const [configuration, setConfiguration] = useState(choices.configuration)
  const has = (field: string): boolean => summary.columns.some((column) => column.field === field)
  const keep = (): void => onChange({ configuration })
  return (
    <div className={styles['form']}>
      <TargetFields {...props} />
      {!has('configuration') && (
        <TextBox
          label={t('screens.import.configuration')}
          placeholder={t('screens.log.configurationPlaceholder')}
          value={configuration}
          onChange={setConfiguration}
          onBlur={keep}
          onEnter={keep}
        />
      )}
      {has('score') && !has('outcome') && (
        <NumberBox
          label={t('screens.import.passMark')}
          value={choices.passMark}
          onChange={(passMark) => onChange({ passMark })}
          format={{ maximumFractionDigits: 6 }}
        />
      )}
      {(summary.problemCount > 0 || choices.skipBadRows) && (
        <Checkbox checked={choices.skipBadRows} onChange={(skipBadRows) => onChange({ skipBadRows })}>
          {t('screens.import.skipBadRows')}
        </Checkbox>
      )}
    </div>
  )
}
