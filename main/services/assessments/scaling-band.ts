import { computeSeries, findLevel, methodVersion } from '../../../shared/assessment/index.ts'
import type { ParsedInput } from '../../../shared/contract/contract.ts'
import type { ScalingAnswer } from '../../../shared/domain/scaling-band.ts'
import { plannedRepeatsOf } from '../../store/tasks.ts'
import type { Jobs } from '../computations/index.ts'
import type { ComputingContext } from '../context.ts'
import { requireTask } from '../tasks/index.ts'
import { readAll, readSeriesCases } from './records.ts'

/**
 * The fitted curve of the compute series around a configuration, with its band.
 * @throws ExpectedFailure as an assessment does; Cancelled when the signal fires
 */
export async function assessScalingBand(
  context: ComputingContext,
  jobs: Jobs,
  request: ParsedInput<'scaling.get'>,
  signal: AbortSignal | undefined,
): Promise<ScalingAnswer> {
  const { queries } = context.workspace
  const found = queries.snapshot(() => {
    const stored = requireTask(context, request.task)
    const { all, record, others } = readAll(context, stored, request.configuration)
    const series = computeSeries(record, others)
    return { stored, record, series, joint: readSeriesCases(queries, all, series) }
  })
  const { stored, record, series, joint } = found
  const level = findLevel(stored.task, request.level)
  const answer = {
    formatVersion: 1,
    methodVersion,
    task: stored.task.name,
    configuration: record.name,
    unit: record.compute?.unit ?? null,
    required: level.required,
  } as const
  if (series.length === 0) return { ...answer, band: { notMeasured: 'no-compute-series' } }
  if (joint.length === 0) return { ...answer, band: { notMeasured: 'no-complete-cases' } }
  const input = {
    amounts: series.map((each) => each.compute.amount),
    plannedRepeats: plannedRepeatsOf(stored),
    joint,
    share: 1 - level.alpha,
    replicates: request.replicates,
    seed: request.seed,
  }
  const band = await jobs.follow(request.job ?? null, signal, (following) =>
    context.computer.run('scaling-band', input, following),
  )
  return { ...answer, band }
}
