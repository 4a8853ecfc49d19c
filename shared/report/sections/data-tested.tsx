import type { ReactElement } from 'react'
import type { ConfigurationSummary } from '../../domain/configuration.ts'
import { formatNumber } from '../../text/numbers.ts'
import { attemptDays } from '../attempt-days.ts'
import type { ReportContext } from '../context.ts'
import { type Facts, FactTable, Passage } from '../table.tsx'

function parameterText({ translator }: ReportContext, value: string | number | boolean): string {
  if (typeof value === 'boolean') return translator.t(`report.parts.data.${value ? 'yes' : 'no'}`)
  return typeof value === 'number' ? formatNumber(translator.language, value, 6) : value
}

function attributes(report: ReportContext, own: ConfigurationSummary): Facts {
  const { t, language } = report.translator
  const { model, version, strategy, promptVersion, compute, moreComputeThan, parameters } = own
  const said = { model, version, strategy, promptVersion, moreComputeThan }
  const names = ['model', 'version', 'strategy', 'promptVersion', 'moreComputeThan'] as const
  return [
    ...names.flatMap((name) => {
      const value = said[name]
      return value === null ? [] : [[t(`report.parts.data.${name}`), value] as const]
    }),
    ...(compute === null
      ? []
      : [
          [
            t('report.parts.data.compute'),
            `${formatNumber(language, compute.amount, 6)} ${compute.unit}`,
          ] as const,
        ]),
    ...Object.entries(parameters)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, parameterText(report, value)] as const),
  ]
}

/** More names than these stand in two columns. */
const longList = 5

function Names({ names }: { readonly names: readonly string[] }): ReactElement {
  return (
    <ul className={names.length > longList ? 'plain many' : 'plain'}>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  )
}

/** What a pass means, and all that is said of the configuration. */
export function WhatWasTested(report: ReportContext): ReactElement {
  const { assessment, configurations, task, translator } = report
  const { t } = translator
  const own = configurations.find((each) => each.name === assessment.configuration)
  const others = configurations.map((each) => each.name).filter((name) => name !== assessment.configuration)
  const definition = task.definition.trim()
  return (
    <Passage id="what" title={t('report.parts.data.what')} long>
      <FactTable
        labelledBy="what"
        isWide
        facts={[
          [
            t('report.parts.data.definition'),
            definition === '' ? t('report.parts.data.noDefinition') : definition,
          ],
          [t('report.tested.configuration'), assessment.configuration],
          ...(own === undefined ? [] : attributes(report, own)),
          ...attemptDays(report),
          ...(others.length === 0
            ? []
            : [[t('report.parts.data.others'), <Names key="others" names={others} />] as const]),
        ]}
      />
    </Passage>
  )
}
