import type { ReactNode } from 'react'
import type { KnownWorkspace } from '../../../shared/domain/workspace.ts'
import { formatDayAndTime } from '../../../shared/text/moments.ts'
import { formatCount } from '../../../shared/text/numbers.ts'
import { useRead, useWrite } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { Button } from '../../components/Button.tsx'
import { askForWorkspace } from '../../state/workspace-question.ts'
import { changeWorkspace, tellFailure } from './change-workspace.ts'
import styles from './WorkspacesPanel.module.css'

/** More can be chosen from where one opens another. */
const mostShown = 8

function Name({ workspace }: { readonly workspace: KnownWorkspace }): ReactNode {
  const { name, path, isOpen, isThere } = workspace
  if (isOpen) return <strong>{name}</strong>
  if (!isThere) return <span className={styles['gone']}>{name}</span>
  return (
    <Button look="link" onPress={() => void tellFailure(changeWorkspace('open', path))}>
      {name}
    </Button>
  )
}

function When({ workspace }: { readonly workspace: KnownWorkspace }): ReactNode {
  const { t, language } = useTranslator()
  const { openedAt, isOpen, isThere } = workspace
  if (isOpen) return t('screens.workspaces.openNow')
  if (!isThere) return t('screens.workspaces.notThere')
  return openedAt === null ? t('screens.workspaces.neverOpened') : formatDayAndTime(language, openedAt)
}

function WorkspaceRow({ workspace }: { readonly workspace: KnownWorkspace }): ReactNode {
  const { t, language } = useTranslator()
  const forget = useWrite('workspace.forget')
  const { name, path, folder, tasks, isThere } = workspace
  return (
    <tr>
      <th scope="row" title={path}>
        <Name workspace={workspace} />
      </th>
      <td title={folder}>{folder}</td>
      <td>
        <When workspace={workspace} />
        {!isThere && (
          <Button
            look="link"
            aria-label={t('screens.workspaces.forgetNamed', { name })}
            onPress={() => forget.mutate({ path })}
          >
            {t('screens.workspaces.forget')}
          </Button>
        )}
      </td>
      <td data-figures>{tasks === null ? '–' : formatCount(language, tasks)}</td>
    </tr>
  )
}

function WorkspaceTable({ workspaces }: { readonly workspaces: readonly KnownWorkspace[] }): ReactNode {
  const { t } = useTranslator()
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('screens.workspaces.name')}</th>
          <th scope="col">{t('screens.workspaces.folder')}</th>
          <th scope="col">{t('screens.workspaces.opened')}</th>
          <th scope="col" data-figures>
            {t('screens.workspaces.tasks')}
          </th>
        </tr>
      </thead>
      <tbody>
        {workspaces.slice(0, mostShown).map((workspace) => (
          <WorkspaceRow key={workspace.path} workspace={workspace} />
        ))}
      </tbody>
    </table>
  )
}

/** The workspaces there are, and how to get to another: what a File menu holds. */
export function WorkspacesPanel(): ReactNode {
  const { t } = useTranslator()
  const workspaces = useRead('workspace.recent', {}).data?.workspaces ?? []
  return (
    <section aria-labelledby="workspaces">
      <div className={styles['head']}>
        <h2 id="workspaces">{t('screens.workspaces.title')}</h2>
        <span className={styles['note']}>{t('screens.workspaces.note')}</span>
        <div className={styles['actions']}>
          <Button onPress={() => askForWorkspace('create')}>{t('screens.workspaces.create')}</Button>
          <Button onPress={() => askForWorkspace('open')}>{t('screens.workspaces.open')}</Button>
        </div>
      </div>
      {workspaces.length > 1 && <WorkspaceTable workspaces={workspaces} />}
    </section>
  )
}
