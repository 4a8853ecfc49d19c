import { extname, resolve } from 'node:path'
import { type Command, Option } from 'commander'
import type { Input } from '../../../shared/contract/contract.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { languages, type Language } from '../../../shared/domain/settings.ts'
import { scopes, type Scope } from '../../../shared/domain/task.ts'
import type { CommandContext } from '../command.ts'
import { writeOutput } from '../files.ts'
import type { Session } from '../session.ts'

interface ReportOptions {
  readonly task: string
  readonly configuration?: string
  readonly level?: string
  readonly scope?: Scope
  readonly out: string
  readonly language: Language
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
  { client }: Session,
  request: Omit<Input<'report.render'>, 'format'>,
  out: string,
): Promise<{ file: string; bytes: number }> {
  const { contentBase64 } = await client.call('report.render', { ...request, format: formatOf(out) })
  const content = Buffer.from(contentBase64, 'base64')
  const file = resolve(out)
  writeOutput(file, content)
  return { file, bytes: content.length }
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
    .action((options: ReportOptions) => {
      if (formatOf(options.out) === 'pdf') host.warmPrinter()
      return perform(async (session) => {
        const { out, ...request } = options
        const written = await writeReport(session, request, out)
        session.done(written, () => `Wrote ${written.file} (${Math.ceil(written.bytes / 1000)} kB).`)
      })
    })
}
