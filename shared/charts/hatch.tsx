import type { ReactElement } from 'react'
import { palette } from './palette.ts'

/** The pattern of work never solved: told from the rest without colour. */
export function Hatch({ id }: { readonly id: string }): ReactElement {
  return (
    <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line x1="0" y1="0" x2="0" y2="7" stroke={palette.never} strokeWidth="3" />
    </pattern>
  )
}
