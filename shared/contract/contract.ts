import { z } from 'zod'
import { assessment } from '../domain/assessment.ts'
import { caseDetail, caseList, caseMap } from '../domain/case.ts'
import { backup } from '../domain/backup.ts'
import { comparison } from '../domain/comparison.ts'
import { configurationAttributes, configurationSummary } from '../domain/configuration.ts'
import { evidenceHistory } from '../domain/evidence-history.ts'
import { exact } from '../domain/exact.ts'
import { exportFormat } from '../domain/export.ts'
import { gridCase } from '../domain/grid-case.ts'
import { importSummary, rememberedImport, undoneImport } from '../domain/import.ts'
import { jobStep } from '../domain/job.ts'
import { plan, planInput } from '../domain/plan.ts'
import { scalingAnswer } from '../domain/scaling-band.ts'
import { reportContent } from '../domain/report-content.ts'
import { reportOptions } from '../domain/report-options.ts'
import { language, settings } from '../domain/settings.ts'
import { newTask, removedTask, scope, task, taskChanges, taskDetail, taskSummary } from '../domain/task.ts'
import { name, trial, trialFields, trialKey } from '../domain/trial.ts'
import { knownWorkspace, workspacePath } from '../domain/workspace.ts'
import {
  amendment,
  base64,
  importFile,
  importFiles,
  job,
  jobName,
  logTrial,
  newCase,
  nothing,
  ofCases,
  ofReport,
  ofTask,
  workspaceInfo,
} from './parts.ts'

export type { LogTrial } from './parts.ts'

/**
 * Every operation of Nines, name → what goes in and what comes out. The window, the browser host and the
 * command line reach the same list; inputs and outputs are parsed against it at the far side.
 */
