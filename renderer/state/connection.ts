import { create } from 'zustand'

/** `refused`: the host no longer knows this window, so only starting Nines again helps. */
export type ConnectionStatus = 'open' | 'lost' | 'refused'

export const useConnection = create<{ readonly status: ConnectionStatus }>(() => ({ status: 'open' }))

export function setConnection(status: ConnectionStatus): void {
  // Once refused, a late answer to an older request must not hide what to do.
  if (useConnection.getState().status !== 'refused') useConnection.setState({ status })
}
