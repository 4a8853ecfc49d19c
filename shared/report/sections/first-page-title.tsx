import type { ReactElement } from 'react'
import { isMeasured } from '../../domain/measured.ts'
import { formatRequired } from '../../text/numbers.ts'
import {
  bottleneckSentence,
  plain,
  scopeText,
  verdictFigures,
  verdictHeadline,
} from '../../text/sentences.ts'
import { counted } from '../../text/words.ts'
import { type ReportContext, textWidthPx } from '../context.ts'
import { type LinkedPart, partIds, partTitle } from '../links.tsx'
import { close, linesOf } from '../page-one-room.ts'
import { Coloured } from '../table.tsx'

interface TitleProps extends ReportContext {
  /** What the report has behind page one. */
  readonly parts: readonly LinkedPart[]
}

/** Where the changes of the plan are listed, the first of these that the report has. */
const planParts = ['data', 'method'] as const

/** That the plan was changed with results in sight, and where that is told whole. */
function planTexts({ assessment, translator, parts }: TitleProps) {
  const number = assessment.planChanges.length
  if (number === 0) return { changed: '', listed: null }
  const part = planParts.find((each) => parts.includes(each))
  const text =
    part === undefined ? '' : translator.t('report.plan.listed', { part: partTitle(translator, part) })
  return {
    changed: counted(translator, 'report.plan.changed', number),
    listed: part === undefined ? null : { href: `#${partIds[part]}`, text },
  }
}

function leadText({ assessment, translator }: ReportContext): string {
  const { rest } = bottleneckSentence(translator, assessment)
  return [verdictFigures(translator, assessment, assessment.bottleneck.level), rest]
    .filter((text) => text !== '')
    .join(' ')
}

/** What the interval is about; nothing as long as there is none. */
function claimText({ assessment, translator }: ReportContext): string {
  if (!isMeasured(assessment.reliability.estimate)) return ''
  return translator.t('report.claim', {
    scope: scopeText(translator, assessment),
    confidence: formatRequired(translator.language, 1 - assessment.alpha),
  })
}

/**
 * The claim as the title, what it rests on as the first paragraph.
 * @param props.className how close together page one stands, see the style sheet
 */
export function Title(props: TitleProps & { readonly className: string }): ReactElement {
  const { assessment, translator, className } = props
  const { changed, listed } = planTexts(props)
  const claim = claimText(props)
  return (
    <header className={className}>
      <h1>
        <Coloured {...verdictHeadline(translator, assessment, assessment.bottleneck.level)} />
        {/* Keeps the sentences apart in the bookmark; a usual blank would go with the end of the line. */}
        <span className="blank"> </span>
        <br />
        {bottleneckSentence(translator, assessment).lead}
      </h1>
      <p className="lead">{leadText(props)}</p>
      {claim !== '' && (
        <p className="note">
          {[claim, changed].filter((text) => text !== '').join(' ')}
          {listed !== null && (
            <>
              {' '}
              <a href={listed.href}>{listed.text}</a>
            </>
          )}
        </p>
      )}
    </header>
  )
}

const title = { line: 30.5, fontSize: 25 }
const lead = { line: 20.3, fontSize: 14, width: 600, above: 10 }
const noteAbove = 6

export function titleHeight(props: TitleProps): number {
  const { assessment, translator } = props
  const sentences = [
    plain(verdictHeadline(translator, assessment, assessment.bottleneck.level)),
    bottleneckSentence(translator, assessment).lead,
  ]
  const titleLines = sentences.reduce((sum, text) => sum + linesOf(text, textWidthPx, title.fontSize), 0)
  const { changed, listed } = planTexts(props)
  const note = [claimText(props), changed, listed?.text ?? ''].join(' ')
  return (
    titleLines * title.line +
    lead.above +
    linesOf(leadText(props), lead.width, lead.fontSize) * lead.line +
    noteAbove +
    linesOf(note, textWidthPx) * close.line
  )
}
