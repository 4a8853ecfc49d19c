import { expect, it } from 'vitest'
import { bytesOf } from '../../../renderer/app/bytes.ts'

it.each([0, 1, 2, 3, 1000, 786_432, 786_433, 2_000_000])(
  '%i bytes come out of base64 as they were',
  (count) => {
    const bytes = Uint8Array.from({ length: count }, (_, index) => (index * 31) % 256)
    const pieces = bytesOf(Buffer.from(bytes).toString('base64'))
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true)
  },
)
