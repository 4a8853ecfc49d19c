import type { ReactElement } from 'react'
import { shortlist } from '../../assessment/index.ts'
import { GapBar } from '../../charts/index.ts'
import type { Assessment, LevelAssessment, Strategy } from '../../domain/assessment.ts'
import { isMeasured, type Measured } from '../../domain/measured.ts'
import { formatCount, formatNumber, formatPeriod, formatRequired } from '../../text/numbers.ts'
import {
  bottleneckSentence,
  nextStepParts,
  planChangeTexts,
  scopeText,
  strategyName,
  verdictFigures,
  verdictHeadline,
} from '../../text/sentences.ts'
import type { Translator } from '../../text/translator.ts'
import { counted } from '../../text/words.ts'
import { alphaText } from '../../text/method.ts'
import { longTable, type ReportContext, shortEstimate, shortReason, textWidthPx } from '../context.ts'
import { FactTable, type Row, Section, Table, VerdictWord } from '../table.tsx'

/** The claim as the title, what it rests on as the first paragraph. */
function Title(report: ReportContext): ReactElement {
  const { assessment, translator } = report
  const { level } = assessment.bottleneck
  const { lead, rest } = bottleneckSentence(translator, assessment)
  return (
    <header>
      <h1>
        {verdictHeadline(translator, assessment, level).parts.map(({ text, tone }) =>
          tone === undefined ? (
            text
          ) : (
            <span key={text} className={`tone-${tone}`}>
              {text}
            </span>
          ),
        )}
        <br />
        {lead}
      </h1>
      <p className="lead">
        {[verdictFigures(translator, assessment, level), rest].filter((text) => text !== '').join(' ')}
      </p>
      {isMeasured(assessment.reliability.estimate) && (
        <p className="note">
          {translator.t('report.claim', {
            scope: scopeText(translator, assessment),
            confidence: formatRequired(translator.language, 1 - assessment.alpha),
          })}
          {planChangeTexts(translator, assessment.planChanges).map((text) => ` ${text}`)}
        </p>
      )}
    </header>
  )
}

function Gap({ assessment, task, translator }: ReportContext): ReactElement {
  return (
    <Section id="gap" title={translator.t('verdict.charts.gapBarTitle')}>
      <GapBar
        gapBar={assessment.gapBar}
        reliability={assessment.reliability}
        levels={task.levels}
        target={assessment.bottleneck.level}
        translator={translator}
        width={textWidthPx}
        prefix="gap-bar"
      />
    </Section>
  )
}

function moreCasesText(translator: Translator, needed: LevelAssessment['casesNeeded']): string {
  if (needed === null) return '–'
  return isMeasured(needed)
    ? translator.t('report.levels.about', { number: formatCount(translator.language, needed) })
    : shortReason(translator, needed.notMeasured)
}

function Levels({ assessment, translator }: ReportContext): ReactElement {
  const { t } = translator
  const rows = assessment.levels.map((level) => ({
    key: level.name,
    cells: [
      level.name === assessment.target ? t('report.levels.target', { level: level.name }) : level.name,
      formatRequired(translator.language, level.required),
      <VerdictWord key="verdict" translator={translator} verdict={level.verdict} />,
      moreCasesText(translator, level.casesNeeded),
    ],
  }))
  return (
    <Section id="levels" title={t('report.levels.title')} long={rows.length > longTable}>
      <Table
        labelledBy="levels"
        columns={[
          { head: t('report.levels.level') },
          { head: t('report.levels.needs'), align: 'right' },
          { head: t('report.levels.verdict') },
          { head: t('report.levels.moreCases'), align: 'right' },
        ]}
        rows={rows}
      />
    </Section>
  )
}

function attempts(report: ReportContext, value: Measured): string {
  return isMeasured(value) ? formatNumber(report.translator.language, value, 2) : '–'
}

/** Page one has room for this many ways of spending more compute. */
const shownWays = 3

/** The chosen way and those that reach most. */
function bestWays(assessment: Assessment): readonly Strategy[] {
  const ways = shortlist(assessment)
  const rank = (each: Strategy): number => {
    if (each === assessment.bottleneck.chosen) return 2
    return isMeasured(each.estimate) ? each.estimate : -1
  }
  const best = new Set(ways.toSorted((a, b) => rank(b) - rank(a)).slice(0, shownWays))
  return ways.filter((each) => best.has(each))
}

/** One attempt, the best of each way of spending more, and what no verifier could better. */
function computeRows(report: ReportContext): readonly Row[] {
  const { assessment, translator } = report
  const { t, language } = translator
  const { ceiling } = assessment.bottleneck
  const strategies = bestWays(assessment).map((each) => ({
    key: `${each.strategy} ${each.configuration}`,
    cells: [
      strategyName(translator, each),
      shortEstimate(translator, each),
      attempts(report, each.expectedAttempts),
    ],
  }))
  const asIs = {
    key: 'as-is',
    cells: [t('verdict.strategy.asIs'), shortEstimate(translator, assessment.reliability), '1'],
  }
  const perfect = {
    key: 'perfect',
    cells: [
      t('verdict.strategy.perfectVerifier', { k: formatCount(language, ceiling.k) }),
      shortEstimate(translator, ceiling),
      attempts(report, ceiling.expectedAttempts),
    ],
  }
  const noVerifier = {
    key: 'none',
    cells: [t('report.compute.noVerifier'), t('report.compute.notLogged'), '–'],
  }
  const verifierLogged = Array.isArray(assessment.repeats.retry)
  return [asIs, ...strategies, ...(ceiling.k > 1 ? [perfect] : []), ...(verifierLogged ? [] : [noVerifier])]
}

