import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import type { ReportContent } from '../../../shared/domain/report-content.ts'
import { renderReport, withFonts } from '../../../shared/report/index.tsx'
import { openWorkspace } from '../../store/workspace.ts'
import { compute, request as computation, schemas } from '../../workers/computations.ts'
import type { Computer } from '../../workers/computer.ts'
import { unlessStopped } from '../../workers/stopping.ts'
import type { OnProgress } from '../../workers/thread.ts'
import { createJobs } from '../computations/index.ts'
import { gatherReport } from './data.ts'
import { readFontsFor } from './fonts.ts'
import { type ReportJob, type ReportRequest, shares } from './job.ts'

/** Computes where it is asked to: this is a thread of its own already. */
const ownComputer: Computer = {
  run: async (name, input, { onProgress }) =>
    schemas[name].output.parse(compute(computation.parse({ name, input }), onProgress)),
}

async function gather(job: ReportJob, goOn: OnProgress): Promise<ReportContent> {
  const workspace = openWorkspace(job.workspaceFile)
  try {
    const { task, configuration, level, scope, language, detail, anonymous } = job.request
    const cases = detail === 'full' ? Number.MAX_SAFE_INTEGER : 0
    const content = { task, configuration, level, scope, language, cases, loggers: anonymous }
    const computer: Computer = {
      run: (name, input, following) =>
        ownComputer.run(name, input, {
          ...following,
          onProgress: (share) => goOn(share * shares.gathered),
        }),
    }
    return await gatherReport({ workspace, clock: () => new Date(), computer }, createJobs(), content)
  } finally {
    workspace.close()
  }
}

/** @throws ExpectedFailure when the author wants to show what is not there */
function requireKnown(
  { task, configurations }: ReportContent,
  { levels = [], compared = [] }: ReportRequest,
): void {
  const level = levels.find((wanted) => !task.levels.some(({ name }) => name === wanted))
  if (level !== undefined) {
    throw new ExpectedFailure(
      'level-not-found',
      `The task "${task.name}" has no level "${level}". It has ${task.levels.map(({ name }) => `"${name}"`).join(', ')}. No report was made.`,
    )
  }
  const other = compared.find((wanted) => !configurations.some(({ name }) => name === wanted))
  if (other !== undefined) {
    throw new ExpectedFailure(
      'configuration-not-found',
      `The task "${task.name}" has no configuration named "${other}". No report was made.`,
    )
  }
}

/** What the thread of a report does, on a connection of its own. @returns the page */
export async function runReportJob(job: ReportJob, onProgress: OnProgress): Promise<string> {
  const goOn = unlessStopped(job.stop, onProgress)
  goOn(0)
  const content = await gather(job, goOn)
  requireKnown(content, job.request)
  goOn(shares.gathered)
  const { task: _task, configuration: _configuration, level: _level, scope: _scope, ...options } = job.request
  const page = renderReport({ ...content, ...options, appVersion: job.appVersion, fonts: [] })
  goOn(shares.drawn)
  // The characters on the page decide which parts of the fonts it carries.
  return withFonts(page, readFontsFor(page, job.resourcesFolder))
}
