import { type ReactNode, useDeferredValue } from 'react'
import type { Assessment } from '../../../shared/domain/assessment.ts'
import { useTranslator } from '../../app/language.ts'
import { saveFile } from '../../app/save-file.ts'
import { Button } from '../../components/Button.tsx'
import { Progress } from '../../components/JobAwait.tsx'
import { notify } from '../../state/notices.ts'
import type { TaskPlace } from '../../state/place.ts'
import { WithAssessment } from '../assessments/WithAssessment.tsx'
import type { TaskViewProps } from '../tasks/task-view.ts'
import { optionsOf, type ReportDraft } from './draft.ts'
import { cancelExport, useExport, useExportProgress, useIsExporting } from './export.ts'
import { keepReportDraft, useReportDraft } from './kept-options.ts'
import { OptionsPanel } from './OptionsPanel.tsx'
import { ReportPreview } from './ReportPreview.tsx'
import styles from './ReportView.module.css'

interface SavingProps {
  readonly assessment: Assessment
  readonly place: TaskPlace
}

function Saving({ assessment, place }: SavingProps): ReactNode {
  const { t } = useTranslator()
  const save = useExport(place)
  const saveJson = (): void => {
    const fileName = 'assessment.json'
    const text = `${JSON.stringify(assessment, null, 2)}\n`
    saveFile(fileName, new Blob([text], { type: 'application/json' }))
    notify('done', t('screens.report.saved', { fileName }))
  }
  return (
    <div className={styles['saving']}>
      <Button isDisabled={save === null} onPress={() => save?.('pdf')}>
        {t('screens.report.pdf')}
      </Button>
      <Button isDisabled={save === null} onPress={() => save?.('html')}>
        {t('screens.report.html')}
      </Button>
      <Button onPress={saveJson}>{t('screens.report.json')}</Button>
    </div>
  )
}

/** In a place of its own, so that nothing moves when it comes and goes. */
function ExportProgress(): ReactNode {
  const { t } = useTranslator()
  const { share, step } = useExportProgress()
  return (
    <div className={styles['progress']}>
      {useIsExporting() && (
        <Progress
          label={t('screens.report.making')}
          progress={share}
          step={step ?? t('screens.report.steps.waiting')}
          onCancel={cancelExport}
        />
      )}
    </div>
  )
}

function ReportOf({ assessment, ...view }: TaskViewProps & { readonly assessment: Assessment }): ReactNode {
  const { t, language } = useTranslator()
  const { detail, place } = view
  const draft = useReportDraft(place.task)
  const options = optionsOf(draft, language, detail)
  // Typing a note goes on while the pages are drawn anew.
  const shown = useDeferredValue(options)
  const change = (changes: ReportDraft): void => keepReportDraft(place.task, { ...draft, ...changes })
  return (
    <>
      <div className={styles['head']}>
        <div>
          <h2 className={styles['lead']}>{t('screens.report.lead')}</h2>
          <p className={styles['about']}>{t('screens.report.about')}</p>
        </div>
        <Saving assessment={assessment} place={place} />
      </div>
      <ExportProgress />
      <div className={styles['columns']}>
        <OptionsPanel
          {...view}
          draft={draft}
          options={options}
          level={assessment.bottleneck.level}
          change={change}
          startOver={() => keepReportDraft(place.task, null)}
        />
        <ReportPreview assessment={assessment} options={shown} />
      </div>
    </>
  )
}

/** What leaves the team: to be read here first, and saved as it is wanted. */
export function ReportView(props: TaskViewProps): ReactNode {
  const { language } = useTranslator()
  const draft = useReportDraft(props.place.task)
  return (
    <WithAssessment
      {...props}
      language={draft.language ?? language}
      emptyTitle="screens.report.emptyTitle"
      emptyText="screens.report.emptyText"
    >
      {(found) => <ReportOf {...props} assessment={found} />}
    </WithAssessment>
  )
}
