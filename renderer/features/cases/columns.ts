import type { CaseList, CaseSort } from '../../../shared/domain/case.ts'

export type ColumnId = 'case' | 'input' | 'segment' | 'attempts' | 'passes' | 'causes' | 'cost' | 'latency'

export interface Column {
  readonly id: ColumnId
  /** What its head sorts by; null: it cannot be sorted. */
  readonly sort: CaseSort['by'] | null
  readonly isFigure: boolean
  /** As in a grid template. */
  readonly width: string
}

function column(id: ColumnId, sort: Column['sort'], width: string, isFigure = false): Column {
  return { id, sort, isFigure, width }
}

export interface Columns {
  readonly columns: readonly Column[]
  /** Width of one attempt. */
  readonly cell: number
}

/** Attempts get more room where no texts want it. */
const amongTexts = { room: 160, widest: 12 } as const
const alone = { room: 520, widest: 28 } as const

/** The columns that say something of these cases. */
export function columnsFor({ facets, plannedRepeats }: CaseList): Columns {
  const told = facets?.told ?? { input: false, cost: false, latency: false }
  const hasSegments = (facets?.segments.length ?? 0) > 0
  const hasCauses = facets?.causes.some(({ cause }) => cause !== null) === true
  const hasTexts = told.input || hasCauses
  const { room, widest } = hasTexts ? amongTexts : alone
  const cell = Math.max(2, Math.min(widest, Math.floor(room / plannedRepeats)))
  return {
    cell,
    columns: [
      column('case', 'case', hasTexts ? 'minmax(80px, 1fr)' : 'minmax(96px, 190px)'),
      ...(told.input ? [column('input', null, 'minmax(80px, 2.4fr)')] : []),
      ...(hasSegments ? [column('segment', 'segment', hasTexts ? 'minmax(64px, 0.8fr)' : '130px')] : []),
      column('attempts', null, `${Math.max(64, cell * plannedRepeats)}px`),
      column('passes', 'passes', '58px', true),
      ...(hasCauses ? [column('causes', null, 'minmax(80px, 1.6fr)')] : []),
      ...(told.cost ? [column('cost', 'cost', '72px', true)] : []),
      ...(told.latency ? [column('latency', 'latency', '72px', true)] : []),
    ],
  }
}

/** What a press on a head sorts by next: one way, the other way, and as the cases were first seen. */
export function nextSort(by: CaseSort['by'], now: CaseSort): CaseSort {
  const isCostly = by === 'cost' || by === 'latency'
  if (now.by !== by) return { by, descending: isCostly }
  return now.descending === isCostly ? { by, descending: !isCostly } : { by: 'order', descending: false }
}
