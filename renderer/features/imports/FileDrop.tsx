import { type DragEvent, type ReactNode, useState } from 'react'
import { useTranslator } from '../../app/language.ts'
import { notify } from '../../state/notices.ts'
import { chooseImportFile, goTo, useView } from '../../state/view.ts'
import styles from './FileDrop.module.css'

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files')
}

/** Wherever a file is dropped in the window, it is looked at for import. */
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
