import type { Operation, Output, ParsedInput } from '../../shared/contract/contract.ts'
import { assessTask, summarizeTasks } from '../services/assessments/index.ts'
import { assessScalingBand } from '../services/assessments/scaling-band.ts'
import { compareTask } from '../services/comparisons/index.ts'
import { createJobs } from '../services/computations/index.ts'
import { setConfiguration } from '../services/configurations/index.ts'
import type { Context } from '../services/context.ts'
import { commitImport, commitImports, previewImport, previewImports } from '../services/imports/index.ts'
import { openSample } from '../services/imports/sample.ts'
import { renderReport } from '../services/reports/index.ts'
import { readSettings, writeSettings } from '../services/settings/index.ts'
import { changeTask } from '../services/tasks/change.ts'
import { createTask, getTask } from '../services/tasks/index.ts'
import { addCases, amendTrial, logTrials, trialGrid, withdrawTrial } from '../services/trials/index.ts'
import { checkWorkspace, watchChanges, workspaceInfo } from '../services/workspaces/index.ts'

export type Handlers = {
  readonly [O in Operation]: (input: ParsedInput<O>, signal?: AbortSignal) => Output<O> | Promise<Output<O>>
}

/** Operation → service, a line each. */
export function createHandlers(context: Context): Handlers {
  const changes = watchChanges(context)
  const jobs = createJobs(context.computer)
  return {
    'workspace.info': () => workspaceInfo(context),
    'workspace.check': () => checkWorkspace(context),
    'task.create': (input) => createTask(context, input),
    'task.change': (input) => changeTask(context, input.task, input.changes),
    'task.list': () => summarizeTasks(context),
    'task.get': (input) => getTask(context, input.task),
    'configuration.set': (input) => setConfiguration(context, input),
    'sample.open': () => openSample(context),
    'case.add': (input) => addCases(context, input),
    'trial.log': (input) => logTrials(context, Array.isArray(input) ? input : [input]),
    'trial.amend': (input) => amendTrial(context, input),
    'trial.withdraw': (input) => withdrawTrial(context, input),
    'trial.grid': (input) => trialGrid(context, input),
    'import.preview': (input) => previewImport(context, withContent(input)),
    'import.commit': (input) => commitImport(context, withContent(input)),
    'import.previewFiles': ({ files, ...input }) =>
      previewImports(context, { ...input, files: files.map(withContent) }),
    'import.commitFiles': ({ files, ...input }) =>
      commitImports(context, { ...input, files: files.map(withContent) }),
    'assessment.get': (input) => assessTask(context, input).assessment,
    'comparison.get': (input) => compareTask(context, input),
    'plan.get': ({ job = null, ...input }, signal) => jobs.run('plan', input, job, signal),
    'scaling.get': (input, signal) => assessScalingBand(context, jobs, input, signal),
    'job.progress': ({ job }) => ({ progress: jobs.progress(job) }),
    'report.render': async (input, signal) => {
      const { fileName, mimeType, content } = await renderReport(context, input, signal)
      return { fileName, mimeType, contentBase64: Buffer.from(content).toString('base64') }
    },
    'settings.get': () => readSettings(context),
    'settings.set': (input) => writeSettings(context, input),
    'change.next': (input, signal) => changes.next(input.after, signal),
  }
}

function withContent<T extends { readonly contentBase64: string }>(input: T) {
  const { contentBase64, ...rest } = input
  return { ...rest, content: Buffer.from(contentBase64, 'base64') }
}
