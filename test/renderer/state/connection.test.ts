import { beforeEach, describe, expect, it } from 'vitest'
import { setConnection, useConnection } from '../../../renderer/state/connection.ts'

const status = (): string => useConnection.getState().status

beforeEach(() => useConnection.setState({ status: 'open' }))

describe('the connection', () => {
  it('is lost and found', () => {
    expect(status()).toBe('open')
    setConnection('lost')
    expect(status()).toBe('lost')
    setConnection('open')
    expect(status()).toBe('open')
  })

  it('stays refused, whatever late answers say', () => {
    setConnection('refused')
    setConnection('open')
    expect(status()).toBe('refused')
    setConnection('lost')
    expect(status()).toBe('refused')
  })

  it('can be refused after it was lost', () => {
    setConnection('lost')
    setConnection('refused')
    expect(status()).toBe('refused')
  })
})
