import type { ReactNode } from 'react'
import { frontierOf, type FrontierPoint, inOrder, rateText } from '../../../shared/charts/index.ts'
import type { ComparedConfiguration } from '../../../shared/domain/comparison.ts'
import { isMeasured, type Measured } from '../../../shared/domain/measured.ts'
import { formatCount, formatLatency, formatMoney, formatRequired } from '../../../shared/text/numbers.ts'
import { levelVerdictWord, notMeasuredText } from '../../../shared/text/sentences.ts'
import { useTranslator } from '../../app/language.ts'
import { cx } from '../../components/cx.ts'
import { Hidden } from '../../components/Hidden.tsx'
import { Panel } from '../../components/Panel.tsx'
import { addressOf, taskPlace } from '../../state/place.ts'
import type { ComparePanelProps } from './CompareView.tsx'
import { casesAddress } from './links.ts'
import styles from './ConfigurationsPanel.module.css'

/** What is not measured is a dash; why, it says to those who point at it or listen. */
function Price(props: { readonly value: Measured; readonly format: (value: number) => string }): ReactNode {
  const translator = useTranslator()
  const { value, format } = props
  if (isMeasured(value)) return <td data-figures>{format(value)}</td>
  const why = notMeasuredText(translator, value.notMeasured)
  return (
    <td data-figures title={why}>
      <span aria-hidden>–</span>
      <Hidden>{why}</Hidden>
    </td>
  )
}

/** Where it stands in the drawing of what reliability costs. */
function Standing({ point }: { readonly point: FrontierPoint | undefined }): ReactNode {
  const { t } = useTranslator()
  if (point === undefined) return <td className={styles['quiet']}>{t('screens.compare.notMeasured')}</td>
  if (point.dominatedBy === null) return <td>{t('screens.compare.onFrontier')}</td>
  return <td className={styles['quiet']}>{t('screens.compare.behind', { name: point.dominatedBy })}</td>
}

function ConfigurationRow(
  props: ComparePanelProps & {
    readonly configuration: ComparedConfiguration
    readonly point: FrontierPoint | undefined
  },
): ReactNode {
  const translator = useTranslator()
  const { t, language } = translator
  const { configuration: each, comparison, level, place } = props
  const name = each.configuration
  const isLeading = comparison.leader?.configuration === name
  const isKnown = isMeasured(each.reliability.estimate)
  return (
    <tr className={cx(isLeading && styles['leading'])}>
      <th scope="row">
        <a href={addressOf(taskPlace(place.task, 'verdict', { ...place, configuration: name }))}>{name}</a>
      </th>
      <td data-figures>
        <a href={casesAddress(place, name)}>{formatCount(language, each.completeCases)}</a>
      </td>
      <td
        data-figures
        className={cx(!isKnown && styles['quiet'])}
        title={rateText(translator, each.reliability)}
      >
        {isKnown ? rateText(translator, each.reliability) : t('screens.compare.notMeasured')}
      </td>
      {each.levels.map(({ name: levelName, verdict }) => (
        <td
          key={levelName}
          data-tone={isKnown ? verdict : undefined}
          className={cx(levelName === level.name && styles['asked'])}
        >
          {isKnown ? levelVerdictWord(translator, verdict) : '–'}
        </td>
      ))}
      <Price value={each.costUsd} format={(value) => formatMoney(language, value)} />
      <Price value={each.latencyMs} format={(value) => formatLatency(language, value)} />
      <Standing point={props.point} />
    </tr>
  )
}

/** All configurations side by side: interval, a verdict per level, price, and whether anything beats them. */
export function ConfigurationsPanel(props: ComparePanelProps): ReactNode {
  const { t, language } = useTranslator()
  const { comparison, task, level } = props
  const configurations = inOrder(comparison.configurations)
  const { unit, points } = frontierOf(configurations)
  const choices = configurations.filter((each) => each.completeCases > 0).length
  return (
    <Panel title={t('screens.compare.table')}>
      <div className={styles['frame']}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{t('screens.compare.configuration')}</th>
              <th scope="col" data-figures>
                {t('screens.compare.cases')}
              </th>
              <th scope="col" data-figures>
                {t('screens.compare.reliability')}
              </th>
              {task.levels.map(({ name, required }) => (
                <th key={name} scope="col" className={cx(name === level.name && styles['asked'])}>
                  {name} <span className={styles['required']}>{formatRequired(language, required)}</span>
                </th>
              ))}
              <th scope="col" data-figures>
                {t('screens.compare.cost')}
              </th>
              <th scope="col" data-figures>
                {t('screens.compare.latency')}
              </th>
              <th scope="col">{t('screens.compare.frontier')}</th>
            </tr>
          </thead>
          <tbody>
            {configurations.map((each) => (
              <ConfigurationRow
                key={each.configuration}
                {...props}
                configuration={each}
                point={points.find((point) => point.name === each.configuration)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles['note']}>
        {t('screens.compare.aboutLevels', { number: formatCount(language, choices) })}{' '}
        {points.length > 0 && t(`screens.compare.aboutFrontier.${unit}`)}
      </p>
    </Panel>
  )
}
