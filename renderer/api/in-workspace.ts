import type { Transport } from '../../shared/contract/client.ts'
import { contract, type Output } from '../../shared/contract/contract.ts'
import { reply } from '../../shared/contract/reply.ts'

type Info = Output<'workspace.info'>

/** Whether an answer says that the workspace which the window named is no longer the open one. */
function isAboutFormer(answer: unknown): boolean {
  const parsed = reply.safeParse(answer)
  if (!parsed.success || parsed.data.ok) return false
  const { error } = parsed.data
  return error.kind === 'expected' && error.code === 'workspace-changed'
}

/**
 * Holds a window to one workspace: the first question is which one is open, and every request names it from then on,
 * so that what the window knows of one is never written into another.
 * @param onOther called with the workspace the window was in when another one is open
 */
export function inWorkspace(transport: Transport, onOther: (former: Info) => void): Transport {
  let known: Info | null = null
  let asking: Promise<unknown> | null = null

  /** Answers what stands in the way of knowing, if anything does. */
  async function learn(): Promise<unknown> {
    const answer = await transport('workspace.info', {})
    const parsed = reply.parse(answer)
    if (!parsed.ok) return answer
    known = contract['workspace.info'].output.parse(parsed.value)
    return null
  }

  return async (operation, input, signal) => {
    if (known === null) {
      asking ??= learn().finally(() => {
        asking = null
      })
      const obstacle = await asking
      if (obstacle !== null) return obstacle
    }
    const named: Info | null = known
    const answer = await transport(operation, input, signal, named?.id)
    if (named !== null && isAboutFormer(answer)) onOther(named)
    return answer
  }
}
