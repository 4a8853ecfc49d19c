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

/** Kinds of inputs that one types into; of the others, letters are not text. */
const typedKinds = new Set(['text', 'search', 'email', 'url', 'tel', 'password', 'number'])

/** Whether what is typed at the element becomes text there. */
export function takesText(element: EventTarget | null): boolean {
  if (!(element instanceof HTMLElement)) return false
  if (element instanceof HTMLInputElement) return typedKinds.has(element.type)
  return element instanceof HTMLTextAreaElement || element.isContentEditable
}

/**
 * Whether a press writes a sign: Option and a letter do on Apple computers, and Alt may elsewhere. With Ctrl or
 * Cmd it never does.
 */
export function writesSign({ altKey, ctrlKey, metaKey }: KeyPress): boolean {
  return altKey && !ctrlKey && !metaKey
}

/** Whether a press puts something into a field that takes text. */
export function writesText(press: KeyPress): boolean {
  return writesSign(press) || (press.key.length === 1 && !press.ctrlKey && !press.metaKey)
}

export const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent)
