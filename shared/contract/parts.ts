import { z } from 'zod'
import { caseSort, firstSeen } from '../domain/case.ts'
import { caseFilter } from '../domain/case-filter.ts'
import { exact } from '../domain/exact.ts'
import { importOptions } from '../domain/import.ts'
import { scope } from '../domain/task.ts'
import { caseFields, grader, name, outcome, trialFields, trialKey, verifierVerdict } from '../domain/trial.ts'

/** What several operations of the contract take or answer. */

export const nothing = z.object({})
export const ofTask = z.object({ task: name })
export const base64 = z.base64()

/** A trial as a person or a script logs it. Without `repeat` it becomes the next one of its case. */
export const logTrial = exact({
  ...ofTask.shape,
  ...trialKey.shape,
  ...trialFields.shape,
  ...caseFields.shape,
  repeat: trialKey.shape.repeat.optional(),
  /** Overwrite the stored trial of the same key; the old one stays in the history. */
  replace: z.boolean().optional(),
})
export type LogTrial = z.infer<typeof logTrial>

/** Cases of a task as one configuration did on them, those that fit the filter, sorted. */
export const ofCases = {
  ...ofTask.shape,
  /** The first one when absent. */
  configuration: name.optional(),
  filter: exact(caseFilter.unwrap().partial().shape).default({}),
  sort: exact(caseSort.unwrap().shape).default(firstSeen),
}

export const newCase = exact({ case: name, ...caseFields.shape })

/** What a grader may change of a stored trial; null takes it away, what is not named stays. */
export const amendment = exact({
  outcome: outcome.optional(),
  cause: trialFields.shape.cause.unwrap().nullable().optional(),
  verifier: verifierVerdict.nullable().optional(),
  note: z.string().max(100_000).nullable().optional(),
  latencyMs: trialFields.shape.latencyMs.unwrap().nullable().optional(),
  /** Who says so now: a person's correction of what a judge said is a person's. */
  grader: grader.optional(),
  loggedBy: trialFields.shape.loggedBy.unwrap().optional(),
})

/** A name the caller makes up, to ask for the progress by. */
export const jobName = z.string().min(1).max(100)
export const job = { job: jobName.optional() }

const importTarget = importOptions.extend({
  ...ofTask.shape,
  /** Create the task when there is none of that name. */
  createTask: z.boolean().default(false),
  /** Who imports; nobody when absent. */
  importedBy: trialFields.shape.loggedBy,
})
const fileContent = z.object({ fileName: z.string().max(1000), contentBase64: base64 })
export const importFile = importTarget.extend({ ...fileContent.shape, ...job })
export const importFiles = importTarget.extend({ files: z.array(fileContent).min(1).max(1000), ...job })

/** What a report is about. */
export const ofReport = {
  ...ofTask.shape,
  /** May be left out while the task has a single one. */
  configuration: name.optional(),
  /** As in an assessment. */
  level: z.string().optional(),
  scope: scope.optional(),
}

export const workspaceInfo = z.object({
  /**
   * Stands for the workspace as it lies open now: after another was opened, or a backup restored, it is another one.
   * A window names it with every request and is refused when it is about a former one.
   */
  id: z.string(),
  path: z.string(),
  name: z.string(),
  schemaVersion: z.number().int(),
  appVersion: z.string(),
  tasks: z.number().int(),
  trials: z.number().int(),
  /** When the newest backup was made, and why the last automatic one was not. */
  backup: z.object({ lastAt: z.string().nullable(), problem: z.string().nullable() }),
})
