import { isSign, type Shortcut } from '../../shared/commands/shortcut.ts'

export type { Shortcut }

/** The part of a keyboard event that decides which command is meant. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const letterOrDigit = /^[a-z0-9]$/
const sign = /^[!-~]$/

/**
 * The key by what is printed on it in Latin script. A Korean layout or input method reports other letters, and
 * Option signs and accents: then the place of the key says which it is.
 */
function latinKey({ key, code, altKey, shiftKey }: KeyPress): string {
  const letter = key.toLowerCase()
  if (letterOrDigit.test(letter)) return letter
  // Where a layout has a sign in the place of a letter, as the French comma, the sign is what is printed.
  if (sign.test(key) && code.startsWith('Key') && !altKey) return key
  // An input method may keep the sign to itself.
  if (code === 'Slash' && shiftKey && !sign.test(key)) return '?'
  const place = /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1]
  return place?.toLowerCase() ?? key
}

export function isShortcut(press: KeyPress, shortcut: Shortcut, apple: boolean): boolean {
  const mod = apple ? press.metaKey : press.ctrlKey
  const otherMod = apple ? press.ctrlKey : press.metaKey
  if (otherMod || mod !== (shortcut.mod ?? false)) return false
  if (press.altKey !== (shortcut.alt ?? false)) return false
  if (!isSign(shortcut) && press.shiftKey !== (shortcut.shift ?? false)) return false
  // A sign is what it says, also where it stands on a digit's key.
  return (isSign(shortcut) && press.key === shortcut.key) || latinKey(press) === shortcut.key
}

const names: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Delete: 'Del',
  Backspace: '⌫',
  Enter: '↵',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  ' ': 'Space',
}

/** The keys of a shortcut in the order they are shown, for example `Ctrl`, `Z`. */
export function shortcutKeys(shortcut: Shortcut, apple: boolean): readonly string[] {
  const keys: string[] = []
  if (shortcut.mod === true) keys.push(apple ? '⌘' : 'Ctrl')
  if (shortcut.alt === true) keys.push(apple ? '⌥' : 'Alt')
  if (shortcut.shift === true) keys.push(apple ? '⇧' : 'Shift')
  const { key } = shortcut
  keys.push(names[key] ?? (key.length === 1 ? key.toUpperCase() : key))
  return keys
}
