import type { Assessment, AtK } from '../../shared/domain/assessment.ts'
import { isMeasured } from '../../shared/domain/measured.ts'
import { formatCount, formatRequired } from '../../shared/text/numbers.ts'
import {
  bottleneckSentence,
  casesNeededText,
  casesText,
  causeName,
  estimateText,
  evidenceText,
  intervalText,
  joined,
  levelVerdictWord,
  notMeasuredText,
  planChangeTexts,
  priceText,
  repeatsText,
  scalingTexts,
  scopeText,
  strategyName,
  trialsText,
  verdictSentence,
  verifierTexts,
  votesTexts,
} from '../../shared/text/sentences.ts'
import { type Translator, translatorFor } from '../../shared/text/translator.ts'
import { formatTable } from './table.ts'
import { painted, printable } from './terminal.ts'

/** Three decimals, as such tables are published; the reason where there is no number. */
function figure(translator: Translator, row: AtK): string {
  return isMeasured(row.estimate)
    ? row.estimate.toFixed(3)
    : notMeasuredText(translator, row.estimate.notMeasured)
}

/** Nothing without a complete case, and nothing for long plans, which replay a selection of k only. */
function replaysText(translator: Translator, { repeats: { passAt, passAll } }: Assessment): string {
  const last = passAt.at(-1)?.k ?? 0
  if (passAt.length !== last || passAt[0] === undefined || !isMeasured(passAt[0].estimate)) return ''
  const ks = last === 1 ? '1' : `1..${last}`
  const line = (name: string, rows: readonly AtK[]): string =>
    `${name}${ks} = ${rows.map((row) => figure(translator, row)).join(', ')}`
  return [line('pass^', passAll), line('pass@', passAt)].join('\n')
}

function levelRows(translator: Translator, assessment: Assessment): string {
  const rows = assessment.levels.map((level) => [
    level.name === assessment.target ? `${level.name} (target)` : level.name,
    formatRequired(translator.language, level.required),
    levelVerdictWord(translator, level.verdict),
    evidenceText(translator, level).odds,
    casesNeededText(translator, level.casesNeeded),
  ])
  return formatTable(
    [['Level', 'Needs', 'Verdict', 'Evidence', 'More cases'], ...rows],
    ['left', 'right', 'left', 'right', 'left'],
  )
}

function strategyRows(translator: Translator, assessment: Assessment): string {
  const { strategies, ceiling } = assessment.bottleneck
  // Before the first complete case there is nothing to replay, and the verdict has said so.
  if (!isMeasured(ceiling.estimate)) return ''
  const rows = strategies.map((each) => [
    strategyName(translator, each),
    estimateText(translator, each),
    intervalText(translator, each),
    levelVerdictWord(translator, each.verdict),
    [priceText(translator, each) ?? '', each.feasible ? '' : 'over budget'].join(' ').trim(),
  ])
  return formatTable(
    [
      ['More compute per answer', 'Reaches', 'Interval', 'Verdict', 'Price'],
      ...rows,
      [
        translator.t('verdict.strategy.perfectVerifier', { k: formatCount('en', ceiling.k) }),
        estimateText(translator, ceiling),
        intervalText(translator, ceiling),
        levelVerdictWord(translator, ceiling.verdict),
        '',
      ],
    ],
    ['left', 'right', 'right', 'left', 'left'],
  )
}

function causeRows(translator: Translator, assessment: Assessment): string {
  if (assessment.causes.length === 0) return ''
  const rows = assessment.causes.map((each) => [
    causeName(translator, each.cause, each.name),
    String(each.failures),
    each.lever === null ? '' : translator.t(`verdict.lever.${each.lever}`),
  ])
  return formatTable([['Failures', 'Count', 'Usual lever'], ...rows], ['left', 'right', 'left'])
}

/** What the verifier and the compute series say, where there are any. */
function analysesText(translator: Translator, assessment: Assessment): string {
  const { verifier, scaling } = assessment
  return [
    ...votesTexts(translator, assessment),
    ...('notMeasured' in verifier ? [] : verifierTexts(translator, assessment)),
    ...('notMeasured' in scaling ? [] : scalingTexts(translator, scaling)),
  ].join('\n')
}

function segmentRows(translator: Translator, { segments }: Assessment): string {
  if (segments.length === 0) return ''
  const rows = segments.map((each) => [
    each.segment,
    String(each.cases),
    estimateText(translator, each),
    intervalText(translator, each),
  ])
  return formatTable(
    [['Segment (exploratory)', 'Cases', 'Passes', 'Interval'], ...rows],
    ['left', 'right', 'right', 'right'],
  )
}

function completeText(translator: Translator, { counts }: Assessment): string {
  const { completeCases, completeRounds, cases, plannedRepeats } = counts
  if (completeRounds === null) {
    return `${completeCases} of ${casesText(translator, cases)} complete with ${repeatsText(translator, plannedRepeats)}`
  }
  return `${completeRounds} of ${repeatsText(translator, plannedRepeats)} complete for all ${casesText(translator, cases)}`
}

function countsText(translator: Translator, assessment: Assessment): string {
  const { counts, scope, reliability, planChanges } = assessment
  const claim = scopeText(translator, { counts, scope })
  const complete = completeText(translator, assessment)
  const { notCounted, ofIncompleteCases, extraRepeats } = counts
  const why =
    notCounted === 0 ? '' : ` (${ofIncompleteCases} of incomplete cases, ${extraRepeats} beyond the plan)`
  return [
    isMeasured(reliability.estimate) ? `${complete}; the claim is ${claim}.` : `${complete}.`,
    `${trialsText(translator, counts.trials)}: ${counts.passes} pass, ${counts.failures} fail, ${counts.errors} error (counted as failures), ${counts.voids} void (excluded), ${notCounted} not counted${why}.`,
    ...planChangeTexts(translator, planChanges),
  ].join('\n')
}

/**
 * The assessment as a person reads it in a terminal: verdict, bottleneck, evidence, what to do, what it rests on.
 * Printable: only the verdict's own colour can be in it, whatever the names hold.
 */
export function assessmentText(assessment: Assessment, colour: boolean): string {
  const translator = translatorFor('en')
  const verdict = verdictSentence(translator, assessment, assessment.bottleneck.level)
    .parts.map(({ text, tone }) =>
      colour && tone !== undefined ? painted(printable(text), tone) : printable(text),
    )
    .join('')
  const bottleneck = joined(bottleneckSentence(translator, assessment))
  const next = assessment.bottleneck.next.map((sentence, index) => `  ${index + 1}. ${sentence}`)
  const blocks = [
    levelRows(translator, assessment),
    replaysText(translator, assessment),
    strategyRows(translator, assessment),
    analysesText(translator, assessment),
    causeRows(translator, assessment),
    segmentRows(translator, assessment),
    next.length === 0 ? '' : ['Do next', ...next].join('\n'),
    `${countsText(translator, assessment)}\nMethod ${assessment.methodVersion}, data ${assessment.dataFingerprint}`,
  ]
  const title = `${assessment.task} · ${assessment.configuration}`
  return [printable(title), `${verdict}\n${printable(bottleneck)}`, ...blocks.map(printable)]
    .filter((block) => block !== '')
    .join('\n\n')
}
