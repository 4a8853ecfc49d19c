import { byReliability } from '../../../shared/assessment/index.ts'
import { caseGridOf } from '../../../shared/domain/case-grid.ts'
import type { Comparison, PairComparison } from '../../../shared/domain/comparison.ts'
import type { ReportContent } from '../../../shared/domain/report-content.ts'
import { listConfigurations } from '../../store/configurations.ts'
import {
  readAttemptDays,
  readFailureExamples,
  readGradeChanges,
  readNeverSolved,
  readOutcomes,
  readVoidReasons,
} from '../../store/report-rows.ts'
import { readLoggersByFirst, readReportCases } from '../../store/report-cases.ts'
import { countCases, plannedRepeatsOf } from '../../store/tasks.ts'
import { assessEvidenceHistory } from '../assessments/evidence-history.ts'
import { type AssessmentRequest, assessTask } from '../assessments/index.ts'
import { assessScalingBand } from '../assessments/scaling-band.ts'
import { compareTask } from '../comparisons/index.ts'
import type { Jobs } from '../computations/index.ts'
import type { ComputingContext, StoreContext } from '../context.ts'
import { requireConfiguration, requireTask } from '../tasks/index.ts'
import { summariseEdits } from './edits.ts'

const mostExamplesOfCause = 3
const mostNeverSolved = 40
const mostVoidReasons = 8

/** The curve of the compute series is resampled so often, always from the same seed: the same data, the same band. */
const resampling = { replicates: 1000, seed: 1 } as const

/** The configuration beside the most reliable other one; null where one of them is not measured. */
function pairOf(context: StoreContext, own: string, comparison: Comparison): PairComparison | null {
  const measured = byReliability(comparison.configurations).map((each) => each.configuration)
  const other = measured.find((each) => each !== own)
  if (other === undefined || !measured.includes(own)) return null
  return compareTask(context, { task: comparison.task, first: own, second: other }).pairs[0] ?? null
}

/** What is gathered only on request. */
export interface ContentRequest extends AssessmentRequest {
  /** How many cases are told one by one; 0: there is no appendix. */
  readonly cases: number
  readonly loggers: boolean
}

type Stored = Omit<ReportContent, 'band'>

/** Call it in a snapshot. */
function readStored(context: StoreContext, request: ContentRequest): Stored {
  const { queries } = context.workspace
  const { assessment, task } = assessTask(context, request)
  const stored = requireTask(context, request.task)
  const own = requireConfiguration(context, stored, assessment.configuration)
  const all = listConfigurations(queries, stored.id)
  const about = {
    task: task.name,
    configuration: own.name,
    level: assessment.bottleneck.level,
    scope: assessment.scope,
  }
  const comparison = all.length < 2 ? null : compareTask(context, { task: task.name })
  return {
    assessment,
    task,
    cases: countCases(queries, stored.id),
    configurations: all.map(({ id: _id, ...each }) => each),
    history: assessEvidenceHistory(context, about),
    caseGrid: caseGridOf(readOutcomes(queries, own.id), plannedRepeatsOf(stored)),
    comparison,
    pair: comparison === null ? null : pairOf(context, own.name, comparison),
    examples: readFailureExamples(queries, own.id, plannedRepeatsOf(stored), mostExamplesOfCause),
    neverSolved: readNeverSolved(queries, own.id, mostNeverSolved),
    voids: readVoidReasons(queries, own.id, mostVoidReasons),
    made: readAttemptDays(queries, own.id, plannedRepeatsOf(stored)),
    edits: summariseEdits(readGradeChanges(queries, own.id)),
    appendix:
      request.cases === 0
        ? null
        : readReportCases(queries, stored.id, own.id, plannedRepeatsOf(stored), request.cases),
    loggers: request.loggers ? readLoggersByFirst(queries, stored.id) : null,
  }
}

/**
 * Gathers what a report is drawn from.
 * @throws ExpectedFailure as an assessment does; Cancelled when the signal fires
 */
export async function gatherReport(
  context: ComputingContext,
  jobs: Jobs,
  request: ContentRequest,
  signal?: AbortSignal,
): Promise<ReportContent> {
  const { stored, band } = context.workspace.queries.snapshot(() => {
    const found = readStored(context, request)
    const { task, configuration, bottleneck } = found.assessment
    const about = { task, configuration, level: bottleneck.level, ...resampling }
    // It reads before it first waits, so what it sees is of the same moment.
    return { stored: found, band: assessScalingBand(context, jobs, about, signal) }
  })
  return { ...stored, band: (await band).band }
}
