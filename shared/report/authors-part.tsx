import type { ReactElement } from 'react'
import { reportSections } from '../domain/report-options.ts'
import { formatList } from '../text/numbers.ts'
import { undirected } from '../text/sentence.ts'
import { counted } from '../text/words.ts'
import type { ReportContext } from './context.ts'
import { Section } from './table.tsx'

/** Plain text by its empty lines. */
function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\r?\n[^\S\n]*\r?\n/u)
    .map((paragraph) => undirected(paragraph.trim()))
    .filter((paragraph) => paragraph !== '')
}

function CoverNote({ options, translator }: ReportContext): ReactElement | null {
  const paragraphs = paragraphsOf(options.coverNote)
  if (paragraphs.length === 0) return null
  return (
    <Section id="author" title={translator.t('report.author.title')} long>
      <p className="note">{translator.t('report.author.aside')}</p>
      <div className="author">
        {paragraphs.map((paragraph, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- two paragraphs may be the same, and none moves
          <p key={index}>{paragraph}</p>
        ))}
      </div>
    </Section>
  )
}

/** What a reader would find in the whole report and not in this one. */
function leftOutText({ options, hiddenLevels, hiddenConfigurations, translator }: ReportContext): string {
  const { t, language } = translator
  if (options.detail === 'one-page') return t('report.author.onePage')
  const left = [
    ...reportSections
      .filter((each) => !options.sections.includes(each))
      .map((each) => t(`report.author.sections.${each}`)),
    ...hiddenLevels.map((level) => t('report.author.level', { level })),
    ...(hiddenConfigurations === 0
      ? []
      : [counted(translator, 'report.author.configurations', hiddenConfigurations)]),
  ]
  return left.length === 0 ? '' : t('report.author.leftOut', { what: formatList(language, left) })
}

/** What the author says beside the figures, and which of them are not here: whoever stops reading is not misled. */
export function AuthorsPart(report: ReportContext): ReactElement {
  const leftOut = leftOutText(report)
  return (
    <>
      {leftOut !== '' && <p className="note leftOut">{leftOut}</p>}
      <CoverNote {...report} />
    </>
  )
}
