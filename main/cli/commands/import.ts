import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import type { Input } from '../../../shared/contract/contract.ts'
import {
  type ImportField,
  importFormats,
  type ImportProblem,
  importSummary,
  problemLimit,
  type ImportSummary,
  type UndoneImport,
} from '../../../shared/domain/import.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { countOption, formatOption, listOption, mapOption, numberOption } from '../arguments.ts'
import type { CommandContext } from '../command.ts'
import { readInput } from '../files.ts'
import { exitCodes } from '../host.ts'
import { withProgress } from '../progress.ts'
import type { Session } from '../session.ts'

interface ImportCommandOptions {
  /** Of what is imported; an import that is undone knows its own. */
  readonly task?: string
  readonly undo?: number
  readonly keepChanged?: true
  readonly create?: true
  readonly format: 'auto' | (typeof importFormats)[number]
  readonly map?: Partial<Record<ImportField, string>>
  readonly ignoreColumn?: readonly string[]
  readonly passMark?: number
  readonly configuration?: string
  readonly skipBadRows?: true
  readonly dryRun?: true
}

const shownProblems = 20

type ImportInput = Input<'import.commitFiles'>

/** @throws ExpectedFailure `import-unreadable` */
function toRequest(
  session: Session,
  task: string,
  files: readonly string[],
  options: ImportCommandOptions,
): ImportInput {
  const importedBy = session.host.environment['NINES_LOGGED_BY']?.trim() ?? ''
  return {
    task,
    createTask: options.create === true,
    files: files.map((file) => {
      session.progress(`Reading ${file} …`)
      return { fileName: basename(file), contentBase64: Buffer.from(readInput(file)).toString('base64') }
    }),
    format: options.format,
    mapping: options.map ?? {},
    ignoreColumns: [...(options.ignoreColumn ?? [])],
    skipBadRows: options.skipBadRows === true,
    ...(options.passMark === undefined ? {} : { passMark: options.passMark }),
    ...(options.configuration === undefined ? {} : { configuration: options.configuration }),
    ...(importedBy === '' ? {} : { importedBy }),
  }
}

function problemLine({ line, column, reason }: ImportProblem): string {
  return `  line ${line}${column === null ? '' : `, ${column}`}: ${reason}`
}

function problemsText(summary: ImportSummary): string {
  const shown = summary.problems.slice(0, shownProblems).map(problemLine)
  const hidden = summary.problemCount - shown.length
  const rest = `  … and ${hidden} more; --dry-run --json lists the first ${problemLimit.toLocaleString('en')}`
  return [...shown, ...(hidden > 0 ? [rest] : [])].join('\n')
}

function leftOut(summary: ImportSummary): string {
  const names = summary.columns.filter((column) => column.field === null).map((column) => column.name)
  return names.length === 0 ? '' : ` Columns left out: ${names.join(', ')}.`
}

function problemCountText({ problemCount }: ImportSummary): string {
  return problemCount === 1 ? 'one problem' : `${problemCount} problems`
}

function setUpText({ committed }: ImportSummary, task: string): string {
  return `The task "${task}" ${committed ? 'is' : 'would be'} set up as the file says: levels, plan, budget, causes and configurations.`
}

/** What was done, or would be; `refused`: the file would not be imported as it is. */
function summaryText(summary: ImportSummary, task: string, refused: boolean): string {
  const { added, alreadyThere, problemCount, cases, configurations, plannedRepeats } = summary
  const verb = summary.committed ? 'Imported' : 'Would import'
  const untried = summary.untriedCases === 0 ? '' : ` (${summary.untriedCases} without an attempt)`
  const newCases = summary.addedCases === 0 ? '' : ` and ${summary.addedCases} cases without one`
  const skipped = problemCount === 0 ? '' : `, ${problemCount} unusable`
  return [
    `${summary.fileName} (${summary.format}): ${summary.rows} rows, ${cases} cases${untried}, configurations: ${configurations.join(', ')}.${leftOut(summary)}`,
    refused
      ? `Would import nothing into "${task}": ${problemCountText(summary)}.`
      : `${verb} ${added} trials${newCases} into "${task}" (${alreadyThere} already there${skipped}); planned repeats: ${plannedRepeats ?? 'none'}.`,
    ...(summary.setsUp && !refused ? [setUpText(summary, task)] : []),
    ...(problemCount === 0 ? [] : [problemsText(summary)]),
  ].join('\n')
}

/** How to take the import back; nothing where nothing came in. */
function undoText({ workspaceWords }: Session, [first]: readonly ImportSummary[]): readonly string[] {
  const importId = first?.importId ?? null
  return importId === null ? [] : [`To undo it: nines import --undo ${importId}${workspaceWords}`]
}

/** How to go on with files that are refused. */
function cureText({ skipBadRows }: ImportInput, refused: readonly ImportSummary[]): string {
  const mending =
    'Mend the file, or map a column with --map field=column, or leave one out with --ignore-column NAME.'
  if (skipBadRows === true) return `${mending} Leaving rows out does not help here.`
  if (refused.some((each) => each.blocking)) return mending
  return `${mending} Or import the usable rows with --skip-bad-rows.`
}

/** What the core refused, with its lines and reasons. */
function explained(request: ImportInput, error: unknown): unknown {
  if (!(error instanceof ExpectedFailure) || error.code !== 'import-refused') return error
  const read = importSummary.safeParse(error.details)
  if (!read.success) return error
  const summary = read.data
  return new ExpectedFailure(
    'import-refused',
    `${summary.fileName} has ${problemCountText(summary)}. Nothing was imported.\n${problemsText(summary)}\n${cureText(request, [summary])}`,
    { details: summary },
  )
}

