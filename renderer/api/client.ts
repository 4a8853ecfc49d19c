import { createClient, type Client, type Transport } from '../../shared/contract/client.ts'
import { setConnection } from '../state/connection.ts'
import { ConnectionLost, ConnectionRefused, chooseTransport } from './transport.ts'

/** Notes on the way what each answer says about the connection. */
function watched(transport: Transport): Transport {
  return async (operation, input, signal) => {
    try {
      const answer = await transport(operation, input, signal)
      if (signal?.aborted !== true) setConnection('open')
      return answer
    } catch (error) {
      if (error instanceof ConnectionRefused) setConnection('refused')
      else if (error instanceof ConnectionLost) setConnection('lost')
      throw error
    }
  }
}

export const client: Client = createClient(watched(chooseTransport(window.nines)))
