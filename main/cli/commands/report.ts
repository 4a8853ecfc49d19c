import { extname, resolve } from 'node:path'
import { type Command, Option } from 'commander'
import type { Input } from '../../../shared/contract/contract.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import {
  longestCoverNote,
  type Paper,
  papers,
  type ReportDetail,
  reportDetails,
  type ReportSection,
  reportSections,
} from '../../../shared/domain/report-options.ts'
import { languages, type Language } from '../../../shared/domain/settings.ts'
import { scopes, type Scope } from '../../../shared/domain/task.ts'
import { listOption, sectionOption } from '../arguments.ts'
import type { CommandContext } from '../command.ts'
import { readText, writeOutput } from '../files.ts'
import { withProgress } from '../progress.ts'
import type { Session } from '../session.ts'

interface ReportCommandOptions {
  readonly task: string
  readonly configuration?: string
  readonly level?: string
  readonly scope?: Scope
  readonly out: string
  readonly language: Language
  readonly paper: Paper
  readonly detail: ReportDetail
  readonly section?: readonly ReportSection[]
  readonly showLevel?: readonly string[]
  readonly compared?: readonly string[]
  readonly note?: string
  readonly noteFile?: string
  readonly anonymous?: true
}

/** @throws ExpectedFailure `bad-input` for another ending than .pdf, .html or .htm */
function formatOf(file: string): 'pdf' | 'html' {
  const ending = extname(file).toLowerCase()
  if (ending === '.pdf') return 'pdf'
  if (ending === '.html' || ending === '.htm') return 'html'
  throw new ExpectedFailure(
    'bad-input',
    `--out must end in .pdf or .html, not "${ending}". Nothing was written.`,
  )
}

/** Renders one report and writes it, whole or not at all. @returns the absolute path and size in bytes */
export async function writeReport(
  session: Session,
  request: Omit<Input<'report.render'>, 'format' | 'job'>,
  out: string,
): Promise<{ file: string; bytes: number }> {
  const format = formatOf(out)
  const { contentBase64 } = await withProgress(session, 'Making the report', (job) =>
    session.client.call('report.render', { ...request, format, job }),
  )
  const content = Buffer.from(contentBase64, 'base64')
  const file = resolve(out)
  writeOutput(file, content)
  return { file, bytes: content.length }
}

/** @throws ExpectedFailure `bad-input` when there are two notes, or one that is too long or cannot be read */
function coverNoteOf({ note, noteFile }: ReportCommandOptions): string {
  if (note !== undefined && noteFile !== undefined) {
    throw new ExpectedFailure('bad-input', 'Give the note by --note or by --note-file. Nothing was written.')
  }
  const text = (noteFile === undefined ? (note ?? '') : readText(noteFile)).trim()
  if (text.length <= longestCoverNote) return text
  throw new ExpectedFailure(
    'bad-input',
    `The note has ${text.length} characters, and at most ${longestCoverNote} are printed. Nothing was written. Shorten it.`,
  )
}

function requestOf(options: ReportCommandOptions): Omit<Input<'report.render'>, 'format' | 'job'> {
  const { task, configuration, level, scope, language, paper, detail, section, showLevel, compared } = options
  return {
    task,
    language,
    paper,
    detail,
    coverNote: coverNoteOf(options),
    anonymous: options.anonymous === true,
    ...(configuration === undefined ? {} : { configuration }),
    ...(level === undefined ? {} : { level }),
    ...(scope === undefined ? {} : { scope }),
    ...(section === undefined ? {} : { sections: section }),
    ...(showLevel === undefined ? {} : { levels: showLevel }),
    ...(compared === undefined ? {} : { compared }),
  }
}

/** `nines report` */
export function addReportCommand(program: Command, { host, perform }: CommandContext): void {
  program
    .command('report')
    .description('write the report as PDF or HTML')
    .requiredOption('--task <name>', 'the task')
    .option('--configuration <name>', 'the configuration; needed when there are several')
    .option('--level <name>', "the level the verdict is about (default: the task's target)")
    .addOption(new Option('--scope <scope>', 'what is claimed').choices([...scopes]))
    .requiredOption('--out <file>', 'FILE.pdf or FILE.html')
    .addOption(new Option('--language <language>', 'of the report').choices([...languages]).default('en'))
    .addOption(new Option('--paper <paper>', 'of the PDF').choices([...papers]).default('A4'))
    .addOption(
      new Option('--detail <detail>', 'page one alone, the usual report, or that and every case')
        .choices([...reportDetails])
        .default('standard'),
    )
    .option(
      '--section <name>',
      `a part to show after page one; repeat for several (default: ${reportSections.join(', ')})`,
      sectionOption,
    )
    .option(
      '--show-level <name>',
      'a level to show beside the one of the verdict; repeat for several (default: all)',
      listOption,
    )
    .option(
      '--compared <name>',
      'a configuration to show in the comparison; repeat for several (default: all)',
      listOption,
    )
    .option('--note <text>', `a note by the author, at most ${longestCoverNote} characters`)
    .option('--note-file <file>', 'the same from a text file; an empty line begins a new paragraph')
    .option('--anonymous', 'write "Logger 1" and so on in place of the names of who logged')
    .action((options: ReportCommandOptions) => {
      const format = formatOf(options.out)
      const request = requestOf(options)
      if (format === 'pdf') host.warmPrinter()
      return perform(async (session) => {
        const written = await writeReport(session, request, options.out)
        session.done(written, () => `Wrote ${written.file} (${Math.ceil(written.bytes / 1000)} kB).`)
      })
    })
}
