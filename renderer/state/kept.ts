import type { z } from 'zod'

/**
 * What is kept on this computer under a name, over reloads. What does not parse is as good as nothing: another
 * version wrote it, or half of it is missing.
 */
export function readKept<T>(name: string, schema: z.ZodType<T>): T | null {
  try {
    const text = localStorage.getItem(name)
    if (text === null) return null
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    // Storage that is closed off, or no JSON in it: all the same here.
    return null
  }
}

/** Keeps a value under a name; null forgets it. Where nothing can be kept it lives as long as the window. */
export function keep(name: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, JSON.stringify(value))
  } catch (error) {
    // Full or closed off: the window itself still has the value.
    if (!(error instanceof DOMException)) throw error
  }
}
