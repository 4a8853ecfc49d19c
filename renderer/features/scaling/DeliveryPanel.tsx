import type { ReactNode } from 'react'
import { Delivery, deliveryReading } from '../../../shared/charts/index.ts'
import type { RetryAtK } from '../../../shared/domain/assessment.ts'
import { notMeasuredText, verifierTexts } from '../../../shared/text/sentences.ts'
import { useTranslator } from '../../app/language.ts'
import { ButtonLink } from '../../components/Button.tsx'
import { ChartFrame } from '../../components/ChartFrame.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Unbroken } from '../../components/Unbroken.tsx'
import { addressOf, tabPlace } from '../../state/place.ts'
import type { ScalingPanelProps } from './ScalingView.tsx'
import { pairedChartHeight } from './chart-height.ts'
import styles from './ScalingView.module.css'

/** Nobody logged what a verifier says: what to log, and what it will show. */
function LogVerdicts({ place }: Pick<ScalingPanelProps, 'place'>): ReactNode {
  const { t } = useTranslator()
  return (
    <div className={styles['missing']}>
      <p className={styles['lead']}>{t('screens.scaling.delivery.noVerdicts')}</p>
      <p>{t('screens.scaling.delivery.noVerdictsText')}</p>
      <p>{t('screens.scaling.delivery.noVerdictsHow')}</p>
      <ButtonLink href={addressOf(tabPlace(place, 'log'))}>
        {t('screens.scaling.delivery.logThem')}
      </ButtonLink>
    </div>
  )
}

function Split({ assessment, rows }: ScalingPanelProps & { readonly rows: readonly RetryAtK[] }): ReactNode {
  const translator = useTranslator()
  const { t } = translator
  const { verifier, bottleneck, levels } = assessment
  const level = levels.find((each) => each.name === bottleneck.level)
  if (level === undefined) return null
  const known = 'notMeasured' in verifier ? null : verifier.utility
  const utility = known === null || 'notMeasured' in known ? null : known
  const drawn = { rows, utility, level, translator }
  const notes = [
    ...verifierTexts(translator, assessment),
    ...(utility === null ? [t('screens.scaling.delivery.noWrongCost')] : []),
  ]
  return (
    <>
      <ChartFrame
        title={t('screens.scaling.delivery.title')}
        read={(width) => deliveryReading({ ...drawn, width, height: pairedChartHeight(width) })}
      >
        {(width) => <Delivery {...drawn} width={width} height={pairedChartHeight(width)} prefix="delivery" />}
      </ChartFrame>
      {notes.map((text) => (
        <p key={text} className={styles['note']}>
          <Unbroken text={text} />
        </p>
      ))}
    </>
  )
}

/** How a task ends when it is retried until the verifier accepts. */
export function DeliveryPanel(props: ScalingPanelProps): ReactNode {
  const translator = useTranslator()
  const { t } = translator
  const { retry } = props.assessment.repeats
  if (!('notMeasured' in retry)) {
    return (
      <Panel title={t('screens.scaling.delivery.title')} aside={t('screens.scaling.delivery.aside')}>
        <Split {...props} rows={retry} />
      </Panel>
    )
  }
  return (
    <Panel title={t('screens.scaling.delivery.title')}>
      {retry.notMeasured === 'no-verifier-verdicts' ? (
        <LogVerdicts place={props.place} />
      ) : (
        <p className={styles['missing']}>{notMeasuredText(translator, retry.notMeasured)}</p>
      )}
    </Panel>
  )
}
