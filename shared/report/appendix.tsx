import type { ReactElement } from 'react'
import { longestShownNote, type ReportCase } from '../domain/report-cases.ts'
import type { Outcome } from '../domain/trial.ts'
import { formatCount } from '../text/numbers.ts'
import { undirected } from '../text/sentence.ts'
import { causeName, counted } from '../text/words.ts'
import type { ReportContext } from './context.ts'
import { caseRowId, partIds } from './links.tsx'
import { Part } from './table.tsx'

type Trial = ReportCase['trials'][number]

const letters: Readonly<Record<Outcome, string>> = { pass: 'P', fail: 'F', error: 'E', void: 'V' }

function isBeyond({ counts, outcome }: Trial): boolean {
  return !counts && outcome !== 'void'
}

/** The attempts by repeat; what was planned and is not there as dots, what was not planned after a bar. */
function attemptsText({ trials }: ReportCase, plannedRepeats: number): string {
  const planned = trials.filter((trial) => !isBeyond(trial)).map(({ outcome }) => letters[outcome])
  const beyond = trials.filter(isBeyond).map(({ outcome }) => letters[outcome])
  const counting = trials.filter(({ counts }) => counts).length
  const row = planned.join('') + '·'.repeat(Math.max(0, plannedRepeats - counting))
  return beyond.length === 0 ? row : `${row}|${beyond.join('')}`
}

function shortened(note: string): string {
  const characters = Array.from(note)
  return characters.length > longestShownNote
    ? `${characters.slice(0, longestShownNote).join('').trimEnd()}…`
    : note
}

/** Attempts of which the same can be said, under it. */
function grouped(
  trials: readonly Trial[],
  tell: (trial: Trial) => string | null,
): readonly (readonly [what: string, attempts: string])[] {
  const found = new Map<string, number[]>()
  for (const trial of trials) {
    const what = tell(trial)
    if (what !== null && what.trim() !== '') found.set(what, [...(found.get(what) ?? []), trial.repeat])
  }
  return [...found].map(([what, repeats]) => [what, repeats.join(', ')])
}

/** Why attempts failed and what was noted beside them, in one line. */
function toldText({ task, translator }: ReportContext, { trials }: ReportCase): string {
  const { t } = translator
  const causes = grouped(trials, ({ cause }) => cause).map(([key, attempts]) => {
    const known = task.causes.find((each) => each.key === key)
    return t('report.appendix.cause', { attempts, cause: causeName(translator, key, known?.name ?? null) })
  })
  const notes = grouped(trials, ({ note }) => note).map(([note, attempts]) =>
    t('report.appendix.note', { attempts, note: shortened(note.trim().replaceAll(/\s+/gu, ' ')) }),
  )
  return [...causes, ...notes].join('; ')
}

function passesText({ translator }: ReportContext, { passes }: ReportCase, plannedRepeats: number): string {
  const { t, language } = translator
  if (passes === null) return t('report.appendix.incomplete')
  return t('report.appendix.passesOf', {
    passes: formatCount(language, passes),
    repeats: formatCount(language, plannedRepeats),
  })
}

function CaseTable(props: {
  readonly report: ReportContext
  readonly cases: readonly ReportCase[]
}): ReactElement {
  const { report, cases } = props
  const { t } = report.translator
  const { plannedRepeats } = report.assessment.counts
  const hasSegments = cases.some(({ segment }) => segment !== null)
  const told = cases.map((each) => toldText(report, each))
  const isTold = told.some((text) => text !== '')
  return (
    <div className="table">
      <table aria-labelledby="appendix" className={isTold ? 'cases dense' : 'cases dense brief'}>
        <colgroup>
          <col className="label" />
          {hasSegments && <col className="segment" />}
          <col className="attempts" />
          <col className="passes" />
          {isTold && <col />}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('report.appendix.case')}</th>
            {hasSegments && <th scope="col">{t('report.appendix.segment')}</th>}
            <th scope="col">{t('report.appendix.attempts')}</th>
            <th scope="col">{t('report.appendix.passes')}</th>
            {isTold && <th scope="col">{t('report.appendix.told')}</th>}
          </tr>
        </thead>
        <tbody>
          {cases.map((each, index) => (
            <tr key={each.case} id={caseRowId(index)}>
              <th scope="row">{undirected(each.case)}</th>
              {hasSegments && <td>{undirected(each.segment ?? '')}</td>}
              <td className="outcomes">{attemptsText(each, plannedRepeats)}</td>
              <td className="passes">{passesText(report, each, plannedRepeats)}</td>
              {isTold && <td>{told[index]}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Every case with every attempt. In the window the first few stand for all. */
export function Appendix(report: ReportContext): ReactElement | null {
  const { appendix, assessment, translator } = report
  const { t } = translator
  if (appendix === null) return null
  const left = appendix.total - appendix.told.length
  return (
    <div className="page">
      <Part
        id={partIds.appendix}
        title={t('report.appendix.title')}
        answer={t('report.appendix.lead', { configuration: assessment.configuration })}
      >
        <p className="note letters">{t('report.appendix.letters')}</p>
        <CaseTable report={report} cases={appendix.told} />
        {left > 0 && <p className="note">{counted(translator, 'report.appendix.more', left)}</p>}
      </Part>
    </div>
  )
}
