import { z } from 'zod'
import { language } from './settings.ts'
import { name, trialRow } from './trial.ts'

export const importFormats = ['csv', 'jsonl'] as const
export const importFormat = z.enum(importFormats)
export type ImportFormat = z.infer<typeof importFormat>

/** The trial fields a column of a file can be mapped to. */
export const importFields = [
  'case',
  'configuration',
  'repeat',
  'outcome',
  'score',
  'verifier',
  'confidence',
  'latency_ms',
  'cost_usd',
  'input_tokens',
  'output_tokens',
  'cause',
  'severity',
  'segment',
  'input',
  'answer',
  'actions',
  'grader',
  'logged_by',
  'started_at',
  'logged_at',
  'note',
] as const
export const importField = z.enum(importFields)
export type ImportField = z.infer<typeof importField>

/** A summary lists no more problems than anyone reads; the count is of all. */
export const problemLimit = 1000

/** One thing that keeps a row, or the whole file, from being imported. Lines start at 1, the header included. */
export const importProblem = z
  .object({ line: z.number().int().min(1), column: z.string().nullable(), reason: z.string() })
  .readonly()
export type ImportProblem = z.infer<typeof importProblem>

export const importOptions = z.object({
  format: z.union([importFormat, z.literal('auto')]).default('auto'),
  /** Field → column name, over and above the names that are recognised. */
  mapping: z.partialRecord(importField, z.string()).default({}),
  /** Columns the user chose to leave out. */
  ignoreColumns: z.array(z.string()).readonly().default([]),
  /** Configuration of rows that name none. */
  configuration: name.optional(),
  /** A score of at least this passes; needed when the file has scores and no outcomes. */
  passMark: z.number().optional(),
  /** Import the usable rows when others are not. */
  skipBadRows: z.boolean().default(false),
  /** Of what is said of the file; English when absent. What is stored is the same in each. */
  language: language.optional(),
})
export type ImportOptions = z.infer<typeof importOptions>

/** What a person decided about a file, to be offered for the next one with the same columns. */
export const rememberedImport = z.object({
  mapping: importOptions.shape.mapping.unwrap(),
  ignoreColumns: z.array(z.string()).readonly(),
  configuration: name.nullable(),
  passMark: z.number().nullable(),
})
export type RememberedImport = z.infer<typeof rememberedImport>

/** How a column of the file was understood; `field` null: left out. */
export const importColumn = z
  .object({ name: z.string(), field: importField.nullable(), known: z.boolean() })
  .readonly()
export type ImportColumn = z.infer<typeof importColumn>

/** What an import would do, or did. Counts are of rows. */
export const importSummary = z
  .object({
    fileName: z.string(),
    format: importFormat,
    columns: z.array(importColumn).readonly(),
    /** Rows of data in the file. */
    rows: z.number().int(),
    /** Trials that are new to the workspace. */
    added: z.number().int(),
    /** Rows whose trial is already stored with the same content. */
    alreadyThere: z.number().int(),
    /** Every unusable row, up to 1,000 of them; `problemCount` counts all. */
    problems: z.array(importProblem).readonly(),
    problemCount: z.number().int(),
    /** Leaving unusable rows out does not help: a problem concerns the whole file, or no row can be used. */
    blocking: z.boolean(),
    /** Cases in the file, those that nobody has tried included. */
    cases: z.number().int(),
    /** Cases that the file names without an attempt, and those of them that are new to the workspace. */
    untriedCases: z.number().int(),
    addedCases: z.number().int(),
    configurations: z.array(z.string()).readonly(),
    outcomes: z
      .object({
        pass: z.number().int(),
        fail: z.number().int(),
        error: z.number().int(),
        void: z.number().int(),
      })
      .readonly(),
    plannedRepeats: z.number().int().nullable(),
    /** The task is a new one, and the file says how it was set up: so it is made. */
    setsUp: z.boolean(),
    /** The first rows as they were understood. */
    preview: z.array(trialRow).max(50).readonly(),
    committed: z.boolean(),
    /** What `import.undo` takes it back by; null when nothing came in. Files that came in together share it. */
    importId: z.number().int().nullable(),
  })
  .readonly()
export type ImportSummary = z.infer<typeof importSummary>

/** What taking an import back did. */
export const undoneImport = z
  .object({
    importId: z.number().int(),
    task: name,
    /** Names of its files, in their order. */
    files: z.array(z.string()).readonly(),
    /** Trials taken back. */
    trials: z.number().int(),
    /** Trials that stay, or stay taken back, because somebody changed them since. */
    changed: z.number().int(),
    /** Cases that it had made and that went with it. */
    cases: z.number().int(),
    /** Names of the configurations that it had made and that went with it. */
    configurations: z.array(name).readonly(),
    /** The task came with it and held nothing else: it was put out of sight as a whole, and can be restored. */
    removedTask: z.boolean(),
  })
  .readonly()
export type UndoneImport = z.infer<typeof undoneImport>
