import { Fragment, type ReactElement } from 'react'
import { isMeasured } from '../domain/measured.ts'
import { formatCount, formatLatency, formatMoney, formatPercent } from '../text/numbers.ts'
import { causeName, intervalText, measuredText, notMeasuredText, planChangeTexts } from '../text/sentences.ts'
import { methodParagraphs } from '../text/method.ts'
import { leverWord } from '../text/words.ts'
import { longTable, type ReportContext, shortEstimate } from './context.ts'
import { type Facts, FactTable, Section, Table } from './table.tsx'

function Causes({ assessment, translator }: ReportContext): ReactElement {
  const { t, language } = translator
  return (
    <Section id="causes" title={t('report.causes.title')} long={assessment.causes.length > longTable}>
      {assessment.causes.length === 0 ? (
        <p className="note">{t('report.causes.none')}</p>
      ) : (
        <Table
          labelledBy="causes"
          columns={[
            { head: t('report.causes.cause') },
            { head: t('report.causes.failures'), align: 'right' },
            { head: t('report.causes.share'), align: 'right' },
            { head: t('report.causes.lever') },
          ]}
          rows={assessment.causes.map((each) => ({
            key: each.cause ?? '',
            cells: [
              causeName(translator, each.cause, each.name),
              formatCount(language, each.failures),
              formatPercent(language, each.share),
              each.cause === null ? '–' : leverWord(translator, each.lever),
            ],
          }))}
        />
      )}
    </Section>
  )
}

function Economy({ assessment, translator }: ReportContext): ReactElement {
  const { t, language } = translator
  const { cost, latency } = assessment
  const money = (value: number): string => formatMoney(language, value)
  const time = (value: number): string => formatLatency(language, value)
  // One reason is enough where none of the figures was measured.
  const costs: Facts = isMeasured(cost.meanUsd)
    ? [
        [t('report.economy.perAttempt'), money(cost.meanUsd)],
        [t('report.economy.perPass'), measuredText(translator, cost.perPassUsd, money)],
      ]
    : [[t('report.economy.cost'), notMeasuredText(translator, cost.meanUsd.notMeasured)]]
  const times: Facts = isMeasured(latency.meanMs)
    ? [
        [t('report.economy.mean'), time(latency.meanMs)],
        [t('report.economy.p50'), measuredText(translator, latency.p50Ms, time)],
        [t('report.economy.p95'), measuredText(translator, latency.p95Ms, time)],
      ]
    : [[t('report.economy.latency'), notMeasuredText(translator, latency.meanMs.notMeasured)]]
  return (
    <Section id="economy" title={t('report.economy.title')}>
      <FactTable labelledBy="economy" facts={[...costs, ...times]} />
    </Section>
  )
}

function Segments({ assessment, translator }: ReportContext): ReactElement | null {
  const { t, language } = translator
  if (assessment.segments.length === 0) return null
  return (
    <Section id="segments" title={t('report.segments.title')} long={assessment.segments.length > longTable}>
      <p className="note">{t('report.segments.note')}</p>
      <Table
        labelledBy="segments"
        columns={[
          { head: t('report.segments.segment') },
          { head: t('report.segments.cases'), align: 'right' },
          { head: t('report.segments.estimate'), align: 'right' },
          { head: t('report.strategies.interval'), align: 'right' },
        ]}
        rows={assessment.segments.map((each) => ({
          key: each.segment,
          cells: [
            each.segment,
            formatCount(language, each.cases),
            shortEstimate(translator, each),
            intervalText(translator, each),
          ],
        }))}
      />
    </Section>
  )
}

function Method({ assessment, translator }: ReportContext): ReactElement {
  return (
    <Section id="method" title={translator.t('report.method.title')}>
      {planChangeTexts(translator, assessment.planChanges).map((text) => (
        <p key={text}>
          <strong>{text}</strong>
        </p>
      ))}
      {methodParagraphs(translator, assessment).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </Section>
  )
}

/** A word of a POSIX shell: in single quotes unless it is plain. */
function shellWord(text: string): string {
  return /^[\w.@%+=:,/-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}

/** The command that computes the assessment again. Its options are not broken at their hyphens. */
function Command({ assessment }: Pick<ReportContext, 'assessment'>): ReactElement {
  const { task, configuration, scope } = assessment
  return (
    <code>
      nines assess{' '}
      {Object.entries({ task, configuration, scope }).map(([name, value]) => (
        <Fragment key={name}>
          <span className="option">--{name}</span> {shellWord(value)}{' '}
        </Fragment>
      ))}
      <span className="option">--json</span>
    </code>
  )
}

function Data({ assessment, translator }: ReportContext): ReactElement {
  const { t, language } = translator
  const { counts } = assessment
  const names = [
    'trials',
    'passes',
    'failures',
    'errors',
    'voids',
    'ofIncompleteCases',
    'extraRepeats',
  ] as const
  return (
    <Section id="data" title={t('report.data.title')}>
      <FactTable
        labelledBy="data"
        facts={names.map((each) => [t(`report.data.${each}`), formatCount(language, counts[each])])}
      />
      <p>
        {t('report.data.fingerprint')}: <code>{assessment.dataFingerprint}</code>
      </p>
      <p>
        {t('report.data.recompute')} <Command assessment={assessment} />
      </p>
    </Section>
  )
}

/** Why attempts failed, what they cost, how it was computed and from which data. */
export function DataPage(report: ReportContext): ReactElement {
  return (
    <>
      <div className={report.assessment.causes.length > longTable ? undefined : 'pair'}>
        <Causes {...report} />
        <Economy {...report} />
      </div>
      <Segments {...report} />
      <Method {...report} />
      <Data {...report} />
    </>
  )
}
