import { useLayoutEffect } from 'react'
import { closeDialog, typeAhead } from '../state/dialog.ts'

/** Takes a key for the field that is on its way: the screen below would take it for a command of its own. */
function press(event: KeyboardEvent): void {
  // With Ctrl, Alt or Meta it is no letter; while Hangul is composed, it belongs to the input method.
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
  event.preventDefault()
  event.stopImmediatePropagation()
  if (event.key === 'Escape') closeDialog()
  else if (event.key === 'Backspace') typeAhead((typed) => typed.slice(0, -1))
  else if (/^.$/u.test(event.key)) typeAhead((typed) => typed + event.key)
}

/** Stands where a dialog with a field will be; nothing to see, and what is typed meanwhile will be in its field. */
export function TypedAhead(): null {
  // Before the next key: it is listened to as soon as the dialog is asked for.
  useLayoutEffect(() => {
    window.addEventListener('keydown', press, true)
    return () => window.removeEventListener('keydown', press, true)
  }, [])
  return null
}
