export interface Shortcut {
  /** A lower-case letter, a digit, a sign, or a named key such as `ArrowUp`. */
  readonly key: string
  /** Ctrl, on Apple computers Cmd. */
  readonly mod?: true
  readonly alt?: true
  readonly shift?: true
}

/** A sign says by itself whether Shift was needed for it: keyboards differ in that. */
export function isSign({ key }: Pick<Shortcut, 'key'>): boolean {
  return key.length === 1 && !/[a-z0-9]/.test(key)
}

/** The shortcut as menus of the desktop write it; null where they have no way to. */
export function acceleratorOf(shortcut: Shortcut): string | null {
  const { key, mod, alt, shift } = shortcut
  // Which keys make the sign is the keyboard's affair, and a menu would have to name them.
  if (isSign(shortcut) && mod !== true) return null
  const parts = [
    ...(mod === true ? ['CommandOrControl'] : []),
    ...(alt === true ? ['Alt'] : []),
    ...(shift === true ? ['Shift'] : []),
    key.length === 1 ? key.toUpperCase() : key,
  ]
  return parts.join('+')
}
