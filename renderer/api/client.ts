import { createClient, type Client, type Transport } from '../../shared/contract/client.ts'
import { setConnection } from '../state/connection.ts'
import { followWorkspace } from './follow-workspace.ts'
import { inWorkspace } from './in-workspace.ts'
import { ConnectionLost, ConnectionRefused, chooseTransport } from './transport.ts'

/** Notes on the way what each answer says about the connection. */
function watched(transport: Transport): Transport {
  return async (operation, input, signal, workspace) => {
    try {
      const answer = await transport(operation, input, signal, workspace)
      if (signal?.aborted !== true) setConnection('open')
      return answer
    } catch (error) {
      if (error instanceof ConnectionRefused) setConnection('refused')
      else if (error instanceof ConnectionLost) setConnection('lost')
      throw error
    }
  }
}

const transport = watched(chooseTransport(window.nines))
/** Names no workspace: for what is asked of whichever is open. */
const anywhere = createClient(transport)

export const client: Client = createClient(
  inWorkspace(transport, (former) => {
    void followWorkspace(former, async () => await anywhere.call('workspace.info', {}))
  }),
)
