import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { assessmentText } from '../assessment-text.ts'
import type { CommandContext } from '../command.ts'
import { exitCodes } from '../host.ts'
import type { Session } from '../session.ts'
import { writeReport } from './report.ts'

interface DemoOptions {
  readonly out: string
}

/** The HTML first: it is there even when no browser can print. Every file is added to `files` once it is written. */
async function writeReports(
  session: Session,
  task: string,
  folder: string,
  files: string[],
): Promise<number> {
  const request = { task, language: 'en' as const }
  try {
    for (const name of ['report.html', 'report.pdf']) {
      session.progress(`Writing ${name} …`)
      const { file } = await writeReport(session, request, join(folder, name))
      files.push(file)
      session.say(`Wrote ${file}`)
    }
    return exitCodes.done
  } catch (error) {
    if (!(error instanceof ExpectedFailure) || error.code !== 'no-browser') throw error
    session.warn(error.message)
    return exitCodes.failure
  }
}

async function runDemo(session: Session, folder: string): Promise<number> {
  const { task } = await session.client.call('sample.open', {})
  const assessment = await session.client.call('assessment.get', { task })
  session.show(`${assessmentText(assessment, session.host.colour)}\n`)
  const files: string[] = []
  const exitCode = await writeReports(session, task, folder, files)
  if (session.json) session.document({ assessment, files })
  return exitCode
}

/** `nines demo` */
export function addDemoCommand(program: Command, { host, perform }: CommandContext): void {
  program
    .command('demo')
    .description(
      'assess the sample of 200 real trials in a fresh workspace; writes report.pdf and report.html',
    )
    .option('--out <dir>', 'folder for the reports', 'nines-demo')
    .action(async (options: DemoOptions) => {
      host.warmPrinter()
      // Its own workspace, gone afterwards: trying Nines must not touch anyone's data.
      const folder = mkdtempSync(join(tmpdir(), 'nines-demo-'))
      const remove = (): void => rmSync(folder, { recursive: true, force: true })
      // A signal ends the program without coming back here.
      process.once('exit', remove)
      try {
        const workspaceFile = join(folder, 'sample.nines')
        await perform((session) => runDemo(session, options.out), { workspaceFile })
      } finally {
        process.off('exit', remove)
        remove()
      }
    })
}
