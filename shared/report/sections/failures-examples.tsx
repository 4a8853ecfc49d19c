import type { ReactElement } from 'react'
import type { Assessment } from '../../domain/assessment.ts'
import type { FailureExample } from '../../domain/report-data.ts'
import { formatCount } from '../../text/numbers.ts'
import { causeName } from '../../text/sentences.ts'
import { counted, leverWord } from '../../text/words.ts'
import { type ReportContext, type SectionContext, shownText } from '../context.ts'
import { CaseName } from '../links.tsx'
import { Passage } from '../table.tsx'

type Cause = Assessment['causes'][number]

/** Whether there is anything to read about it. */
function tells({ note, answer, input, severity }: FailureExample): boolean {
  return note !== null || answer !== null || input !== null || severity !== null
}

/** Of an input or an answer so many letters are shown; a note is shown as far as it was read. */
const longestQuoted = 160

/** What was noted of an attempt; without a note, what it answered; then what it was asked. */
function toldOf({ translator: { t } }: ReportContext, example: FailureExample): readonly string[] {
  const { outcome, severity, note, answer, input } = example
  const how = [
    ...(outcome === 'error' ? [t('report.parts.failures.error')] : []),
    ...(severity === null ? [] : [t(`report.parts.failures.severity.${severity}`)]),
  ]
  const words = note === null ? answerText(t, answer) : shownText(note)
  const first = [...how, ...(words === null ? [] : [words])].join(' ')
  return [
    first === '' ? t('report.parts.failures.untold') : first,
    ...(input === null ? [] : [t('report.parts.failures.asked', { input: shownText(input, longestQuoted) })]),
  ]
}

function answerText(t: ReportContext['translator']['t'], answer: string | null): string | null {
  return answer === null
    ? null
    : t('report.parts.failures.answered', { answer: shownText(answer, longestQuoted) })
}

function ExampleRow({
  report,
  example,
}: {
  readonly report: SectionContext
  readonly example: FailureExample
}): ReactElement {
  const { t, language } = report.translator
  const whole = report.whole.examples[report.examples.indexOf(example)] ?? example
  const [told, ...more] = toldOf(report, example)
  return (
    <tr>
      <th scope="row">
        <CaseName appendix={report.appendix} whole={whole.case} shown={example.case} />
        {example.segment !== null && <span className="quiet"> · {example.segment}</span>}
      </th>
      <td className="right">{formatCount(language, example.repeat)}</td>
      <td className="right">
        {t('report.parts.failures.passedOf', {
          passes: formatCount(language, example.passes),
          repeats: formatCount(language, report.assessment.counts.plannedRepeats),
        })}
      </td>
      <td className="told">
        <p>{told}</p>
        {more.map((text) => (
          <p key={text} className="quiet">
            {text}
          </p>
        ))}
      </td>
    </tr>
  )
}

function Group({ report, cause }: { readonly report: SectionContext; readonly cause: Cause }): ReactElement {
  const { translator, examples } = report
  const name = causeName(translator, cause.cause, cause.name)
  return (
    <tbody>
      <tr className="group">
        <th scope="rowgroup" colSpan={4}>
          {counted(translator, 'report.parts.failures.group', cause.failures, { cause: name })}
          {cause.cause !== null && (
            <span>
              {' · '}
              {translator.t('report.parts.failures.groupLever', {
                lever: leverWord(translator, cause.lever),
              })}
            </span>
          )}
        </th>
      </tr>
      {examples
        .filter((each) => each.cause === cause.cause)
        .map((each) => (
          <ExampleRow key={each.case} report={report} example={each} />
        ))}
    </tbody>
  )
}

/** Causes beyond these are told by their number. */
const mostGroups = 5

/** Cases that failed for each cause, with what was noted of them. */
export function Examples(report: SectionContext): ReactElement | null {
  const { assessment, translator, examples } = report
  const { t } = translator
  const known = assessment.causes.filter((each) =>
    examples.some((example) => example.cause === each.cause && tells(example)),
  )
  const left = known.length - mostGroups
  if (examples.length === 0) return null
  if (known.length === 0) {
    return (
      <section>
        <p className="note">{t('report.parts.failures.noneTold')}</p>
      </section>
    )
  }
  return (
    <Passage id="examples" title={t('report.parts.failures.examples')} long>
      <p className="note">{t('report.parts.failures.examplesNote')}</p>
      <div className="table">
        <table aria-labelledby="examples" className="examples dense">
          <thead>
            <tr>
              <th scope="col">{t('report.parts.failures.case')}</th>
              <th scope="col" className="right">
                {t('report.parts.failures.attempt')}
              </th>
              <th scope="col" className="right">
                {t('report.parts.failures.passed')}
              </th>
              <th scope="col" className="told">
                {t('report.parts.failures.told')}
              </th>
            </tr>
          </thead>
          {known.slice(0, mostGroups).map((cause) => (
            <Group key={cause.cause ?? ''} report={report} cause={cause} />
          ))}
        </table>
      </div>
      {left > 0 && <p className="note">{counted(translator, 'report.parts.failures.more', left)}</p>}
    </Passage>
  )
}