function wouldBeRefused({ skipBadRows }: ImportInput, { problemCount, blocking }: ImportSummary): boolean {
  return problemCount > 0 && (skipBadRows !== true || blocking)
}

async function dryRun(session: Session, request: ImportInput): Promise<number> {
  const summaries = await session.client.call('import.previewFiles', request)
  session.answer(summaries.length === 1 ? summaries[0] : summaries, () =>
    summaries
      .map((summary) => summaryText(summary, request.task, wouldBeRefused(request, summary)))
      .join('\n'),
  )
  const refused = summaries.filter((summary) => wouldBeRefused(request, summary))
  if (refused.length === 0) return exitCodes.done
  session.warn(`Nothing would be imported. ${cureText(request, refused)}`)
  return exitCodes.failure
}

/** All the files, or nothing of any. */
async function runImport(session: Session, request: ImportInput): Promise<number> {
  try {
    const summaries = await withProgress(session, 'Importing', (job) =>
      session.client.call('import.commitFiles', { ...request, job }),
    )
    session.done(summaries.length === 1 ? summaries[0] : summaries, () =>
      [
        ...summaries.map((summary) => summaryText(summary, request.task, false)),
        ...undoText(session, summaries),
      ].join('\n'),
    )
    return exitCodes.done
  } catch (error) {
    throw explained(request, error)
  }
}

/** @throws ExpectedFailure `bad-input` */
function requireImported(files: readonly string[], task: string | undefined): string {
  if (files.length === 0) {
    throw new ExpectedFailure('bad-input', 'Say which file to import. Nothing was changed. (see --help)')
  }
  if (task !== undefined) return task
  throw new ExpectedFailure(
    'bad-input',
    'Say with --task which task the trials belong to. Nothing was changed. (see --help)',
  )
}

/** @throws ExpectedFailure `bad-input` for files beside an import that is to be undone */
function requireUndoAlone(files: readonly string[], { task, undo, keepChanged }: ImportCommandOptions): void {
  if (undo !== undefined && (files.length > 0 || task !== undefined)) {
    throw new ExpectedFailure(
      'bad-input',
      '--undo takes an import back: name no file and no task with it. Nothing was changed. (see --help)',
    )
  }
  if (undo === undefined && keepChanged === true) {
    throw new ExpectedFailure(
      'bad-input',
      '--keep-changed belongs to --undo. Nothing was changed. (see --help)',
    )
  }
}

function countText(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

function undoneText({ importId, task, trials, changed, removedTask, ...made }: UndoneImport): string {
  if (removedTask) {
    return `Undid import ${importId}: the task "${task}" with its ${countText(trials, 'trial')} was removed. All of it is kept; Settings can bring it back.`
  }
  const stay = changed === 1 ? '1 changed since stays as it is' : `${changed} changed since stay as they are`
  const kept = changed === 0 ? '' : ` ${stay}.`
  return `Undid import ${importId}: took back ${[countText(trials, 'trial'), countText(made.cases, 'case')].join(', ')} and ${countText(made.configurations.length, 'configuration')} from "${task}".${kept}`
}

async function runUndo(session: Session, id: number, keepChanged: boolean): Promise<number> {
  try {
    const undone = await withProgress(session, 'Undoing', (job) =>
      session.client.call('import.undo', { import: id, keepChanged, job }),
    )
    session.done(undone, () => undoneText(undone))
    return exitCodes.done
  } catch (error) {
    if (!(error instanceof ExpectedFailure) || error.code !== 'import-changed') throw error
    const { code, details } = error
    const hint = `To undo the rest and keep these: nines import --undo ${id} --keep-changed${session.workspaceWords}`
    throw new ExpectedFailure(code, `${error.message}\n${hint}`, { details })
  }
}

/** `nines import` */
export function addImportCommand(program: Command, { perform }: CommandContext): void {
  program
    .command('import [file...]')
    .description(
      'import trials, all or nothing; where files name no repeats, rows of the same case and configuration count as one attempt after the other, on through the files of one import',
    )
    .option('--task <name>', 'the task they belong to; needed unless --undo is given')
    .option('--create', 'create the task when there is none of that name')
    .addOption(
      new Option('--format <format>', `what the file is: auto, ${importFormats.join(' or ')}`)
        .argParser(formatOption)
        .default('auto'),
    )
    .option('--map <field=column>', 'read a field from a column; repeat for several', mapOption)
    .option(
      '--ignore-column <name>',
      'leave a column out that Nines does not know; repeat for several',
      listOption,
    )
    .option(
      '--pass-mark <x>',
      'a score of at least this passes',
      numberOption(() => true, 'a number'),
    )
    .option('--configuration <name>', 'configuration of rows that name none')
    .option('--skip-bad-rows', 'import the usable rows when others are not')
    .option('--dry-run', 'say what would happen and write nothing')
    .option(
      '--undo <id>',
      'take back the import of that number, which importing prints; names no file',
      countOption,
    )
    .option('--keep-changed', 'with --undo: leave trials that were changed since as they are')
    .action((files: readonly string[], options: ImportCommandOptions) => {
      requireUndoAlone(files, options)
      const { undo } = options
      if (undo !== undefined) {
        return perform((session) => runUndo(session, undo, options.keepChanged === true))
      }
      const task = requireImported(files, options.task)
      return perform(
        (session) => {
          const request = toRequest(session, task, files, options)
          return options.dryRun === true ? dryRun(session, request) : runImport(session, request)
        },
        { make: options.create === true && options.dryRun !== true },
      )
    })
}
