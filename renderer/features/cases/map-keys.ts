import type { CaseMapCell, CaseMapLayout } from '../../../shared/charts/index.ts'

/**
 * The cell an arrow key leads to: sideways from case to case, up and down from attempt to attempt, a page from band to
 * band. Null for a key that moves nothing.
 */
export function movedCell(key: string, from: CaseMapCell | null, layout: CaseMapLayout): CaseMapCell | null {
  const { index, row } = from ?? { index: -1, row: 0 }
  const to: Readonly<Record<string, CaseMapCell>> = {
    ArrowLeft: { index: index - 1, row },
    ArrowRight: { index: index + 1, row },
    ArrowUp: { index, row: row - 1 },
    ArrowDown: { index, row: row + 1 },
    PageUp: { index: index - layout.perBand, row },
    PageDown: { index: index + layout.perBand, row },
    Home: { index: 0, row },
    End: { index: layout.cases - 1, row },
  }
  const wanted = Object.hasOwn(to, key) ? to[key] : undefined
  if (wanted === undefined) return null
  return {
    index: Math.max(0, Math.min(wanted.index, layout.cases - 1)),
    row: Math.max(0, Math.min(wanted.row, layout.rows - 1)),
  }
}
