import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Log } from '../core.ts'
import { writeWholeFile } from '../whole-file.ts'

const bounds = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
})
/** In device-independent pixels. */
export type Bounds = Readonly<z.infer<typeof bounds>>

/** So much of the window has to lie on a screen, or its title bar could not be caught with the mouse. */
const smallestGripPx = 100

function overlapPx(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart)
}

/** Whether a window there could be seen and moved on one of these screens. */
export function isReachable(window: Bounds, screens: readonly Bounds[]): boolean {
  return screens.some((screen) => {
    const titleBarInside = window.y >= screen.y && window.y < screen.y + screen.height - smallestGripPx
    return titleBarInside && overlapPx(window.x, window.width, screen.x, screen.width) >= smallestGripPx
  })
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** Where the window was last time; null when that is unknown or no longer on a screen. */
export function readBounds(file: string, screens: readonly Bounds[], log: Log): Bounds | null {
  try {
    const remembered = bounds.parse(JSON.parse(readFileSync(file, 'utf8')))
    return isReachable(remembered, screens) ? remembered : null
  } catch (error) {
    if (!isMissing(error)) log.error(`the window's place could not be read from ${file}`, error)
    return null
  }
}

/** A crash leaves the old place rather than half a file. */
export function saveBounds(file: string, window: Bounds, log: Log): void {
  try {
    writeWholeFile(file, Buffer.from(JSON.stringify(window)))
  } catch (error) {
    log.error(`the window's place could not be saved to ${file}`, error)
  }
}
