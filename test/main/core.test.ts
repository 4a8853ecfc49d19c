import { expect, it } from 'vitest'
import { openTestCore } from '../helpers/core.ts'

it('ends what still waits when it is closed, without touching the closed workspace', async () => {
  const { core, client, errors, close } = openTestCore()
  const { change } = await client.call('change.next', { after: -1 })
  const waiting = core.call('change.next', { after: change })
  close()
  expect(await waiting).toMatchObject({ ok: false, error: { kind: 'cancelled' } })
  expect(errors).toEqual([])
})
