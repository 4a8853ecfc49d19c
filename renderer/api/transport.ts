import type { Transport } from '../../shared/contract/client.ts'
import { fromHttp, workspaceHeader } from '../../shared/contract/http.ts'
import type { Reply } from '../../shared/contract/reply.ts'

/** Put into the page by the desktop shell (main/electron/preload.ts). */
interface Shell {
  readonly invoke: (
    operation: string,
    input: unknown,
    requestId: string,
    workspace: string | undefined,
  ) => Promise<unknown>
  readonly cancel: (requestId: string) => void
  /** Asks with the system's own dialog where a workspace is, or is to be; null when nothing was chosen. */
  readonly chooseWorkspace: (purpose: 'open' | 'create') => Promise<string | null>
  /** Where a file that was dropped into the page is; empty when it has no place. */
  readonly pathOf: (file: File) => string
  /** Tells of commands chosen in the desktop's menu, by their ids. Returns how to stop. */
  readonly onCommand: (listener: (id: string) => void) => () => void
}

declare global {
  interface Window {
    readonly nines?: Shell
  }
}

/** The host did not answer, or something else answered in its place. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
}

/** The host answers, but does not let this window in. */
export class ConnectionRefused extends Error {
  override readonly name = 'ConnectionRefused'
}

/** What somebody logs reaches the host though the page closes at that moment. A browser lets small requests do so. */
function outlivesPage(operation: string, body: string): boolean {
  return ['trial.log', 'trial.amend', 'trial.withdraw'].includes(operation) && body.length < 8000
}

const cancelled: Reply = { ok: false, error: { kind: 'cancelled', message: '' } }

const ask: Transport = async (operation, input, signal, workspace) => {
  const body = JSON.stringify(input)
  const response = await fetch(`/api/${operation}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(workspace === undefined ? {} : { [workspaceHeader]: workspace }),
    },
    credentials: 'same-origin',
    body,
    keepalive: outlivesPage(operation, body),
    ...(signal === undefined ? {} : { signal }),
  })
  if (response.status === 401) throw new ConnectionRefused()
  return fromHttp({ status: response.status, body: await response.json() })
}

/** Reaches the core through the browser host that served this page. */
export const hostTransport: Transport = async (operation, input, signal, workspace) => {
  try {
    return await ask(operation, input, signal, workspace)
  } catch (error) {
    if (signal?.aborted === true) return cancelled
    if (error instanceof ConnectionRefused) throw error
    throw new ConnectionLost('the host did not answer', { cause: error })
  }
}

/** Reaches the core through the desktop shell. */
export function shellTransport(shell: Pick<Shell, 'invoke' | 'cancel'>): Transport {
  return async (operation, input, signal, workspace) => {
    if (signal?.aborted === true) return cancelled
    const requestId = crypto.randomUUID()
    const cancel = (): void => shell.cancel(requestId)
    signal?.addEventListener('abort', cancel)
    try {
      return await shell.invoke(operation, input, requestId, workspace)
    } finally {
      signal?.removeEventListener('abort', cancel)
    }
  }
}

export function chooseTransport(shell: Pick<Shell, 'invoke' | 'cancel'> | undefined): Transport {
  return shell === undefined ? hostTransport : shellTransport(shell)
}
