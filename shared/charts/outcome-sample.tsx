import type { ReactElement } from 'react'
import { palette } from './palette.ts'

/** What cells are told from each other by. */
const looks = {
  pass: { fill: palette.passes },
  fail: { fill: palette.neverSoft },
  error: { fill: palette.never, bar: palette.ink },
  void: { outline: palette.lineStrong, bar: palette.lineStrong },
  open: { outline: palette.line },
} as const

export type CellOutcome = keyof typeof looks

/** A cell of the map of cases as it stands in its key. */
export function OutcomeSample({ outcome }: { readonly outcome: CellOutcome }): ReactElement {
  const { fill, outline, bar } = { fill: 'none', outline: 'none', bar: null, ...looks[outcome] }
  return (
    <svg width={11} height={11} viewBox="0 0 11 11" aria-hidden>
      <rect x={0.5} y={0.5} width={10} height={10} fill={fill} stroke={outline} />
      {bar !== null && <path d="M3 5.5h5" stroke={bar} />}
    </svg>
  )
}
