import type { KeyPress } from '../../../renderer/commands/shortcut.ts'

type Held = Partial<Omit<KeyPress, 'key' | 'code'>>

/** A key press as a browser reports it: what the layout makes of the key, and where the key is. */
export function press(key: string, code: string, held: Held = {}): KeyPress {
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }
}

/** A letter as an English keyboard reports it. */
export function letter(key: string, held: Held = {}): KeyPress {
  return press(key, `Key${key.toUpperCase()}`, held)
}

/** A named key, such as `Delete`: its place is called as it is. */
export function named(key: string, held: Held = {}): KeyPress {
  return press(key, key, held)
}
