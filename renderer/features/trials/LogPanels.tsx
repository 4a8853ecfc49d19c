import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import type { TaskDetail } from '../../../shared/domain/task.ts'
import { useTranslator } from '../../app/language.ts'
import { keptNote } from '../../state/kept-notes.ts'
import { BlindForm } from './BlindForm.tsx'
import { CauseForm } from './CauseForm.tsx'
import type { Cell } from './grading.ts'
import type { GridCache } from './grid-rows.ts'
import { LoggerForm } from './LoggerForm.tsx'
import { blindButton } from './LogHead.tsx'
import { loggerButton } from './LogKeys.tsx'
import { useComing } from './kept-graders.ts'
import { isSameCell, openPanel, useLogState } from './log-state.ts'
import { NoteForm } from './NoteForm.tsx'
import { type GridKeys, noteAddress } from './use-grid-keys.ts'

export const cellId = ({ row, repeat }: Cell): string => `cell-${row}-${repeat}`

interface Props {
  readonly detail: TaskDetail
  readonly configuration: string
  readonly cache: GridCache
  readonly keys: GridKeys
}

/** The next key is for the grid again, at once. */
function close(): void {
  flushSync(() => openPanel(null))
  document.querySelector<HTMLElement>('[role=grid]')?.focus({ preventScroll: true })
}

interface CellProps extends Props {
  readonly kind: 'note' | 'void' | 'causes'
  readonly cell: Cell
}

/** A form about one attempt. */
function CellPanel({ kind, cell, detail, configuration, cache, keys }: CellProps): ReactNode {
  const { t } = useTranslator()
  const { task } = detail
  const coming = useComing({ task: task.name, configuration })
  const address = noteAddress({ task, configuration, cache }, cell)
  if (address === null) return null
  const trial = cache.trialAt(cell)
  // A grade counts from the moment it is given: the keys behind it do not wait for the disk.
  const outcome = coming.findLast((each) => isSameCell(each.cell, cell))?.outcome ?? trial?.outcome
  const beside = cellId(cell)
  if (kind === 'causes') {
    return (
      <CauseForm
        causes={task.causes}
        attempt={t('screens.log.attempt', { case: address.case, repeat: address.repeat })}
        isFailure={outcome === 'fail' || outcome === 'error'}
        beside={beside}
        onChoose={(index) => keys.chooseCause(cell, index)}
        onClose={close}
      />
    )
  }
  return (
    <NoteForm
      kind={kind}
      address={address}
      beside={beside}
      before={keptNote(address) ?? trial?.note ?? null}
      isGraded={outcome !== undefined}
      onWrite={(text) => {
        if (kind === 'note') keys.writeNote(cell, text)
        else if (text !== null) keys.declareVoid(cell, text)
      }}
      onClose={close}
    />
  )
}

/** The small form that is open over the log, if any. */
export function LogPanels(props: Props): ReactNode {
  const panel = useLogState((state) => state.panel)
  if (panel === null) return null
  switch (panel.kind) {
    case 'logger':
      return <LoggerForm beside={loggerButton} onClose={close} />
    case 'blind':
      return <BlindForm {...props} beside={blindButton} onClose={close} />
    case 'note':
    case 'void':
    case 'causes':
      return <CellPanel {...props} kind={panel.kind} cell={panel.cell} />
  }
}
