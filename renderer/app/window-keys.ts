import { useEffect, useRef } from 'react'
import { commandFor, isApple, takesText, writesText } from '../commands/command.ts'
import { applicableCommand, type WindowContext, windowCommands } from '../commands/window-commands.ts'
import { useDialog } from '../state/dialog.ts'

/** What still works while a dialog is open: going from one to another. */
const amongDialogs: ReadonlySet<string> = new Set(['palette', 'shortcuts'])

/** A field has an undo of its own, for what was typed into it. */
function belongsToField(id: string, target: EventTarget | null): boolean {
  return id === 'undo' && takesText(target)
}

/** Keys that work wherever the focus is, and what the desktop's menu asks for. */
export function useWindowCommands(context: WindowContext): void {
  const latest = useRef(context)
  useEffect(() => {
    latest.current = context
  })
  useEffect(() => {
    const run = (id: string): boolean => {
      const command = applicableCommand(id, latest.current)
      const dialogIsOpen = useDialog.getState().shown !== null
      if (command === undefined || (dialogIsOpen && !amongDialogs.has(id))) return false
      command.run(latest.current)
      return true
    }
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      if (writesText(event) && takesText(event.target)) return
      const command = commandFor(windowCommands, event, latest.current, isApple())
      if (command === undefined || belongsToField(command.id, event.target)) return
      if (run(command.id)) event.preventDefault()
    }
    window.addEventListener('keydown', press)
    const stopMenu = window.nines?.onCommand(run)
    return () => {
      window.removeEventListener('keydown', press)
      stopMenu?.()
    }
  }, [])
}
