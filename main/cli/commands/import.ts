import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import type { Input } from '../../../shared/contract/contract.ts'
import {
  type ImportField,
  importFormats,
  type ImportProblem,
  importSummary,
  type ImportSummary,
} from '../../../shared/domain/import.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { listOption, mapOption, numberOption } from '../arguments.ts'
import type { CommandContext } from '../command.ts'
import { readInput } from '../files.ts'
import type { Session } from '../session.ts'

interface ImportCommandOptions {
  readonly task: string
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

function toRequest(file: string, options: ImportCommandOptions): Input<'import.commit'> {
  return {
    task: options.task,
    createTask: options.create === true,
    fileName: basename(file),
    contentBase64: Buffer.from(readInput(file)).toString('base64'),
    format: options.format,
    mapping: options.map ?? {},
    ignoreColumns: [...(options.ignoreColumn ?? [])],
    skipBadRows: options.skipBadRows === true,
    ...(options.passMark === undefined ? {} : { passMark: options.passMark }),
    ...(options.configuration === undefined ? {} : { configuration: options.configuration }),
  }
}

function problemLine({ line, column, reason }: ImportProblem): string {
  return `  line ${line}${column === null ? '' : `, ${column}`}: ${reason}`
}

function problemsText(summary: ImportSummary): string {
  const shown = summary.problems.slice(0, shownProblems).map(problemLine)
  const hidden = summary.problemCount - shown.length
  return [...shown, ...(hidden > 0 ? [`  … and ${hidden} more`] : [])].join('\n')
}

function leftOut(summary: ImportSummary): string {
  const names = summary.columns.filter((column) => column.field === null).map((column) => column.name)
  return names.length === 0 ? '' : ` Columns left out: ${names.join(', ')}.`
}

function summaryText(summary: ImportSummary, task: string): string {
  const { added, alreadyThere, problemCount, cases, configurations, plannedRepeats } = summary
  const verb = summary.committed ? 'Imported' : 'Would import'
  const skipped = problemCount === 0 ? '' : `, ${problemCount} unusable`
  return [
    `${summary.fileName} (${summary.format}): ${summary.rows} rows, ${cases} cases, configurations: ${configurations.join(', ')}.${leftOut(summary)}`,
    `${verb} ${added} trials into "${task}" (${alreadyThere} already there${skipped}); planned repeats: ${plannedRepeats ?? 'none'}.`,
    ...(problemCount === 0 ? [] : [problemsText(summary)]),
  ].join('\n')
}

function refusal(file: string, summary: ImportSummary): ExpectedFailure {
  return new ExpectedFailure(
    'import-refused',
    `${file}: nothing was imported. ${summary.problemCount} problem${summary.problemCount === 1 ? '' : 's'}:\n${problemsText(summary)}\nMend the file; or map a column with --map field=column, leave one out with --ignore-column NAME, import the usable rows with --skip-bad-rows.`,
    { details: summary },
  )
}

/** What the core refused, with its lines and reasons. */
function explained(file: string, error: unknown): unknown {
  if (!(error instanceof ExpectedFailure) || error.code !== 'import-refused') return error
  const summary = importSummary.safeParse(error.details)
  return summary.success ? refusal(file, summary.data) : error
}

async function commit(
  session: Session,
  files: readonly string[],
  options: ImportCommandOptions,
): Promise<ImportSummary[]> {
  const summaries: ImportSummary[] = []
  for (const file of files) {
    session.host.writeError(session.json ? '' : `Reading ${file} …\n`)
    try {
      const request = toRequest(file, options)
      summaries.push(
        await session.client.call(options.dryRun === true ? 'import.preview' : 'import.commit', request),
      )
    } catch (error) {
      throw explained(file, error)
    }
  }
  return summaries
}

/** Looks at every file before the first is stored: one bad file of several imports nothing. */
async function requireUsable(
  session: Session,
  files: readonly string[],
  options: ImportCommandOptions,
): Promise<void> {
  for (const file of files) {
    const summary = await session.client.call('import.preview', toRequest(file, options))
    if (summary.problemCount > 0 && options.skipBadRows !== true) throw refusal(file, summary)
  }
}

/** `nines import` */
export function addImportCommand(program: Command, { perform }: CommandContext): void {
  program
    .command('import <file...>')
    .description('import trials, all or nothing')
    .requiredOption('--task <name>', 'the task they belong to')
    .option('--create', 'create the task when there is none of that name')
    .addOption(
      new Option('--format <format>', 'what the file is').choices(['auto', ...importFormats]).default('auto'),
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
    .action((files: readonly string[], options: ImportCommandOptions) =>
      perform(async (session) => {
        if (files.length > 1 && options.dryRun !== true) await requireUsable(session, files, options)
        const summaries = await commit(session, files, options)
        session.result(summaries.length === 1 ? summaries[0] : summaries, () =>
          summaries.map((summary) => summaryText(summary, options.task)).join('\n'),
        )
      }),
    )
}
