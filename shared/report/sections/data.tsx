import type { ReactElement } from 'react'
import { formatCount } from '../../text/numbers.ts'
import { counted } from '../../text/words.ts'
import type { ReportContext, SectionContext } from '../context.ts'
import { partIds } from '../links.tsx'
import { Part } from '../table.tsx'
import { CaseCounts, TrialCounts, Voids } from './data-counts.tsx'
import { Edits, PlanChanges } from './data-edits.tsx'
import { Recompute } from './data-recompute.tsx'
import { WhatWasTested } from './data-tested.tsx'

function answer({ assessment, translator }: ReportContext): string {
  const { trials, passes, failures, errors } = assessment.counts
  if (trials === 0) return translator.t('report.parts.data.nothing')
  return counted(translator, 'report.parts.data.answer', trials, {
    counted: formatCount(translator.language, passes + failures + errors),
  })
}

/** As a rule nothing was changed: then two short sentences stand side by side. */
function Changes(report: ReportContext): ReactElement {
  const isUnchanged = report.edits.firstAt === null && report.assessment.planChanges.length === 0
  const passages = (
    <>
      <Edits {...report} />
      <PlanChanges {...report} />
    </>
  )
  return isUnchanged ? <div className="pair">{passages}</div> : passages
}

/** From which data it was computed, what was changed of them, and how to compute it again. */
export function Data({ whole, ...report }: SectionContext): ReactElement {
  return (
    <Part id={partIds.data} title={report.translator.t('report.parts.data.title')} answer={answer(report)}>
      <div className="pair">
        <TrialCounts {...report} />
        <CaseCounts {...report} />
      </div>
      <Voids {...report} />
      <Changes {...report} />
      <WhatWasTested {...whole} />
      <Recompute {...whole} />
    </Part>
  )
}
