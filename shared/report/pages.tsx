import type { ComponentType, ReactElement } from 'react'
import type { ReportSection as SectionId } from '../domain/report-options.ts'
import { Appendix } from './appendix.tsx'
import { CoverNote, leftOutText } from './authors-part.tsx'
import { isWanted, type ReportContext, type SectionContext } from './context.ts'
import type { LinkedPart } from './links.tsx'
import { Comparison } from './sections/comparison.tsx'
import { CostAndLatency } from './sections/cost.tsx'
import { Data } from './sections/data.tsx'
import { Evidence } from './sections/evidence.tsx'
import { Failures } from './sections/failures.tsx'
import { FirstPage } from './sections/first-page.tsx'
import { Method } from './sections/method.tsx'
import { Scaling } from './sections/scaling.tsx'
import { withShortNames, withShownNames } from './shown-names.ts'

interface ReportSection {
  readonly id: SectionId
  readonly component: ComponentType<SectionContext>
  /** Whether there is anything to say in it. */
  readonly isShown: (report: ReportContext) => boolean
}

const always = (): boolean => true

export const reportSections: readonly ReportSection[] = [
  { id: 'evidence', component: Evidence, isShown: always },
  { id: 'scaling', component: Scaling, isShown: always },
  { id: 'failures', component: Failures, isShown: always },
  { id: 'cost', component: CostAndLatency, isShown: always },
  {
    id: 'comparison',
    component: Comparison,
    isShown: ({ comparison, hiddenConfigurations }) =>
      (comparison?.configurations.length ?? 0) - hiddenConfigurations.length > 1,
  },
  { id: 'method', component: Method, isShown: always },
  { id: 'data', component: Data, isShown: always },
]

/** All that the report says, without what a document has around it: the same on paper and in the preview. */
export function ReportPages(report: ReportContext): ReactElement {
  const filled = reportSections.filter(({ isShown }) => isShown(report))
  const shown = filled.filter(({ id }) => isWanted(report, id))
  const left = leftOutText(
    report,
    filled.filter(({ id }) => !isWanted(report, id)).map(({ id }) => id),
  )
  const context = { ...withShownNames(report), whole: report }
  const parts: readonly LinkedPart[] = [
    ...shown.map(({ id }) => id),
    ...(report.appendix === null ? [] : ['appendix' as const]),
  ]
  return (
    <>
      <FirstPage {...withShortNames(report)} parts={parts} leftOut={left} />
      {left !== '' && <p className="note leftOut">{left}</p>}
      {shown.length === 0 ? (
        <CoverNote {...report} />
      ) : (
        <div className="page">
          <CoverNote {...report} />
          {shown.map(({ id, component: Part }) => (
            <Part key={id} {...context} />
          ))}
        </div>
      )}
      <Appendix {...context} />
    </>
  )
}
