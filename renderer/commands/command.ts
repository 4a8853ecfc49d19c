import type { MessageKey } from '../../shared/text/catalogue.ts'
import { isShortcut, type KeyPress, type Shortcut } from './shortcut.ts'

/** Something a person can do, as data: keys, menus and a palette read the same lists. */
export interface Command<Context> {
  readonly id: string
  readonly label: MessageKey
  readonly shortcuts: readonly Shortcut[]
  readonly when: (context: Context) => boolean
  readonly run: (context: Context) => void
}

/** The command a key press means here and now. */
export function commandFor<Context>(
  commands: readonly Command<Context>[],
  press: KeyPress,
  context: Context,
  apple: boolean,
): Command<Context> | undefined {
  return commands.find(
    (command) =>
      command.shortcuts.some((shortcut) => isShortcut(press, shortcut, apple)) && command.when(context),
  )
}

export const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent)
