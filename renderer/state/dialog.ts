import { create } from 'zustand'

/** A dialog over the whole window. */
export type WindowDialog =
  | { readonly kind: 'palette' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'configuration'; readonly task: string; readonly configuration: string }

export const useDialog = create<{ readonly shown: WindowDialog | null }>(() => ({ shown: null }))

/** Opens a dialog in the place of the one that is open. */
export function openDialog(shown: WindowDialog): void {
  useDialog.setState({ shown })
}

export function closeDialog(): void {
  useDialog.setState({ shown: null })
}
