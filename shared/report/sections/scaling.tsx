import type { ReactElement } from 'react'
import { scalingSentence } from '../../text/sentences.ts'
import type { ReportContext } from '../context.ts'
import { partIds } from '../links.tsx'
import { Coloured, Part } from '../table.tsx'
import { ComputeSeries } from './scaling-compute.tsx'
import { Retrying, Verifier } from './scaling-delivery.tsx'
import { PricedAttempts, Repeats } from './scaling-repeats.tsx'
import { Strategies } from './scaling-strategies.tsx'

function Answer({ assessment, translator }: ReportContext): ReactElement {
  const { parts, rest } = scalingSentence(translator, assessment)
  return (
    <>
      <Coloured parts={parts} />
      {rest === '' ? '' : ` ${rest}`}
    </>
  )
}

/** Whether more compute helps and is enough: trying again, voting, a verifier, larger amounts. */
export function Scaling(report: ReportContext): ReactElement {
  return (
    <Part
      id={partIds.scaling}
      title={report.translator.t('report.parts.scaling.title')}
      answer={<Answer {...report} />}
    >
      <Repeats {...report} />
      <PricedAttempts {...report} />
      <Strategies {...report} />
      <Retrying {...report} />
      <Verifier {...report} />
      <ComputeSeries {...report} />
    </Part>
  )
}
