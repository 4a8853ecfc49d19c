import type { ReactNode } from 'react'
import type { Assessment } from '../../../shared/domain/assessment.ts'
import type { Language } from '../../../shared/domain/settings.ts'
import type { MessageKey } from '../../../shared/text/catalogue.ts'
import { useRead } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { Await } from '../../components/Await.tsx'
import { ButtonLink } from '../../components/Button.tsx'
import { addressOf, tabPlace, type TaskPlace } from '../../state/place.ts'
import { hasTrials } from '../tasks/shown.ts'
import type { TaskViewProps } from '../tasks/task-view.ts'
import styles from './WithAssessment.module.css'

interface NothingLoggedProps {
  readonly place: TaskPlace
  readonly title: MessageKey
  readonly text: MessageKey
}

/** Before the first attempt: what will be here, and the two ways to bring attempts in. */
function NothingLogged({ place, title, text }: NothingLoggedProps): ReactNode {
  const { t } = useTranslator()
  return (
    <div className={styles['empty']}>
      <h2 className={styles['title']}>{t(title)}</h2>
      <p>{t(text)}</p>
      <div className={styles['ways']}>
        <ButtonLink look="primary" href={addressOf(tabPlace(place, 'log'))}>
          {t('screens.task.logTrials')}
        </ButtonLink>
        <ButtonLink href={addressOf({ screen: 'import', task: place.task })}>
          {t('screens.command.import')}
        </ButtonLink>
      </div>
    </div>
  )
}

interface Props extends TaskViewProps {
  /** Of the sentences in the assessment; the window's own when absent. */
  readonly language?: Language
  readonly emptyTitle: MessageKey
  readonly emptyText: MessageKey
  readonly children: (assessment: Assessment) => ReactNode
}

/** What a view makes of the assessment of what is on screen, as soon as there is an attempt to assess. */
export function WithAssessment(props: Props): ReactNode {
  const { detail, place, configuration, children } = props
  const translator = useTranslator()
  const known = hasTrials(detail, configuration)
  const assessment = useRead(
    'assessment.get',
    {
      task: place.task,
      language: props.language ?? translator.language,
      ...(configuration === null ? {} : { configuration }),
      ...(place.level === null ? {} : { level: place.level }),
      ...(place.scope === null ? {} : { scope: place.scope }),
    },
    { enabled: known, keepPrevious: true },
  )
  if (!known) return <NothingLogged place={place} title={props.emptyTitle} text={props.emptyText} />
  return <Await query={assessment}>{children}</Await>
}
