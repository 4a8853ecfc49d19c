import type { ReactElement } from 'react'
import { oddsPower } from '../text/numbers.ts'
import { evidenceOdds } from '../text/sentences.ts'
import type { Translator } from '../text/translator.ts'

/** Evidence as betting odds. The exponent is set as one: few fonts have every superscript digit. */
export function Odds(props: {
  readonly translator: Translator
  /** Natural logarithm. */
  readonly logEvidence: number
}): ReactElement {
  const power = oddsPower(props.logEvidence)
  if (power === null) return <>{evidenceOdds(props.translator, props.logEvidence)}</>
  return (
    <>
      10<sup>{power}</sup>
      {'\u00A0:\u00A01'}
    </>
  )
}
