/** `base` with the fields that `changes` names; what is undefined there stays as it is. */
export function overlay<T extends object>(
  base: T,
  changes: { readonly [K in keyof T]?: T[K] | undefined },
): T {
  const result = { ...base }
  for (const key in changes) {
    const value = changes[key]
    if (value !== undefined) result[key] = value
  }
  return result
}
