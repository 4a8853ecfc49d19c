import type { ReactElement } from 'react'
import type { ReportSection } from '../domain/report-options.ts'
import { formatList } from '../text/numbers.ts'
import { undirected } from '../text/sentence.ts'
import { counted } from '../text/words.ts'
import type { ReportContext } from './context.ts'
import { Part } from './table.tsx'

/** Plain text by its empty lines. */
function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\r?\n[^\S\n]*\r?\n/u)
    .map((paragraph) => undirected(paragraph.trim()))
    .filter((paragraph) => paragraph !== '')
}

/** Marked as what it is: the only words of a report that nobody computed. */
export function CoverNote({ options, translator }: ReportContext): ReactElement | null {
  const paragraphs = paragraphsOf(options.coverNote)
  if (paragraphs.length === 0) return null
  return (
    <Part id="author" title={translator.t('report.author.title')} answer="">
      <p className="note">{translator.t('report.author.aside')}</p>
      <div className="author">
        {paragraphs.map((paragraph, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- two paragraphs may be the same, and none moves
          <p key={index}>{paragraph}</p>
        ))}
      </div>
    </Part>
  )
}

interface LeftOutProps {
  readonly report: ReportContext
  /** Parts that would have something to say. */
  readonly sections: readonly ReportSection[]
}

/** What a reader would find in the whole report and not in this one: whoever stops at page one is not misled. */
export function LeftOut({ report, sections }: LeftOutProps): ReactElement | null {
  const { options, hiddenLevels, hiddenConfigurations, translator } = report
  const { t, language } = translator
  const left = [
    ...(options.detail === 'one-page' ? [] : sections.map((each) => t(`report.author.sections.${each}`))),
    ...hiddenLevels.map((level) => t('report.author.level', { level })),
    ...(hiddenConfigurations.length === 0
      ? []
      : [counted(translator, 'report.author.configurations', hiddenConfigurations.length)]),
  ]
  const texts = [
    ...(options.detail === 'one-page' ? [t('report.author.onePage')] : []),
    ...(left.length === 0 ? [] : [t('report.author.leftOut', { what: formatList(language, left) })]),
  ]
  return texts.length === 0 ? null : <p className="note leftOut">{texts.join(' ')}</p>
}
