import type { Operation, Output, ParsedInput } from '../../shared/contract/contract.ts'
import { assessEvidenceHistory } from '../services/assessments/evidence-history.ts'
import { assessTask, summarizeTasks } from '../services/assessments/index.ts'
import { assessScalingBand } from '../services/assessments/scaling-band.ts'
import { getCase, listCases, mapCases } from '../services/cases/index.ts'
import { compareTask } from '../services/comparisons/index.ts'
import { createJobs } from '../services/computations/index.ts'
import { setConfiguration } from '../services/configurations/index.ts'
import type { Backups } from '../services/backups/index.ts'
import type { Context, Desk } from '../services/context.ts'
import { exportInThread } from '../services/exports/in-thread.ts'
import { importInThread, ofOne, undoInThread } from '../services/imports/in-thread.ts'
import { only } from '../services/imports/index.ts'
import { rememberedFor } from '../services/imports/remembered.ts'
import { openSample } from '../services/imports/sample.ts'
import { gatherReport } from '../services/reports/data.ts'
import { renderReport } from '../services/reports/index.ts'
import { readSettings, settingsMark, writeSettings } from '../services/settings/index.ts'
import { changeTask } from '../services/tasks/change.ts'
import { createTask, getTask, usedCauses } from '../services/tasks/index.ts'
import { listRemoved, removeTask, restoreTask } from '../services/tasks/removed.ts'
import { addCases, amendTrial, logTrials, trialGrid, withdrawTrial } from '../services/trials/index.ts'
import { createOther, listKnown, openOther } from '../services/workspaces/change.ts'
import { checkWorkspace, watchChanges } from '../services/workspaces/index.ts'
import type { Recent } from '../services/workspaces/recent.ts'
import { firstOpen, knownLoggers, logProgress } from '../services/trials/logging.ts'

export type Handlers = {
  readonly [O in Operation]: (input: ParsedInput<O>, signal?: AbortSignal) => Output<O> | Promise<Output<O>>
}

/** What belongs to the program rather than to one workspace. */
export interface Surroundings {
  readonly desk: Desk
  readonly backups: Backups
  readonly recent: Recent
}

/** Operation → service, a line each. */
export function createHandlers(context: Context, { desk, backups, recent }: Surroundings): Handlers {
  const changes = watchChanges(context, undefined, () => `${backups.mark()} ${settingsMark(context)}`)
  const jobs = createJobs()
  const importFiles = importInThread(context, jobs)
  const undoImport = undoInThread(context, jobs)
  const exportTrials = exportInThread(context, jobs)
  return {
    'workspace.info': () => desk.info(),
    'workspace.recent': () => listKnown(recent, desk),
    'workspace.create': (input) => createOther(recent, desk, input.path),
    'workspace.open': (input) => openOther(recent, desk, input.path),
    'workspace.forget': (input) => {
      recent.forget(input.path)
      return {}
    },
    'workspace.check': () => checkWorkspace(context),
    'backup.list': () => backups.list(),
    'backup.create': () => backups.create(),
    'backup.restore': (input) => backups.restore(input.name),
    'task.create': (input) => createTask(context, input),
    'task.change': (input) => changeTask(context, input.task, input.changes),
    'task.list': () => summarizeTasks(context),
    'task.get': (input) => getTask(context, input.task),
    'task.remove': (input) => removeTask(context, input.task),
    'task.restore': (input) => restoreTask(context, input.task),
    'task.listRemoved': () => listRemoved(context),
    'task.causes': (input) => usedCauses(context, input.task),
    'configuration.set': (input) => setConfiguration(context, input),
    'sample.open': () => openSample(context),
    'case.add': (input) => addCases(context, input),
    'case.list': (input) => listCases(context, input),
    'case.map': (input) => mapCases(context, input),
    'case.get': (input) => getCase(context, input),
    'trial.log': (input) => logTrials(context, Array.isArray(input) ? input : [input]),
    'trial.amend': (input) => amendTrial(context, input),
    'trial.withdraw': (input) => withdrawTrial(context, input),
    'trial.grid': (input) => trialGrid(context, input),
    'trial.open': (input) => firstOpen(context, input),
    'trial.progress': (input) => logProgress(context, input),
    'trial.loggers': () => knownLoggers(context),
    'trial.export': (input, signal) => exportTrials(input, signal),
    'import.preview': async (input, signal) => only(await importFiles('preview', ofOne(input), signal)),
    'import.commit': async (input, signal) => only(await importFiles('commit', ofOne(input), signal)),
    'import.previewFiles': (input, signal) => importFiles('preview', input, signal),
    'import.commitFiles': (input, signal) => importFiles('commit', input, signal),
    'import.undo': (input, signal) => undoImport(input, signal),
    'import.remembered': ({ columns }) => ({ found: rememberedFor(context, columns) }),
    'assessment.get': (input) => assessTask(context, input).assessment,
    'evidence.get': (input) => assessEvidenceHistory(context, input),
    'comparison.get': (input) => compareTask(context, input),
    'plan.get': ({ job = null, ...input }, signal) =>
      jobs.follow(job, signal, (following) => context.computer.run('plan', input, following)),
    'scaling.get': (input, signal) => assessScalingBand(context, jobs, input, signal),
    'job.progress': ({ job }) => jobs.progress(job),
    'job.cancel': ({ job }) => ({ underWay: jobs.cancel(job) }),
    'report.data': (input, signal) => gatherReport(context, jobs, input, signal),
    'report.render': async (input, signal) => {
      const { fileName, mimeType, content } = await renderReport(context, jobs, input, signal)
      return { fileName, mimeType, contentBase64: Buffer.from(content).toString('base64') }
    },
    'settings.get': () => readSettings(context),
    'settings.set': (input) => writeSettings(context, input),
    'change.next': (input, signal) => changes.next(input.after, signal),
  }
}
