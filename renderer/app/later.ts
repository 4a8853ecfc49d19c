import { type ComponentType, lazy, type LazyExoticComponent } from 'react'
import { useConnection } from '../state/connection.ts'

const pauseMs = 1000

/** Loads again as long as the host is away: what failed then is there once it is back. */
async function patiently<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  for (let isSecondTry = false; ; isSecondTry = true) {
    try {
      return await load()
    } catch (error) {
      // That the host is away may not be known yet at the first failure.
      if (isSecondTry && useConnection.getState().status === 'open') throw error
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
}

/** A part of the window that is loaded when it is first looked at, also when the connection is lost at that moment. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await patiently(load) }))
}

/** Loads ahead of need. That it failed is worth no word: whoever needs it loads it again. */
export function ahead(load: () => Promise<unknown>): void {
  load().catch(() => undefined)
}
