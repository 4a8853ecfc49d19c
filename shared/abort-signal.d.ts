/** The part of AbortSignal that every host has; here so that shared/ needs neither DOM nor Node types. */
interface AbortSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}
