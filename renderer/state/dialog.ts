import { create } from 'zustand'

/** A dialog over the whole window. */
export type WindowDialog =
  | { readonly kind: 'palette' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'configuration'; readonly task: string; readonly configuration: string }

interface Dialogs {
  readonly shown: WindowDialog | null
  /** What was typed before its field was there. */
  readonly typed: string
}

export const useDialog = create<Dialogs>(() => ({ shown: null, typed: '' }))

/** Opens a dialog in the place of the one that is open. */
export function openDialog(shown: WindowDialog): void {
  useDialog.setState({ shown, typed: '' })
}

export function closeDialog(): void {
  useDialog.setState({ shown: null, typed: '' })
}

export function typeAhead(change: (typed: string) => string): void {
  useDialog.setState(({ typed }) => ({ typed: change(typed) }))
}
