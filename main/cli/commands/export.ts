import { extname, resolve } from 'node:path'
import type { Command } from 'commander'
import { exportFormat, exportFormats, type ExportFormat } from '../../../shared/domain/export.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import type { CommandContext } from '../command.ts'
import { writeOutput } from '../files.ts'
import { withProgress } from '../progress.ts'

interface ExportOptions {
  readonly task: string
  readonly configuration?: string
  readonly out: string
}

/** @throws ExpectedFailure `bad-input` for an ending that is no format */
function formatOf(file: string): ExportFormat {
  const ending = extname(file).toLowerCase()
  const { data } = exportFormat.safeParse(ending.slice(1))
  if (data !== undefined) return data
  throw new ExpectedFailure(
    'bad-input',
    `--out must end in ${exportFormats.map((each) => `.${each}`).join(' or ')}, not "${ending}". Nothing was written.`,
  )
}

/** `nines export` */
export function addExportCommand(program: Command, { perform }: CommandContext): void {
  program
    .command('export')
    .description('write all trials of a task to a file that import takes back without loss')
    .requiredOption('--task <name>', 'the task')
    .option('--configuration <name>', 'the trials of this configuration alone')
    .requiredOption('--out <file>', 'FILE.csv or FILE.jsonl')
    .action(({ task, configuration, out }: ExportOptions) => {
      const format = formatOf(out)
      return perform(async (session) => {
        const request = { task, format, ...(configuration === undefined ? {} : { configuration }) }
        const { contentBase64, trials } = await withProgress(session, 'Exporting', (job) =>
          session.client.call('trial.export', { ...request, job }),
        )
        const content = Buffer.from(contentBase64, 'base64')
        const file = resolve(out)
        writeOutput(file, content)
        const size = `${Math.ceil(content.length / 1000)} kB`
        session.done(
          { file, bytes: content.length, trials },
          () => `Wrote ${file} (${trials === 1 ? '1 trial' : `${trials} trials`}, ${size}).`,
        )
      })
    })
}
