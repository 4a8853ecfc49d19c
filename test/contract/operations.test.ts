import { describe, expect, it } from 'vitest'
import { contract, isOperation } from '../../shared/contract/contract.ts'
import { operationCases } from './operation-cases.ts'
import { connect, transports } from './transports.ts'

describe('every operation of the contract has a case', () => {
  it('and every case an operation', () => {
    expect(Object.keys(operationCases).toSorted()).toEqual(Object.keys(contract).toSorted())
  })
})

describe.each(transports)('over %s', (_name, via) => {
  it.each(Object.keys(contract))('%s', async (operation) => {
    expect.hasAssertions()
    if (!isOperation(operation)) throw new Error(`${operation} is not in the contract`)
    const connected = await connect(via)
    await operationCases[operation](connected)
    expect(connected.test.errors).toEqual([])
  })
})
