import type { ReactNode } from 'react'
import { formatCount } from '../../../shared/text/numbers.ts'
import { counted } from '../../../shared/text/words.ts'
import { useTranslator } from '../../app/language.ts'
import { PopoverForm } from '../../components/PopoverForm.tsx'
import type { TaskPlace } from '../../state/place.ts'
import { replacePlace } from '../../state/view.ts'
import { CasesForm } from './CasesForm.tsx'
import { ConfigurationForm } from './ConfigurationForm.tsx'
import { LogGrid } from './LogGrid.tsx'
import type { TaskViewProps } from '../tasks/task-view.ts'
import styles from './LogView.module.css'

function useChooseConfiguration(place: TaskPlace): (configuration: string) => void {
  return (configuration) => replacePlace({ ...place, configuration })
}

/** How far the plan has come for the configuration on screen. */
function Progress({ detail, configuration }: TaskViewProps): ReactNode {
  const translator = useTranslator()
  const { t, language } = translator
  const summary = detail.configurations.find((each) => each.name === configuration)
  const repeats = detail.task.plannedRepeats
  const planned = repeats === null ? null : repeats * detail.cases
  const toGo = planned === null ? null : Math.max(0, planned - (summary?.trials ?? 0))
  return (
    <p className={styles['progress']}>
      <strong>
        {t('screens.log.progress', {
          complete: formatCount(language, summary?.completeCases ?? 0),
          cases: formatCount(language, detail.cases),
        })}
      </strong>
      {toGo !== null && (
        <span>{toGo === 0 ? t('screens.log.allDone') : counted(translator, 'screens.log.toGo', toGo)}</span>
      )}
    </p>
  )
}

function Head(props: TaskViewProps): ReactNode {
  const { t } = useTranslator()
  const { detail, place } = props
  const choose = useChooseConfiguration(place)
  return (
    <div className={styles['head']}>
      <Progress {...props} />
      <PopoverForm label={t('screens.log.newConfiguration')}>
        {(close) => (
          <ConfigurationForm
            onChoose={(name) => {
              choose(name)
              close()
            }}
          />
        )}
      </PopoverForm>
      <PopoverForm label={t('screens.log.addCases')}>
        {(close) => <CasesForm task={detail.task.name} onAdded={close} />}
      </PopoverForm>
    </div>
  )
}

/** First the configuration, then the cases, then the grid: one question at a time. */
export function LogView(props: TaskViewProps): ReactNode {
  const { t } = useTranslator()
  const { detail, place, configuration } = props
  const choose = useChooseConfiguration(place)
  if (configuration === null) {
    return (
      <div className={styles['start']}>
        <h2>{t('screens.log.configuration')}</h2>
        <p>{t('screens.log.configurationText')}</p>
        <ConfigurationForm onChoose={choose} />
      </div>
    )
  }
  if (detail.cases === 0) {
    return (
      <div className={styles['start']}>
        <h2>{t('screens.log.noCases')}</h2>
        <p>{t('screens.log.noCasesText')}</p>
        <CasesForm task={detail.task.name} />
      </div>
    )
  }
  return (
    <>
      <Head {...props} />
      <LogGrid key={configuration} task={detail.task} cases={detail.cases} configuration={configuration} />
    </>
  )
}
