import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { cancelChannel, chooseChannel, commandChannel, invokeChannel } from './channels.ts'

/**
 * All that the page gets to see of the host. `requestId` is a name the page gives to a request that it may want to
 * cancel; any text it uses once. `workspace` says which one the page believes it is in.
 */
const bridge = Object.freeze({
  invoke: (operation: string, input: unknown, requestId?: string, workspace?: string): Promise<unknown> =>
    ipcRenderer.invoke(invokeChannel, operation, input, requestId, workspace),
  cancel: (requestId: string): void => ipcRenderer.send(cancelChannel, requestId),
  chooseWorkspace: (purpose: string): Promise<unknown> => ipcRenderer.invoke(chooseChannel, purpose),
  pathOf: (file: File): string => webUtils.getPathForFile(file),
  /** The listener gets ids of commands and nothing of the event they came with. Returns how to stop. */
  onCommand: (listener: (id: string) => void): (() => void) => {
    const tell = (_event: unknown, id: unknown): void => {
      if (typeof id === 'string') listener(id)
    }
    ipcRenderer.on(commandChannel, tell)
    return () => {
      ipcRenderer.off(commandChannel, tell)
    }
  },
})

contextBridge.exposeInMainWorld('nines', bridge)
