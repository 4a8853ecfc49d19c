import { type ReactNode, useState } from 'react'
import type { Assessment } from '../../../shared/domain/assessment.ts'
import { type Language, languages } from '../../../shared/domain/settings.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { useRead } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { saveFile } from '../../app/save-file.ts'
import { Button } from '../../components/Button.tsx'
import { Choices } from '../../components/Choices.tsx'
import { notify } from '../../state/notices.ts'
import type { TaskPlace } from '../../state/place.ts'
import type { TaskViewProps } from '../tasks/task-view.ts'
import { useExport, useIsExporting } from './export.ts'
import { ReportPreview } from './ReportPreview.tsx'
import { WithAssessment } from '../assessments/WithAssessment.tsx'
import styles from './ReportView.module.css'

/** Each in its own words: for those who cannot read the present one. */
const languageNames = { en: 'English', ko: '한국어' } as const

interface SavingProps {
  readonly assessment: Assessment
  readonly place: TaskPlace
  readonly language: Language
}

function Saving({ assessment, place, language }: SavingProps): ReactNode {
  const { t } = useTranslator()
  const save = useExport(place)
  const isExporting = useIsExporting()
  const saveJson = (): void => {
    const fileName = 'assessment.json'
    const text = `${JSON.stringify(assessment, null, 2)}\n`
    saveFile(fileName, new Blob([text], { type: 'application/json' }))
    notify('done', t('screens.report.saved', { fileName }))
  }
  return (
    <div className={styles['saving']}>
      <Button isDisabled={save === null} onPress={() => save?.('pdf', language)}>
        {t(isExporting ? 'screens.task.exporting' : 'screens.report.pdf')}
      </Button>
      <Button isDisabled={save === null} onPress={() => save?.('html', language)}>
        {t('screens.report.html')}
      </Button>
      <Button onPress={saveJson}>{t('screens.report.json')}</Button>
    </div>
  )
}

/** What leaves the team: to be read here first, and saved in the language and the format that are wanted. */
export function ReportView(props: TaskViewProps): ReactNode {
  const { t, language: own } = useTranslator()
  const { place } = props
  const [language, setLanguage] = useState<Language>(own)
  const info = useRead('workspace.info', {})
  return (
    <WithAssessment
      {...props}
      language={language}
      emptyTitle="screens.report.emptyTitle"
      emptyText="screens.report.emptyText"
    >
      {(found) => (
        <>
          <div className={styles['head']}>
            <div>
              <h2 className={styles['lead']}>{t('screens.report.lead')}</h2>
              <p className={styles['about']}>{t('screens.report.about')}</p>
            </div>
            <div className={styles['options']}>
              <Choices
                label={t('screens.report.language')}
                choices={languages.map((id) => ({ id, name: languageNames[id] }))}
                chosen={language}
                onChoose={setLanguage}
              />
              <Saving assessment={found} place={place} language={language} />
            </div>
          </div>
          <ReportPreview
            assessment={found}
            translator={translatorFor(language)}
            appVersion={info.data?.appVersion ?? ''}
          />
        </>
      )}
    </WithAssessment>
  )
}