function MoreCompute(report: ReportContext): ReactElement {
  const { t } = report.translator
  return (
    <Section id="compute" title={t('report.compute.title')}>
      <Table
        labelledBy="compute"
        columns={[
          { head: t('report.compute.strategy') },
          { head: t('report.compute.reaches'), align: 'right' },
          { head: t('report.compute.attempts'), align: 'right' },
        ]}
        rows={computeRows(report)}
      />
    </Section>
  )
}

/** How many actions a reader takes away. */
const shownSteps = 3

function NextSteps({ assessment, task, translator }: ReportContext): ReactElement {
  return (
    <Section id="next" title={translator.t('report.next.title')}>
      <ol>
        {assessment.bottleneck.nextSteps.slice(0, shownSteps).map((step) => {
          const { lead, rest } = nextStepParts(translator, step, task.causes)
          return (
            <li key={step.step}>
              <strong>{lead}</strong> {rest}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}

/** At most this many loggers are named one by one. */
const namedLoggers = 3

function loggersText({ assessment, translator }: ReportContext): string {
  const { t, language } = translator
  const { loggers } = assessment
  if (loggers.length === 0) return t('report.tested.nothing')
  const named = loggers.slice(0, namedLoggers).map(({ name, trials }) =>
    t('report.tested.byEach', {
      name: name ?? t('report.tested.unnamed'),
      trials: formatCount(language, trials),
    }),
  )
  const others = loggers.length - named.length
  return [...named, ...(others > 0 ? [counted(translator, 'report.tested.others', others)] : [])].join(', ')
}

function casesText({ assessment, translator }: ReportContext): string {
  const { t, language } = translator
  const { cases, completeCases, completeRounds, plannedRepeats } = assessment.counts
  if (cases === 0) return t('report.tested.nothing')
  if (completeRounds !== null) {
    return t('report.tested.rounds', {
      cases: formatCount(language, cases),
      rounds: formatCount(language, completeRounds),
      repeats: formatCount(language, plannedRepeats),
    })
  }
  return t(`report.tested.${completeCases === cases ? 'complete' : 'partly'}`, {
    cases: formatCount(language, cases),
    complete: formatCount(language, completeCases),
    repeats: formatCount(language, plannedRepeats),
  })
}

function Tested(report: ReportContext): ReactElement {
  const { assessment, translator } = report
  const { t, language } = translator
  const { counts, period } = assessment
  const count = (value: number): string => formatCount(language, value)
  const logged =
    period.firstLoggedAt === null || period.lastLoggedAt === null
      ? t('report.tested.nothing')
      : formatPeriod(language, period.firstLoggedAt, period.lastLoggedAt)
  return (
    <Section id="tested" title={t('report.tested.title')}>
      <FactTable
        labelledBy="tested"
        facts={[
          [t('report.tested.configuration'), assessment.configuration],
          [t('report.tested.cases'), casesText(report)],
          [
            t('report.tested.counted'),
            t('report.tested.countedValue', {
              counted: count(counts.passes + counts.failures + counts.errors),
              trials: count(counts.trials),
            }),
          ],
          [t('report.tested.errors'), count(counts.errors)],
          [t('report.tested.voids'), count(counts.voids)],
          [t('report.tested.period'), logged],
          [t('report.tested.by'), loggersText(report)],
        ]}
      />
    </Section>
  )
}

function Reading(report: ReportContext): ReactElement {
  const { assessment, translator } = report
  const { t, language } = translator
  return (
    <Section id="reading" title={t('report.reading.title')}>
      <p className="note">{t('report.reading.anytime', { alpha: alphaText(translator, assessment) })}</p>
      <p className="note">
        {assessment.gapBar.k === 1
          ? t('report.reading.partsOnce')
          : t('report.reading.parts', { k: formatCount(language, assessment.gapBar.k) })}
      </p>
      <p className="note">
        {t('report.reading.error')} {t('report.compute.attemptsNote')}
      </p>
    </Section>
  )
}

/** Page one decides alone: who stops here is not misled. */
export function FirstPage(report: ReportContext): ReactElement {
  return (
    <div className="page">
      <Title {...report} />
      <Gap {...report} />
      <div className="pair">
        <Levels {...report} />
        <MoreCompute {...report} />
      </div>
      <NextSteps {...report} />
      <div className="pair">
        <Tested {...report} />
        <Reading {...report} />
      </div>
    </div>
  )
}
