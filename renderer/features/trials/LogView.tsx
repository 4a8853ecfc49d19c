import type { ReactNode } from 'react'
import { useTranslator } from '../../app/language.ts'
import { ButtonLink } from '../../components/Button.tsx'
import { addressOf } from '../../state/place.ts'
import { replacePlace } from '../../state/view.ts'
import { CasesForm } from './CasesForm.tsx'
import { ConfigurationForm } from './ConfigurationForm.tsx'
import { LogGrid } from './LogGrid.tsx'
import { LogHead } from './LogHead.tsx'
import type { TaskViewProps } from '../tasks/task-view.ts'
import styles from './LogView.module.css'

/** First the configuration, then the cases, then the grid: one question at a time. */
export function LogView(props: TaskViewProps): ReactNode {
  const { t } = useTranslator()
  const { detail, place, configuration } = props
  const choose = (name: string): void => replacePlace({ ...place, configuration: name })
  if (configuration === null) {
    return (
      <div className={styles['start']}>
        <h2>{t('screens.log.configuration')}</h2>
        <p>{t('screens.log.configurationText')}</p>
        <ConfigurationForm onChoose={choose} />
        <p className={styles['file']}>
          {t('screens.log.haveFile')}{' '}
          <ButtonLink look="link" href={addressOf({ screen: 'import', task: place.task })}>
            {t('screens.command.import')}
          </ButtonLink>
        </p>
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
      <LogHead {...props} onChoose={choose} onAdded={(first) => replacePlace({ ...place, case: first })} />
      <LogGrid
        key={JSON.stringify([place.task, configuration, place.case])}
        detail={detail}
        configuration={configuration}
        startCase={place.case}
      />
    </>
  )
}
