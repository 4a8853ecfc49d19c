import type { Command } from 'commander'
import type { Backup } from '../../../shared/domain/backup.ts'
import type { CommandContext } from '../command.ts'
import { trialsText } from '../../../shared/text/sentences.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { formatTable } from '../table.ts'

const reasons: Readonly<Record<Backup['kind'], string>> = {
  daily: 'once a day',
  'on-demand': 'on demand',
  'before-restore': 'before a restore',
  'before-update': 'before an update',
}

function trialsOf({ trials }: Backup): string {
  return trials === null ? 'cannot be read' : String(trials)
}

function listText(backups: readonly Backup[]): string {
  if (backups.length === 0) return 'There is no backup yet. Make one: nines backup create'
  const rows = backups.map((each) => [each.name, reasons[each.kind], trialsOf(each), String(each.bytes)])
  return formatTable([['Backup', 'Made', 'Trials', 'Bytes'], ...rows], ['left', 'left', 'right', 'right'])
}

/** `nines backup create`, `list` and `restore` */
export function addBackupCommand(program: Command, { perform }: CommandContext): void {
  const backup = program
    .command('backup')
    .description('whole copies of the workspace, in a folder beside it')
    .helpCommand(false)
  backup
    .command('create')
    .description('make one now')
    .action(() =>
      perform(async ({ client, done }) => {
        const made = await client.call('backup.create', {})
        done(made, () => `Backed up ${trialsText(translatorFor('en'), made.trials ?? 0)}: ${made.path}`)
      }),
    )
  backup
    .command('list')
    .description('the newest first')
    .action(() =>
      perform(async ({ client, answer }) => {
        const found = await client.call('backup.list', {})
        answer(found, () => listText(found.backups))
      }),
    )
  backup
    .command('restore')
    .description('bring the workspace to what a backup holds; what is there now is backed up first')
    .argument('<name>', 'its name, as nines backup list says it')
    .action((name: string) =>
      perform(async ({ client, done }) => {
        const result = await client.call('backup.restore', { name })
        done(
          result,
          () =>
            `Restored ${result.restored.name}. What was there before is in ${result.before.name}; take the restore back with nines backup restore ${result.before.name}`,
        )
      }),
    )
}
