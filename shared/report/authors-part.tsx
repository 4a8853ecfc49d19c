import type { ReactElement } from 'react'
import type { ReportSection } from '../domain/report-options.ts'
import { formatList } from '../text/numbers.ts'
import { undirected } from '../text/sentence.ts'
import { counted } from '../text/words.ts'
import type { ReportContext } from './context.ts'
import { shortened } from './shown-names.ts'
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

/** So many levels that were left out are named. */
const namedLevels = 3
const longestLevel = 26

function levelTexts({ hiddenLevels, translator }: ReportContext): readonly string[] {
  const named = hiddenLevels.length <= namedLevels + 1 ? hiddenLevels : hiddenLevels.slice(0, namedLevels)
  const others = hiddenLevels.length - named.length
  return [
    ...named.map((level) => translator.t('report.author.level', { level: shortened(level, longestLevel) })),
    ...(others === 0 ? [] : [counted(translator, 'report.author.levels', others)]),
  ]
}

/**
 * What a reader would find in the whole report and not in this one: whoever stops at page one is not misled.
 * @param sections parts that would have something to say
 */
export function leftOutText(report: ReportContext, sections: readonly ReportSection[]): string {
  const { options, hiddenConfigurations, translator } = report
  const { t, language } = translator
  const left = [
    ...(options.detail === 'one-page' ? [] : sections.map((each) => t(`report.author.sections.${each}`))),
    ...levelTexts(report),
    ...(hiddenConfigurations.length === 0
      ? []
      : [counted(translator, 'report.author.configurations', hiddenConfigurations.length)]),
  ]
  const texts = [
    ...(options.detail === 'one-page' ? [t('report.author.onePage')] : []),
    ...(left.length === 0 ? [] : [t('report.author.leftOut', { what: formatList(language, left) })]),
  ]
  return texts.join(' ')
}
