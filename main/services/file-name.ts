/** File systems take names of 255 bytes; the ending needs some of them. */
const longestNameBytes = 240

/** As many whole characters of the text as fit, in UTF-8. */
function fitting(text: string, bytes: number): string {
  return new TextDecoder().decode(Buffer.from(text).subarray(0, bytes)).replaceAll('\uFFFD', '')
}

/**
 * A file name that every system takes, from whatever the task is called.
 * @param otherwise its name when nothing of the task's can stand in one
 */
export function fileNameOf(task: string, otherwise: string, ending: string): string {
  const plain = task.replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-').replaceAll(/^-+|-+$/g, '')
  return `${plain === '' ? otherwise : fitting(plain, longestNameBytes)}.${ending}`
}
