import type { ReactElement } from 'react'
import { CaseGridChart, type CellOutcome, OutcomeSample, sharedCellsText } from '../../charts/index.ts'
import { formatCount } from '../../text/numbers.ts'
import { counted } from '../../text/words.ts'
import { type ReportContext, textWidthPx } from '../context.ts'
import { Passage } from '../table.tsx'

/** The answer to: is it a few cases that always fail, or all of them that fail sometimes? */
function seen({ assessment, translator }: ReportContext): string {
  const { casesByPasses, counts } = assessment
  const { language } = translator
  const { completeCases, plannedRepeats } = counts
  const having = (passes: number): number => casesByPasses.find((each) => each.passes === passes)?.cases ?? 0
  const [never, always] = [having(0), having(plannedRepeats)]
  const sometimes = completeCases - never - always
  const say = (what: 'some' | 'never' | 'neverAll' | 'sometimes' | 'sole' | 'once' | 'always'): string =>
    counted(translator, `report.parts.evidence.seen.${what}`, completeCases, {
      never: formatCount(language, never),
      sometimes: formatCount(language, sometimes),
      always: formatCount(language, always),
    })
  if (completeCases === 0) return translator.t('report.parts.evidence.seen.incomplete')
  if (plannedRepeats === 1) return say('once')
  if (never === completeCases) return say('neverAll')
  if (always === completeCases) return say('always')
  if (never > 0) return say(sometimes > 0 ? 'some' : 'never')
  return say(completeCases === 1 ? 'sole' : 'sometimes')
}

function noteOf({ assessment, caseGrid, translator }: ReportContext): string {
  const incomplete = caseGrid.columns
    .filter(({ isComplete }) => !isComplete)
    .reduce((sum, { cases }) => sum + cases, 0)
  const { voids } = assessment.counts
  return [
    translator.t('report.parts.evidence.mapNote'),
    sharedCellsText(translator, caseGrid),
    incomplete === 0 ? '' : counted(translator, 'report.parts.evidence.mapIncomplete', incomplete),
    voids === 0 ? '' : counted(translator, 'report.parts.evidence.mapVoids', voids),
  ]
    .filter((text) => text !== '')
    .join(' ')
}

/** What occurs in the picture, in the order of its key. */
function outcomesOf({ assessment, caseGrid }: ReportContext): readonly CellOutcome[] {
  const sum = (place: 0 | 1 | 2): number =>
    caseGrid.columns.reduce((total, { cells }) => cells.reduce((all, cell) => all + cell[place], total), 0)
  const [passes, failures, errors] = [sum(0), sum(1), sum(2)]
  const planned =
    caseGrid.columns.reduce((total, { cases }) => total + cases, 0) * assessment.counts.plannedRepeats
  return [
    ...(passes > 0 ? ['pass' as const] : []),
    ...(failures > 0 ? ['fail' as const] : []),
    ...(errors > 0 ? ['error' as const] : []),
    ...(passes + failures + errors < planned ? ['open' as const] : []),
  ]
}

/** Every attempt at every case: what all figures rest on, and why more attempts help or do not. */
export function EveryCase(report: ReportContext): ReactElement | null {
  const { assessment, caseGrid, translator } = report
  if (caseGrid.columns.length === 0) return null
  return (
    <Passage id="case-map" title={seen(report)}>
      <p className="note">{noteOf(report)}</p>
      <p className="key">
        {outcomesOf(report).map((outcome) => (
          <span key={outcome}>
            <OutcomeSample outcome={outcome} />
            {translator.t(`screens.cases.map.${outcome}`)}
          </span>
        ))}
      </p>
      <CaseGridChart
        grid={caseGrid}
        plannedRepeats={assessment.counts.plannedRepeats}
        casesByPasses={assessment.casesByPasses}
        translator={translator}
        width={textWidthPx}
        prefix="case-map"
      />
    </Passage>
  )
}
