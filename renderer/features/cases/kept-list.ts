/** Where a list was left: back at it, one goes on there. It is kept for as long as the window lives. */
let scrolled: { readonly address: string; readonly top: number } | null = null
let opened: { readonly address: string; readonly label: string } | null = null

export function keepScroll(address: string, top: number): void {
  scrolled = { address, top }
}

/** From the top where another list was left. */
export function keptScroll(address: string): number {
  return scrolled?.address === address ? scrolled.top : 0
}

/** The case that is open, or was last, of a list. */
export function keepCase(address: string, label: string): void {
  opened = { address, label }
}

/** The place of the case one comes back from in a list, if it is there. */
export function keptCase(address: string, labels: readonly string[]): number | undefined {
  const index = opened?.address === address ? labels.indexOf(opened.label) : -1
  return index < 0 ? undefined : index
}
