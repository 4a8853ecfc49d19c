import { type Command, Option } from 'commander'
import type { Assessment } from '../../../shared/domain/assessment.ts'
import { scopes, type Scope } from '../../../shared/domain/task.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import { assessmentText } from '../assessment-text.ts'
import type { CommandContext } from '../command.ts'
import { exitCodes } from '../host.ts'

interface AssessOptions {
  readonly task: string
  readonly configuration?: string
  readonly level?: string
  readonly scope?: Scope
  readonly gate?: true
}

/** 0 meets, 3 short, 4 more evidence: so that a script can stop on what is not shown yet. */
function gateCode(assessment: Assessment): number {
  const level = assessment.levels.find((each) => each.name === assessment.bottleneck.level)
  const verdict = level?.verdict ?? 'more-evidence'
  switch (verdict) {
    case 'meets':
      return exitCodes.done
    case 'short':
      return exitCodes.short
    case 'more-evidence':
      return exitCodes.moreEvidence
    default:
      return assertNever(verdict)
  }
}

/** `nines assess` */
export function addAssessCommand(program: Command, { host, perform }: CommandContext): void {
  program
    .command('assess')
    .description('the verdict, the evidence and the bottleneck')
    .requiredOption('--task <name>', 'the task')
    .option('--configuration <name>', 'the configuration; needed when there are several')
    .option('--level <name>', "the level the verdict is about (default: the task's target)")
    .addOption(new Option('--scope <scope>', 'what is claimed').choices([...scopes]))
    .option('--gate', 'exit 0 when the level is met, 3 when it is not, 4 when more evidence is needed')
    .action(({ gate, ...request }: AssessOptions) =>
      perform(async (session) => {
        const assessment = await session.client.call('assessment.get', request)
        if (session.json) session.document(assessment)
        else session.show(assessmentText(assessment, host.colour))
        return gate === true ? gateCode(assessment) : exitCodes.done
      }),
    )
}