export const contract = {
  'workspace.info': { input: nothing, output: workspaceInfo },
  /** Workspaces to choose from: those that were open, the last first, then those beside the open one. */
  'workspace.recent': {
    input: nothing,
    output: z.object({ folder: z.string(), workspaces: z.array(knownWorkspace) }),
  },
  /** Makes a new one and opens it for all windows, which have to name it from then on. */
  'workspace.create': { input: exact({ path: workspacePath }), output: workspaceInfo },
  /** The same with one that is there; when it cannot be opened, the present one stays. */
  'workspace.open': { input: exact({ path: workspacePath }), output: workspaceInfo },
  /** Takes a workspace off the list; its file stays. */
  'workspace.forget': { input: exact({ path: z.string() }), output: nothing },
  /** Reads the whole file and says whether it is sound. */
  'workspace.check': {
    input: nothing,
    output: z.object({ sound: z.boolean(), problems: z.array(z.string()) }),
  },
  /** The newest first. */
  'backup.list': {
    input: nothing,
    output: z.object({ folder: z.string(), problem: z.string().nullable(), backups: z.array(backup) }),
  },
  'backup.create': { input: nothing, output: backup },
  /** All or nothing; what is there now is kept in a backup first, by which this can be taken back. */
  'backup.restore': {
    input: exact({ name: z.string().min(1).max(300) }),
    output: z.object({ restored: backup, before: backup }),
  },
  'task.create': { input: newTask, output: task },
  /** What is not named stays; a name renames. What of the plan changes after the first trials is remembered. */
  'task.change': { input: exact({ ...ofTask.shape, changes: taskChanges }), output: task },
  'task.list': { input: nothing, output: z.array(taskSummary) },
  'task.get': { input: ofTask, output: taskDetail },
  /** Puts a task out of sight, with all that belongs to it. */
  'task.remove': { input: ofTask, output: removedTask },
  /** Brings a removed task back as it was, under another name where its own was taken meanwhile. */
  'task.restore': { input: ofTask, output: task },
  'task.listRemoved': { input: nothing, output: z.array(removedTask) },
  /** How many trials carry each failure cause, by its key; those that none carries are left out. */
  'task.causes': {
    input: ofTask,
    output: z.array(z.object({ cause: z.string(), trials: z.number().int() })),
  },
  /** Says what a configuration is; what is not named stays, a name renames. */
  'configuration.set': {
    input: exact({
      ...ofTask.shape,
      configuration: name,
      /** Make the configuration when the task has none of that name. */
      create: z.boolean().default(false),
      changes: exact({ ...configurationAttributes.partial().shape, name: name.optional() }),
    }),
    output: configurationSummary,
  },
  /** Adds the sample task with its real trials; when it is there already, nothing changes. */
  'sample.open': { input: nothing, output: z.object({ task: z.string() }) },
  /** Adds cases nobody has tried yet; those that are there get what was not known of them, and keep the rest. */
  'case.add': {
    input: exact({ ...ofTask.shape, cases: z.array(newCase).min(1).max(10_000) }),
    output: z.object({ added: z.number().int(), alreadyThere: z.number().int() }),
  },
  /** Some of the cases, with how many fit and what there is to filter by. */
  'case.list': {
    input: exact({
      ...ofCases,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(10_000).default(200),
      /** Also what there is to filter by; a further page of the same cases need not say it again. */
      facets: z.boolean().default(true),
    }),
    output: caseList,
  },
  /** The outcomes of all the cases that fit, for one picture. */
  'case.map': { input: exact(ofCases), output: caseMap },
  /** Everything about one case: its trials with every configuration, and what they were before. */
  'case.get': { input: exact({ ...ofTask.shape, case: name }), output: caseDetail },
  /** All or none of them. */
  'trial.log': {
    input: z.union([logTrial, z.array(logTrial).min(1).max(10_000)]),
    output: z.object({ trials: z.array(trial.extend({ task: z.string() })) }),
  },
  /** Changes some of what a stored trial says; what it said before stays in the history. */
  'trial.amend': {
    input: exact({ ...ofTask.shape, ...trialKey.shape, changes: amendment }),
    output: z.object({ before: trial, after: trial }),
  },
  /** Takes a logged trial back; it stays in the history. */
  'trial.withdraw': { input: exact({ ...ofTask.shape, ...trialKey.shape }), output: trial },
  /** Cases in the order they were first seen, with the trials of one configuration. */
  'trial.grid': {
    input: z.object({
      ...ofTask.shape,
      configuration: name.optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(10_000).default(500),
    }),
    output: z.object({
      configuration: z.string().nullable(),
      plannedRepeats: z.number().int().nullable(),
      total: z.number().int(),
      cases: z.array(gridCase),
    }),
  },
  /** Where logging goes on: the place, from 0, of the first case that lacks a planned trial; null when none does. */
  'trial.open': {
    input: exact({ ...ofTask.shape, configuration: name }),
    output: z.object({ row: z.number().int().nullable() }),
  },
  /** How far logging has come. */
  'trial.progress': {
    input: exact({
      ...ofTask.shape,
      configuration: name,
      since: z.iso.datetime({ offset: true }),
      /** Null: whoever it was. */
      loggedBy: trialFields.shape.loggedBy.unwrap().nullable(),
    }),
    output: z.object({
      /** Planned trials of the configuration that are not there yet; null without a plan. */
      toGo: z.number().int().nullable(),
      /** Trials of the task, whatever their configuration, that people have logged since then. */
      logged: z.number().int(),
    }),
  },
  /** Everybody whose name stands beside a trial of the workspace, who logged most first. */
  'trial.loggers': { input: nothing, output: z.object({ names: z.array(z.string()) }) },
  /** All trials of the task as a file that an import takes back without loss; see docs/exports.md. */
  'trial.export': {
    input: exact({
      ...ofTask.shape,
      /** Of this one alone. */
      configuration: name.optional(),
      format: exportFormat,
      ...job,
    }),
    output: z.object({
      fileName: z.string(),
      mimeType: z.string(),
      /** Not looked at letter by letter like what comes in: it may have a hundred million of them. */
      contentBase64: z.string(),
      trials: z.number().int(),
    }),
  },
  'import.preview': { input: importFile, output: importSummary },
  'import.commit': { input: importFile, output: importSummary },
  /** The same for several files that come in together or not at all; a summary a file, in their order. */
  'import.previewFiles': { input: importFiles, output: z.array(importSummary) },
  'import.commitFiles': { input: importFiles, output: z.array(importSummary) },
  /**
   * Takes back what an import brought: its trials, and the cases, configurations and fields of cases that came with it
   * and that nothing else uses since; see docs/imports.md. Refused when somebody has changed trials of it since.
   */
  'import.undo': {
    input: exact({
      import: z.number().int().min(1),
      /** Takes back the rest, and leaves what was changed as it is now. */
      keepChanged: z.boolean().default(false),
      ...job,
    }),
    output: undoneImport,
  },
  /** What was decided when a file with these columns was imported last; null: never. */
  'import.remembered': {
    input: z.object({ columns: z.array(z.string()).max(10_000) }),
    output: z.object({ found: rememberedImport.nullable() }),
  },
  'assessment.get': {
    input: z.object({
      ...ofTask.shape,
      /** May be left out while the task has a single one. */
      configuration: name.optional(),
      /** The level the bottleneck is about; the target when absent. */
      level: z.string().optional(),
      scope: scope.optional(),
      language: language.default('en'),
    }),
    output: assessment,
  },
  /**
   * How the evidence about a level grew, in the order in which cases became complete by their trials' time of logging;
   * about this fixed list, round by round. At most 200 points.
   */
  'evidence.get': {
    input: ofTask.extend({
      configuration: name.optional(),
      /** As in an assessment. */
      level: z.string().optional(),
      scope: scope.optional(),
    }),
    output: evidenceHistory,
  },
  /** The configurations side by side, and pairs of them: the two that are named, else all when they are few. */
  'comparison.get': {
    input: ofTask.extend({ first: name.optional(), second: name.optional() }),
    output: comparison,
  },
  /** How many cases bring which chance of showing a level. Takes seconds. */
  'plan.get': { input: planInput.extend(job), output: plan },
  /** The fitted curve of a compute series with its bootstrap band. Takes a second. */
  'scaling.get': {
    input: ofTask.extend({
      configuration: name.optional(),
      level: z.string().optional(),
      replicates: z.number().int().min(20).max(20_000).default(1000),
      seed: z.number().int().default(1),
      ...job,
    }),
    output: scalingAnswer,
  },
  /** How far a job is, in [0, 1]; null when none of that name is under way. A report also says at which step it is. */
  'job.progress': {
    input: z.object({ job: jobName }),
    output: z.object({ progress: z.number().nullable(), step: jobStep.optional() }),
  },
  /** Asks a job to end. Whoever started it hears how it ended: it may have been done already. */
  'job.cancel': { input: z.object({ job: jobName }), output: z.object({ underWay: z.boolean() }) },
  /** Everything a report is drawn from, for a preview of its pages. */
  'report.data': {
    input: exact({
      ...ofReport,
      language: language.default('en'),
      /** How many cases are told one by one, for the appendix; 0: none. */
      cases: z.number().int().min(0).max(1000).default(0),
      /** Also who logged first, for a report without names. */
      loggers: z.boolean().default(false),
    }),
    output: reportContent,
  },
  /** A report as a file. That of thousands of cases takes seconds. */
  'report.render': {
    input: exact({
      ...ofReport,
      ...reportOptions.unwrap().shape,
      format: z.enum(['pdf', 'html']),
      ...job,
    }),
    output: z.object({ fileName: z.string(), mimeType: z.string(), contentBase64: base64 }),
  },
  'settings.get': { input: nothing, output: settings },
  /** What is not named stays. */
  'settings.set': { input: settings.unwrap().partial(), output: settings },
  /**
   * Waits until the workspace differs from what it was at `after`, at most 25 s; answers the present number.
   * Changes by other windows and other processes count too.
   */
  'change.next': {
    input: z.object({ after: z.number().int().min(-1) }),
    output: z.object({ change: z.number().int() }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export type Contract = typeof contract
export type Operation = keyof Contract
/** What a caller gives: fields with defaults may be left out. */
export type Input<O extends Operation> = z.input<Contract[O]['input']>
/** What a handler receives: parsed, defaults filled in. */
export type ParsedInput<O extends Operation> = z.output<Contract[O]['input']>
export type Output<O extends Operation> = z.output<Contract[O]['output']>

export function isOperation(value: string): value is Operation {
  return Object.hasOwn(contract, value)
}

/** The contract, typed so that a generic caller gets the schemas of its own operation. */
export const schemas: {
  readonly [O in Operation]: {
    readonly input: z.ZodType<ParsedInput<O>>
    readonly output: z.ZodType<Output<O>>
  }
} = contract
