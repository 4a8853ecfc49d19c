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

/** The HTML first: it is there even when no browser can print. */
async function writeReports(session: Session, task: string, folder: string): Promise<string[]> {
  const request = { task, language: 'en' as const }
  const html = await writeReport(session, request, join(folder, 'report.html'))
  session.say(`Wrote ${html.file}`)
  const pdf = await writeReport(session, request, join(folder, 'report.pdf'))
  session.say(`Wrote ${pdf.file}`)
  return [html.file, pdf.file]
}

async function runDemo(session: Session, folder: string): Promise<number> {
  const { task } = await session.client.call('sample.open', {})
  const assessment = await session.client.call('assessment.get', { task })
  session.say(`${assessmentText(assessment, session.host.colour)}\n`)
  try {
    const files = await writeReports(session, task, folder)
    if (session.json) session.result({ assessment, files }, () => '')
    return exitCodes.done
  } catch (error) {
    if (!(error instanceof ExpectedFailure) || error.code !== 'no-browser') throw error
    session.host.writeError(`${error.message}\n`)
    return exitCodes.failure
  }
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
      try {
        await perform((session) => runDemo(session, options.out), join(folder, 'sample.nines'))
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    })
}
