import type { ReactElement } from 'react'
import type { Language } from '../domain/settings.ts'
import { formatOdds, oddsPower } from '../text/numbers.ts'

/** How a power of ten is written: raised digits, for few fonts have every superscript one, or these characters. */
export type PowersOfTen = 'raised' | 'characters'

/** Odds inside an SVG text. */
export function SvgOdds(props: {
  readonly language: Language
  /** Natural logarithm, 0 or above. */
  readonly logEvidence: number
  readonly powers: PowersOfTen
}): ReactElement {
  const power = oddsPower(props.logEvidence)
  if (power === null) return <>{formatOdds(props.language, props.logEvidence)}</>
  if (props.powers === 'characters') {
    const [, exponent = '', rest = ''] =
      /^10([^ ]+)(.*)$/u.exec(formatOdds(props.language, props.logEvidence)) ?? []
    return (
      <>
        10<tspan className="exponent">{exponent}</tspan>
        {rest}
      </>
    )
  }
  return (
    <>
      10
      <tspan dy="-0.4em" fontSize="0.72em">
        {power}
      </tspan>
      <tspan dy="0.29em"> : 1</tspan>
    </>
  )
}
