import type { Assessment, AtK } from '../../shared/domain/assessment.ts'
import { isMeasured } from '../../shared/domain/measured.ts'
import type { Verdict } from '../../shared/domain/level.ts'
import { formatRequired } from '../../shared/text/numbers.ts'
import {
  bottleneckSentence,
  casesNeededText,
  causeName,
  estimateText,
  evidenceText,
  intervalText,
  levelVerdictWord,
  notMeasuredText,
  priceText,
  scopeText,
  strategyName,
  verdictSentence,
} from '../../shared/text/sentences.ts'
import { type Translator, translatorFor } from '../../shared/text/translator.ts'
import { formatTable } from './table.ts'

const ansi: Readonly<Record<Verdict, string>> = { meets: '32', short: '31', 'more-evidence': '35' }

function painted(text: string, tone: Verdict | undefined, colour: boolean): string {
  return colour && tone !== undefined ? `\u001B[1;${ansi[tone]}m${text}\u001B[0m` : text
}

/** Three decimals, as such tables are published; the reason where there is no number. */
function figure(translator: Translator, row: AtK): string {
  return isMeasured(row.estimate)
    ? row.estimate.toFixed(3)
    : notMeasuredText(translator, row.estimate.notMeasured)
}

function repeatsText(translator: Translator, assessment: Assessment): string {
  const { passAt, passAll } = assessment.repeats
  const last = passAt.at(-1)?.k ?? 0
  if (last === 0) return ''
  const line = (name: string, rows: readonly AtK[]): string =>
    `${name}1..${last} = ${rows.map((row) => figure(translator, row)).join(', ')}`
  // Long plans show a selection of k: "1..n" would then promise rows that are not there.
  const complete = passAt.length === last
  if (!complete) return ''
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
  const rows = strategies.map((each) => [
    strategyName(translator, each),
    estimateText(translator, each),
    intervalText(translator, each),
    levelVerdictWord(translator, each.verdict),
    each.feasible ? (priceText(translator, each) ?? '') : `${priceText(translator, each) ?? ''} over budget`,
  ])
  return formatTable(
    [
      ['More compute per answer', 'Reaches', 'Interval', 'Verdict', 'Price'],
      ...rows,
      [
        `Perfect verifier, up to ${ceiling.k}`,
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
    each.lever ?? '',
  ])
  return formatTable([['Failures', 'Count', 'Usual lever'], ...rows], ['left', 'right', 'left'])
}

function countsText(translator: Translator, { counts, scope }: Assessment): string {
  const claim = scopeText(translator, { counts, scope })
  return [
    `${counts.completeCases} of ${counts.cases} cases complete with ${counts.plannedRepeats} repeats; the claim is ${claim}.`,
    `${counts.trials} trials: ${counts.passes} pass, ${counts.failures} fail, ${counts.errors} error (counted as failures), ${counts.voids} void (excluded), ${counts.notCounted} not counted.`,
  ].join('\n')
}

/** The assessment as a person reads it in a terminal: verdict, bottleneck, evidence, what to do, what it rests on. */
export function assessmentText(assessment: Assessment, colour: boolean): string {
  const translator = translatorFor('en')
  const verdict = verdictSentence(translator, assessment, assessment.bottleneck.level)
    .parts.map((part) => painted(part.text, part.tone, colour))
    .join('')
  const { lead, rest } = bottleneckSentence(translator, assessment)
  const next = assessment.bottleneck.next.map((sentence, index) => `  ${index + 1}. ${sentence}`)
  const blocks = [
    `${assessment.task} · ${assessment.configuration}`,
    `${verdict}\n${lead} ${rest}`.trimEnd(),
    levelRows(translator, assessment),
    repeatsText(translator, assessment),
    strategyRows(translator, assessment),
    causeRows(translator, assessment),
    next.length === 0 ? '' : ['Do next', ...next].join('\n'),
    `${countsText(translator, assessment)}\nMethod ${assessment.methodVersion}, data ${assessment.dataFingerprint}`,
  ]
  return blocks.filter((block) => block !== '').join('\n\n')
}
