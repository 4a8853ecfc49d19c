import { type ReactNode, Suspense, useEffect, useRef } from 'react'
import { ahead, later } from './later.ts'
import type { WindowContext } from '../commands/window-commands.ts'
import { closeDialog, useDialog, type WindowDialog } from '../state/dialog.ts'
import { TypedAhead } from './TypedAhead.tsx'
import { assertNever } from '../../shared/domain/assert-never.ts'

const loadPalette = async () => await import('../features/palette/PaletteDialog.tsx')
const PaletteDialog = later(async () => (await loadPalette()).PaletteDialog)
const ShortcutsDialog = later(
  async () => (await import('../features/help/ShortcutsDialog.tsx')).ShortcutsDialog,
)
const ConfigurationDialog = later(
  async () => (await import('../features/configurations/ConfigurationDialog.tsx')).ConfigurationDialog,
)

function Shown({
  dialog,
  context,
}: {
  readonly dialog: WindowDialog
  readonly context: WindowContext
}): ReactNode {
  switch (dialog.kind) {
    case 'palette':
      return <PaletteDialog context={context} onClose={closeDialog} />
    case 'shortcuts':
      return <ShortcutsDialog onClose={closeDialog} />
    case 'configuration':
      return <ConfigurationDialog {...dialog} onClose={closeDialog} />
    default:
      return assertNever(dialog)
  }
}

/** The dialog over the window, if one is open; loaded when it is first asked for. It does not outlive its place. */
export function WindowDialogs({
  address,
  context,
}: {
  readonly address: string
  readonly context: WindowContext
}): ReactNode {
  const shown = useDialog((state) => state.shown)
  const former = useRef(address)
  useEffect(() => {
    if (former.current === address) return
    former.current = address
    closeDialog()
  }, [address])
  useEffect(() => {
    // Who presses its key types on at once: it has to be there by then.
    const idle = requestIdleCallback(() => ahead(loadPalette))
    return () => cancelIdleCallback(idle)
  }, [])
  return (
    <Suspense fallback={shown?.kind === 'palette' ? <TypedAhead /> : null}>
      {shown !== null && <Shown dialog={shown} context={context} />}
    </Suspense>
  )
}
