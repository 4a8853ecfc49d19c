import type { ReactElement } from 'react'
import type { ReportContext } from './context.ts'
import { DataPage } from './data-page.tsx'
import { FirstPage } from './first-page.tsx'
import { RepeatsPage } from './repeats-page.tsx'

/** All that the report says, without what a document has around it: the same on paper and in the preview. */
export function ReportPages(report: ReportContext): ReactElement {
  return (
    <>
      <FirstPage {...report} />
      <div className="page">
        <RepeatsPage {...report} />
        <DataPage {...report} />
      </div>
    </>
  )
}
