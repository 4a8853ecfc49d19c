import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron'
import type { FailureCode } from '../../shared/domain/failure.ts'
import type { Reply } from '../../shared/contract/reply.ts'
import type { Core, Log } from '../core.ts'
import { cancelChannel, chooseChannel, invokeChannel } from './channels.ts'
import { isAppFrame } from './policy.ts'
import { shellText } from './text.ts'
import type { WorkspacePurpose } from './workspaces.ts'

export interface IpcOptions {
  readonly core: Core
  readonly log: Log
  /** Whether these are the contents of the window that shows Nines now. */
  readonly isOwnWindow: (contents: WebContents) => boolean
  /** Asks the person where a workspace is, or is to be; null when they choose nothing. */
  readonly chooseWorkspace: (purpose: WorkspacePurpose) => Promise<string | null>
}

function refusal(code: FailureCode, message: string): Reply {
  return { ok: false, error: { kind: 'expected', code, message } }
}

/** Requests under way; those of a page that goes away are cancelled with it. */
function createRequests() {
  const byContents = new Map<WebContents, Map<string | symbol, AbortController>>()

  const ofContents = (contents: WebContents): Map<string | symbol, AbortController> => {
    const known = byContents.get(contents)
    if (known !== undefined) return known
    const requests = new Map<string | symbol, AbortController>()
    const cancelAll = (): void => {
      for (const controller of requests.values()) controller.abort()
    }
    byContents.set(contents, requests)
    contents.on('did-navigate', cancelAll)
    contents.on('render-process-gone', cancelAll)
    contents.on('destroyed', () => {
      cancelAll()
      byContents.delete(contents)
    })
    return requests
  }

  return {
    async run(
      contents: WebContents,
      requestId: unknown,
      work: (signal: AbortSignal) => Promise<Reply>,
    ): Promise<Reply> {
      const requests = ofContents(contents)
      const key = typeof requestId === 'string' ? requestId : Symbol('unnamed')
      if (requests.has(key)) return refusal('bad-input', shellText.requestIdTaken)
      const controller = new AbortController()
      requests.set(key, controller)
      try {
        return await work(controller.signal)
      } finally {
        requests.delete(key)
      }
    },
    cancel(contents: WebContents, requestId: unknown): void {
      if (typeof requestId === 'string') byContents.get(contents)?.get(requestId)?.abort()
    },
  }
}

/**
 * Answers the window's requests from the core. Every message is checked for its sender first: the top frame of
 * our own window, at our own origin. Everyone else gets a refusal and a line in the log.
 */
export function serveIpc({ core, log, isOwnWindow, chooseWorkspace }: IpcOptions): void {
  const requests = createRequests()
  const trusts = (event: IpcMainInvokeEvent | IpcMainEvent, channel: string): boolean => {
    if (isOwnWindow(event.sender) && isAppFrame(event.senderFrame)) return true
    log.error(`${channel} refused: sent by ${event.senderFrame?.url ?? 'a frame that is gone'}`)
    return false
  }

  ipcMain.handle(
    invokeChannel,
    async (event, operation: unknown, input: unknown, requestId: unknown, named: unknown): Promise<Reply> => {
      if (!trusts(event, invokeChannel)) return refusal('forbidden', shellText.senderRefused)
      if (typeof operation !== 'string') return refusal('bad-input', shellText.operationNotNamed)
      const workspace = typeof named === 'string' ? named : undefined
      return await requests.run(event.sender, requestId, (signal) =>
        core.call(operation, input, signal, workspace),
      )
    },
  )
  ipcMain.handle(chooseChannel, async (event, purpose: unknown): Promise<string | null> => {
    if (!trusts(event, chooseChannel)) return null
    return purpose === 'open' || purpose === 'create' ? await chooseWorkspace(purpose) : null
  })
  ipcMain.on(cancelChannel, (event, requestId: unknown) => {
    if (trusts(event, cancelChannel)) requests.cancel(event.sender, requestId)
  })
}
