import { type ReactNode, useState } from 'react'
import { counted } from '../../../shared/text/words.ts'
import { useWrite } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { Button } from '../../components/Button.tsx'
import { TextBox } from '../../components/Field.tsx'
import { notify } from '../../state/notices.ts'
import { parseCaseLines } from './case-lines.ts'
import styles from './SmallForm.module.css'

interface Props {
  readonly task: string
  /** @param first the first of the cases that were given */
  readonly onAdded?: (first: string) => void
}

/** Adds cases by name, typed or pasted. */
export function CasesForm({ task, onAdded }: Props): ReactNode {
  const translator = useTranslator()
  const { t } = translator
  const [text, setText] = useState('')
  const cases = parseCaseLines(text)
  const add = useWrite('case.add', {
    onDone: ({ added }, { cases: given }) => {
      notify('done', counted(translator, 'screens.log.added', added))
      const [first] = given
      if (first !== undefined) onAdded?.(first.case)
    },
  })
  return (
    <div className={styles['form']}>
      <TextBox
        label={t('screens.log.addCasesLabel')}
        placeholder={t('screens.log.addCasesPlaceholder')}
        value={text}
        onChange={setText}
        lines={6}
        autoFocus
      />
      <Button
        look="primary"
        isDisabled={cases.length === 0}
        isPending={add.isPending}
        onPress={() => add.mutate({ task, cases })}
      >
        {t('screens.log.addCases')}
      </Button>
    </div>
  )
}
