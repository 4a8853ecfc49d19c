/** A multiple of four letters of base64, which are whole bytes. */
const sliceLength = 1 << 20

/** The bytes that base64 stands for, in pieces, as a file is made of them. */
export function bytesOf(base64: string): readonly Uint8Array<ArrayBuffer>[] {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for (let at = 0; at < base64.length; at += sliceLength) {
    const letters = atob(base64.slice(at, at + sliceLength))
    const bytes = new Uint8Array(letters.length)
    for (let index = 0; index < letters.length; index += 1) bytes[index] = letters.charCodeAt(index)
    pieces.push(bytes)
  }
  return pieces
}
