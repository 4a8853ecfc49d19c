import { type ReactNode, useState } from 'react'
import { useTranslator } from '../../app/language.ts'
import { Button } from '../../components/Button.tsx'
import { TextBox } from '../../components/Field.tsx'
import styles from './SmallForm.module.css'

/** Names a configuration; it is stored with its first attempt. */
export function ConfigurationForm({ onChoose }: { readonly onChoose: (name: string) => void }): ReactNode {
  const { t } = useTranslator()
  const [name, setName] = useState('')
  const choose = (): void => {
    if (name.trim() !== '') onChoose(name.trim())
  }
  return (
    <div className={styles['form']}>
      <TextBox
        label={t('screens.task.configuration')}
        placeholder={t('screens.log.configurationPlaceholder')}
        value={name}
        onChange={setName}
        onEnter={choose}
        autoFocus
      />
      <Button look="primary" isDisabled={name.trim() === ''} onPress={choose}>
        {t('screens.log.start')}
      </Button>
    </div>
  )
}
