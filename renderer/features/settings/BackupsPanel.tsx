import { type ReactNode, useState } from 'react'
import type { Output } from '../../../shared/contract/contract.ts'
import type { Backup } from '../../../shared/domain/backup.ts'
import { formatBytes, formatDayAndTime } from '../../../shared/text/moments.ts'
import { formatCount } from '../../../shared/text/numbers.ts'
import { counted } from '../../../shared/text/words.ts'
import { useRead, useWrite } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { Await } from '../../components/Await.tsx'
import { Button } from '../../components/Button.tsx'
import { Hidden } from '../../components/Hidden.tsx'
import { Message } from '../../components/Message.tsx'
import { notify } from '../../state/notices.ts'
import { restoreBackup, tellFailure } from '../workspaces/change-workspace.ts'
import styles from './BackupsPanel.module.css'

interface Restoring {
  /** The backup that is being restored; null: none. */
  readonly name: string | null
  readonly start: (name: string) => void
}

function useRestoring(): Restoring {
  const [name, setName] = useState<string | null>(null)
  const restore = async (wanted: string): Promise<void> => {
    setName(wanted)
    await tellFailure(restoreBackup(wanted))
    setName(null)
  }
  return { name, start: (wanted) => void restore(wanted) }
}

interface RowProps {
  readonly backup: Backup
  readonly restoring: Restoring
}

function BackupRow({ backup, restoring }: RowProps): ReactNode {
  const { t, language } = useTranslator()
  const { name, path, kind, madeAt, bytes, trials } = backup
  const when = formatDayAndTime(language, madeAt)
  return (
    <tr title={path}>
      <th scope="row">{when}</th>
      <td>{t(`screens.backups.kind.${kind}`)}</td>
      <td data-figures>
        {trials === null ? t('screens.backups.unreadable') : formatCount(language, trials)}
      </td>
      <td data-figures>{formatBytes(language, bytes)}</td>
      <td>
        <Button
          aria-label={t('screens.backups.restoreNamed', { when })}
          isPending={restoring.name === name}
          isDisabled={(restoring.name !== null && restoring.name !== name) || trials === null}
          onPress={() => restoring.start(name)}
        >
          {t(restoring.name === name ? 'screens.backups.restoring' : 'screens.backups.restore')}
        </Button>
      </td>
    </tr>
  )
}

/** So many at first; nobody reads a month of rows to find the last one. */
const firstShown = 8

interface TableProps {
  readonly backups: readonly Backup[]
  readonly restoring: Restoring
}

function BackupTable({ backups, restoring }: TableProps): ReactNode {
  const translator = useTranslator()
  const { t } = translator
  const [isWhole, setIsWhole] = useState(false)
  const hidden = isWhole ? 0 : Math.max(backups.length - firstShown, 0)
  return (
    <>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('screens.backups.when')}</th>
            <th scope="col">{t('screens.backups.why')}</th>
            <th scope="col" data-figures>
              {t('screens.backups.contents')}
            </th>
            <th scope="col" data-figures>
              {t('screens.backups.size')}
            </th>
            <td>
              <Hidden>{t('screens.backups.actions')}</Hidden>
            </td>
          </tr>
        </thead>
        <tbody>
          {backups.slice(0, backups.length - hidden).map((backup) => (
            <BackupRow key={backup.path} backup={backup} restoring={restoring} />
          ))}
        </tbody>
      </table>
      {hidden > 0 && (
        <Button look="link" onPress={() => setIsWhole(true)}>
          {counted(translator, 'screens.backups.more', hidden)}
        </Button>
      )}
    </>
  )
}

/** As long as nothing was backed up since, the last restore can be taken back in one step. */
function UndoLine({
  newest,
  restoring,
}: {
  readonly newest: Backup
  readonly restoring: Restoring
}): ReactNode {
  const { t, language } = useTranslator()
  if (newest.kind !== 'before-restore') return null
  return (
    <Message
      tone="done"
      actions={
        <Button isPending={restoring.name !== null} onPress={() => restoring.start(newest.name)}>
          {t('screens.backups.undo')}
        </Button>
      }
    >
      {t('screens.backups.restored', { when: formatDayAndTime(language, newest.madeAt) })}
    </Message>
  )
}

function Contents({ folder, problem, backups }: Output<'backup.list'>): ReactNode {
  const { t } = useTranslator()
  const restoring = useRestoring()
  const create = useWrite('backup.create', {
    onDone: () => notify('done', t('screens.backups.made')),
  })
  const [newest] = backups
  return (
    <div className={styles['backups']}>
      <p>{t('screens.backups.lead')}</p>
      {problem !== null && (
        <Message tone="failure">{t('screens.backups.problem', { message: problem })}</Message>
      )}
      {newest !== undefined && <UndoLine newest={newest} restoring={restoring} />}
      {backups.length === 0 ? (
        <p className={styles['quiet']}>{t('screens.backups.none')}</p>
      ) : (
        <BackupTable backups={backups} restoring={restoring} />
      )}
      <div className={styles['foot']}>
        <Button isPending={create.isPending || restoring.name !== null} onPress={() => create.mutate({})}>
          {t(create.isPending ? 'screens.backups.creating' : 'screens.backups.create')}
        </Button>
        <span className={styles['quiet']}>{t('screens.backups.where', { folder })}</span>
      </div>
    </div>
  )
}

/** The backups of the workspace, each with the way back to it. */
export function BackupsPanel(): ReactNode {
  const list = useRead('backup.list', {})
  return <Await query={list}>{(found) => <Contents {...found} />}</Await>
}
