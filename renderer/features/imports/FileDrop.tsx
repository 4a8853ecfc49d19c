import { type DragEvent, type ReactNode, useState } from 'react'
import { workspaceEnding } from '../../../shared/domain/workspace.ts'
import { useTranslator } from '../../app/language.ts'
import { notify } from '../../state/notices.ts'
import { chooseImportFile, goTo, useView } from '../../state/view.ts'
import { askForWorkspace } from '../../state/workspace-question.ts'
import { changeWorkspace, tellFailure } from '../workspaces/change-workspace.ts'
import styles from './FileDrop.module.css'

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files')
}

function isWorkspaceFile({ name }: File): boolean {
  return name.toLowerCase().endsWith(workspaceEnding)
}

/** The desktop tells where a file is; a browser does not, and the person has to. */
function openDropped(file: File): void {
  const path = window.nines?.pathOf(file) ?? ''
  if (path === '') askForWorkspace('open', file.name)
  else void tellFailure(changeWorkspace('open', path))
}

/** Wherever a file is dropped in the window, it is looked at for import; a workspace is opened. */
export function FileDrop({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslator()
  const [isOver, setIsOver] = useState(false)
  const place = useView((state) => state.place)
  const take = (event: DragEvent): void => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    setIsOver(false)
    const [file, second] = event.dataTransfer.files
    if (file === undefined || second !== undefined) return notify('failure', t('screens.import.oneFile'))
    if (isWorkspaceFile(file)) return openDropped(file)
    chooseImportFile(file)
    const task = place.screen === 'task' || place.screen === 'import' ? place.task : null
    goTo({ screen: 'import', task })
  }
  return (
    <div
      className={styles['area']}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={(event) => {
        // Leaving for a child is not leaving the window.
        if (event.relatedTarget === null) setIsOver(false)
      }}
      onDrop={take}
    >
      {children}
      {isOver && <div className={styles['veil']}>{t('screens.import.dropNow')}</div>}
    </div>
  )
}
