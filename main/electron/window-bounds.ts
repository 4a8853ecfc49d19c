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

const windowState = z.enum(['normal', 'maximised', 'full-screen'])
export type WindowState = z.infer<typeof windowState>

/** How the window was left: where it is when it is neither maximised nor full screen, and whether it is either. */
export interface WindowPlace {
  /** Null: unknown, or no longer on a screen. */
  readonly bounds: Bounds | null
  readonly state: WindowState
}

/** As it stands in the file; without a state the window is as any other. */
const remembered = bounds.extend({ state: windowState.default('normal') })

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

/** How the window was left last time. */
export function readPlace(file: string, screens: readonly Bounds[], log: Log): WindowPlace {
  try {
    const { state, ...found } = remembered.parse(JSON.parse(readFileSync(file, 'utf8')))
    return { bounds: isReachable(found, screens) ? found : null, state }
  } catch (error) {
    if (!isMissing(error)) log.error(`the window's place could not be read from ${file}`, error)
    return { bounds: null, state: 'normal' }
  }
}

/** A crash leaves the old place rather than half a file. */
export function savePlace(file: string, place: Bounds, state: WindowState, log: Log): void {
  try {
    const content = state === 'normal' ? place : { ...place, state }
    writeWholeFile(file, Buffer.from(JSON.stringify(content)))
  } catch (error) {
    log.error(`the window's place could not be saved to ${file}`, error)
  }
}
