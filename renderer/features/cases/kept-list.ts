/** Where a list was left: back at it, one goes on there. It is kept for as long as the window lives. */
interface Left {
  readonly address: string
  readonly top: number
}

let left: Left | null = null
let opened: string | null = null

export function keepScroll(address: string, top: number): void {
  left = { address, top }
}

/** From the top where another list was left. */
export function keptScroll(address: string): number {
  return left?.address === address ? left.top : 0
}

/** The case that is open, or was last. */
export function keepCase(label: string): void {
  opened = label
}

/** The place of the case one comes back from in a list, if it is there. */
export function keptCase(address: string, labels: readonly string[]): number | undefined {
  if (left?.address !== address || opened === null) return undefined
  const index = labels.indexOf(opened)
  return index < 0 ? undefined : index
}
