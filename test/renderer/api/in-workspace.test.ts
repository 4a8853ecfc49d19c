import { describe, expect, it } from 'vitest'
import { inWorkspace } from '../../../renderer/api/in-workspace.ts'
import type { Transport } from '../../../shared/contract/client.ts'

const info = {
  id: 'first',
  path: '/data/team.nines',
  name: 'team.nines',
  schemaVersion: 2,
  appVersion: '0.0.0',
  tasks: 0,
  trials: 0,
  backup: { lastAt: null, problem: null },
}
const locked = { ok: false, error: { kind: 'expected', code: 'workspace-locked', message: 'Locked.' } }
const changed = { ok: false, error: { kind: 'expected', code: 'workspace-changed', message: 'Changed.' } }
const done = { ok: true, value: {} }

/** A host that answers as it is told, and what it was asked: the operation and the workspace that was named. */
function makeHost(answers: Readonly<Record<string, unknown>> = {}) {
  const asked: [string, string | undefined][] = []
  const given: Record<string, unknown> = { 'workspace.info': { ok: true, value: info }, ...answers }
  const transport: Transport = async (operation, _input, _signal, workspace) => {
    asked.push([operation, workspace])
    return await Promise.resolve(given[operation] ?? done)
  }
  return { asked, given, transport }
}

describe('a window', () => {
  it('asks once which workspace is open, and names it in everything after that', async () => {
    const { asked, transport } = makeHost()
    const send = inWorkspace(transport, () => undefined)
    await Promise.all([send('settings.get', {}), send('task.list', {})])
    await send('trial.log', {})
    expect(asked).toEqual([
      ['workspace.info', undefined],
      ['settings.get', 'first'],
      ['task.list', 'first'],
      ['trial.log', 'first'],
    ])
  })

  it('writes nothing before it knows, and asks again', async () => {
    const { asked, given, transport } = makeHost({ 'workspace.info': locked })
    const send = inWorkspace(transport, () => undefined)
    expect(await send('trial.log', {})).toEqual(locked)
    expect(asked).toEqual([['workspace.info', undefined]])
    given['workspace.info'] = { ok: true, value: info }
    expect(await send('trial.log', {})).toEqual(done)
    expect(asked.at(-1)).toEqual(['trial.log', 'first'])
  })

  it('keeps to the workspace it was in, and tells of each refusal', async () => {
    const { asked, given, transport } = makeHost()
    const left: string[] = []
    const send = inWorkspace(transport, (former) => left.push(former.id))
    await send('task.list', {})
    given['workspace.info'] = { ok: true, value: { ...info, id: 'second' } }
    given['trial.log'] = changed
    expect(await send('trial.log', {})).toEqual(changed)
    await send('task.list', {})
    expect(left).toEqual(['first'])
    expect(asked.at(-1)).toEqual(['task.list', 'first'])
  })

  it('is not led away by another failure', async () => {
    const { transport } = makeHost({ 'trial.log': locked })
    const left: string[] = []
    const send = inWorkspace(transport, (former) => left.push(former.id))
    expect(await send('trial.log', {})).toEqual(locked)
    expect(left).toEqual([])
  })
})
