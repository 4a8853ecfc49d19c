import { inflateSync } from 'node:zlib'

/** The PDF as text with its compressed objects laid open: for a test that looks for what stands in them. */
export function unpackedText(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1')
  const opened = [...text.matchAll(/\/Type\/ObjStm[^>]*\/Length (\d+)>>stream\n/g)].map(
    ({ 0: head, 1: length, index }) => {
      const start = index + head.length
      return inflateSync(Buffer.from(pdf).subarray(start, start + Number(length))).toString('latin1')
    },
  )
  return [text, ...opened].join('\n')
}
