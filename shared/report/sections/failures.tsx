import type { ReactElement } from 'react'
import { formatCount, formatPercent } from '../../text/numbers.ts'
import { causeName, notMeasuredText } from '../../text/sentences.ts'
import { counted, leverWord } from '../../text/words.ts'
import type { ReportContext, SectionContext } from '../context.ts'
import { CaseName, partIds } from '../links.tsx'
import { Part, Passage } from '../table.tsx'
import { Causes } from './failures-causes.tsx'
import { Examples } from './failures-examples.tsx'
import { Segments } from './failures-segments.tsx'

function topCause({ assessment, translator }: ReportContext): string {
  const { t, language } = translator
  const top = assessment.causes.find((each) => each.cause !== null)
  if (top === undefined) return t('report.parts.failures.unlabelledAll')
  return t(`report.parts.failures.${top.lever === null ? 'topAny' : 'top'}`, {
    cause: causeName(translator, top.cause, top.name),
    failures: formatCount(language, top.failures),
    share: formatPercent(language, top.share),
    lever: leverWord(translator, top.lever),
  })
}

/** How many attempts failed, the most frequent cause, and how many nobody labelled. */
function answer(report: ReportContext): string {
  const { assessment, translator } = report
  const { passes, failures, errors } = assessment.counts
  const failed = failures + errors
  if (passes + failed === 0) return notMeasuredText(translator, 'no-complete-cases')
  if (failed === 0) return translator.t('report.parts.failures.none')
  const unlabelled = assessment.causes.find((each) => each.cause === null)
  const isLabelled = assessment.causes.some((each) => each.cause !== null)
  return [
    counted(translator, 'report.parts.failures.answer', passes + failed, {
      failed: formatCount(translator.language, failed),
    }),
    topCause(report),
    ...(unlabelled === undefined || !isLabelled
      ? []
      : [counted(translator, 'report.parts.failures.unlabelled', unlabelled.failures)]),
  ].join(' ')
}

/** The cases that set the ceiling of every way of trying again. */
function NeverSolved(report: SectionContext): ReactElement | null {
  const { assessment, neverSolved, appendix, whole, translator } = report
  const { language, t } = translator
  const { completeCases, plannedRepeats } = assessment.counts
  const all = assessment.casesByPasses.find((each) => each.passes === 0)?.cases ?? 0
  if (neverSolved.length === 0) return null
  return (
    <Passage id="never" title={t('report.parts.failures.never')}>
      <p className="note">
        {counted(translator, 'report.parts.failures.neverNote', all, {
          cases: formatCount(language, completeCases),
          repeats: formatCount(language, plannedRepeats),
        })}
      </p>
      <ul className="names">
        {neverSolved.map((each, index) => (
          <li key={each.case}>
            <CaseName
              appendix={appendix}
              whole={whole.neverSolved[index]?.case ?? each.case}
              shown={each.case}
            />
          </li>
        ))}
        {all > neverSolved.length && (
          <li className="quiet">
            {t('report.parts.failures.neverMore', {
              number: formatCount(language, all - neverSolved.length),
            })}
          </li>
        )}
      </ul>
    </Passage>
  )
}

/** Why attempts failed, on which cases, and where. */
export function Failures(report: SectionContext): ReactElement {
  return (
    <Part
      id={partIds.failures}
      title={report.translator.t('report.parts.failures.title')}
      answer={answer(report)}
    >
      <Causes {...report} />
      <Examples {...report} />
      <NeverSolved {...report} />
      <Segments {...report} />
    </Part>
  )
}
