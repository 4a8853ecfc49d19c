/** The part of a keyboard event that decides which command is meant. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

export interface Shortcut {
  /** A lower-case letter, a digit, or a named key such as `ArrowUp`. */
  readonly key: string
  /** Ctrl, on Apple computers Cmd. */
  readonly mod?: true
  readonly alt?: true
  readonly shift?: true
}

const letterOrDigit = /^[a-z0-9]$/
const sign = /^[!-~]$/

/**
 * The key by what is printed on it in Latin script. A Korean layout or input method reports other letters, and
 * Option signs and accents: then the place of the key says which it is.
 */
function latinKey({ key, code, altKey }: KeyPress): string {
  const letter = key.toLowerCase()
  if (letterOrDigit.test(letter)) return letter
  // Where a layout has a sign in the place of a letter, as the French comma, the sign is what is printed.
  if (sign.test(key) && code.startsWith('Key') && !altKey) return key
  const place = /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1]
  return place?.toLowerCase() ?? key
}

export function isShortcut(press: KeyPress, shortcut: Shortcut, apple: boolean): boolean {
  const mod = apple ? press.metaKey : press.ctrlKey
  const otherMod = apple ? press.ctrlKey : press.metaKey
  if (otherMod || mod !== (shortcut.mod ?? false)) return false
  if (press.altKey !== (shortcut.alt ?? false) || press.shiftKey !== (shortcut.shift ?? false)) return false
  return latinKey(press) === shortcut.key
}

const names: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Delete: 'Del',
}

/** The keys of a shortcut in the order they are shown, for example `Ctrl`, `Z`. */
export function shortcutKeys(shortcut: Shortcut, apple: boolean): readonly string[] {
  const keys: string[] = []
  if (shortcut.mod === true) keys.push(apple ? '⌘' : 'Ctrl')
  if (shortcut.alt === true) keys.push(apple ? '⌥' : 'Alt')
  if (shortcut.shift === true) keys.push(apple ? '⇧' : 'Shift')
  keys.push(names[shortcut.key] ?? shortcut.key.toUpperCase())
  return keys
}
