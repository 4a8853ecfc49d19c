import { contextBridge, ipcRenderer } from 'electron'
import { cancelChannel, invokeChannel } from './channels.ts'

/**
 * All that the page gets to see of the host. `requestId` is a name the page gives to a request that it may
 * want to cancel; any text it uses once.
 */
const bridge = Object.freeze({
  invoke: (operation: string, input: unknown, requestId?: string): Promise<unknown> =>
    ipcRenderer.invoke(invokeChannel, operation, input, requestId),
  cancel: (requestId: string): void => ipcRenderer.send(cancelChannel, requestId),
})

contextBridge.exposeInMainWorld('nines', bridge)
