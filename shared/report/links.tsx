import { Fragment, type ReactElement, type ReactNode } from 'react'
import type { ReportSection } from '../domain/report-options.ts'
import type { Translator } from '../text/translator.ts'
import type { ReportContext } from './context.ts'

/** What of a report page one can lead to. */
export type LinkedPart = ReportSection | 'appendix'

/** The id of the heading of each part. */
export const partIds: Readonly<Record<LinkedPart, string>> = {
  evidence: 'part-evidence',
  scaling: 'part-scaling',
  failures: 'part-failures',
  cost: 'economy',
  comparison: 'part-comparison',
  method: 'method',
  data: 'part-data',
  appendix: 'appendix',
}

export function partTitle({ t }: Translator, part: LinkedPart): string {
  return part === 'appendix' ? t('report.appendix.title') : t(`report.parts.${part}.title`)
}

/** What a panel of page one is drawn from; `more` leads to the parts that say more of it. */
export interface PanelContext extends ReportContext {
  readonly more: ReactNode
}

/** Beside a heading of page one: the parts that say more of it. */
export function More(props: {
  readonly translator: Translator
  readonly parts: readonly LinkedPart[]
}): ReactElement | null {
  const { translator, parts } = props
  if (parts.length === 0) return null
  return (
    <span className="more">
      {parts.map((part, index) => (
        <Fragment key={part}>
          {index > 0 && ' · '}
          <a href={`#${partIds[part]}`}>{partTitle(translator, part)}</a>
        </Fragment>
      ))}
    </span>
  )
}

/** The id of a row in the list of all cases, by its place there from 0. */
export function caseRowId(index: number): string {
  return `case-${index + 1}`
}

/**
 * The name of a case, which leads to its row where the report lists all cases.
 * @param props.whole the name as it was given, before any was shortened
 */
export function CaseName(props: {
  readonly appendix: ReportContext['appendix']
  readonly whole: string
  readonly shown: string
}): ReactElement {
  const { appendix, whole, shown } = props
  const index = appendix?.told.findIndex((each) => each.case === whole) ?? -1
  return index < 0 ? <>{shown}</> : <a href={`#${caseRowId(index)}`}>{shown}</a>
}
