import type { ReactElement } from 'react'
import { joined, nextStepKey, nextStepParts } from '../../text/sentences.ts'
import { type ReportContext, textWidthPx } from '../context.ts'
import { type LinkedPart, More } from '../links.tsx'
import { close, densityFor, linesOf, notesHeight } from '../page-one-room.ts'
import { Section } from '../table.tsx'
import { computeHeight, MoreCompute } from './first-page-compute.tsx'
import { Gap, gapHeight, Levels, levelsHeight } from './first-page-levels.tsx'
import { Reading, Tested, testedHeight } from './first-page-tested.tsx'
import { Title, titleHeight } from './first-page-title.tsx'

interface FirstPageProps extends ReportContext {
  /** What the report has behind page one. */
  readonly parts: readonly LinkedPart[]
  /** What stands under it about parts that its author left out. */
  readonly leftOut: string
}

/** How many actions a reader takes away. */
const shownSteps = 3

function stepsOf({ assessment, task, translator }: ReportContext) {
  return assessment.bottleneck.nextSteps.slice(0, shownSteps).map((step) => ({
    key: nextStepKey(step),
    ...nextStepParts(translator, step, task.causes, assessment),
  }))
}

function NextSteps(report: ReportContext): ReactElement {
  return (
    <Section id="next" title={report.translator.t('report.next.title')}>
      <ol>
        {stepsOf(report).map(({ key, lead, rest }) => (
          <li key={key}>
            <span className="strong">{lead}</span> {rest}
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** Left of the actions, for their numbers, px. */
const numberWidth = 18

function stepsHeight(report: ReportContext): number {
  return (
    close.section +
    notesHeight(stepsOf(report).map((step) => linesOf(joined(step), textWidthPx - numberWidth)))
  )
}

const leftOutAbove = 10

/** Of all that stands on page one, with its lines close. */
function heightOf({ leftOut, ...report }: FirstPageProps): number {
  const below = leftOut === '' ? 0 : leftOutAbove + linesOf(leftOut, textWidthPx) * close.line
  return (
    titleHeight(report) +
    gapHeight(report) +
    Math.max(levelsHeight(report), computeHeight(report)) +
    stepsHeight(report) +
    testedHeight(report) +
    below
  )
}

/** Page one decides alone: who stops here is not misled. */
export function FirstPage(props: FirstPageProps): ReactElement {
  const { parts, leftOut: _, ...report } = props
  const more = (...wanted: readonly LinkedPart[]): ReactElement => (
    <More translator={report.translator} parts={wanted.filter((part) => parts.includes(part))} />
  )
  return (
    <div className="page">
      <Title {...report} parts={parts} className={densityFor(report, heightOf(props))} />
      <Gap {...report} more={more('failures')} />
      <div className="pair">
        <Levels {...report} more={more('evidence', 'comparison')} />
        <MoreCompute {...report} more={more('scaling')} />
      </div>
      <NextSteps {...report} />
      <div className="pair">
        <Tested {...report} more={more('cost', 'data', 'appendix')} />
        <Reading {...report} more={more('method')} />
      </div>
    </div>
  )
}
