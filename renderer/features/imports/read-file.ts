/** A file as the core takes it: base64 of its bytes. */
export interface ImportContent {
  /** Stands for the content, which is far too long to be compared or kept: another one after every reading. */
  readonly id: string
  readonly fileName: string
  readonly contentBase64: string
}

/** As base64, files of this size fill the largest request the browser host takes. */
export const largestFileMb = 48

/** @throws Error when the file cannot be read */
export async function readImportFile(file: File): Promise<ImportContent> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const reader = new FileReader()
  reader.addEventListener('load', () => {
    if (typeof reader.result === 'string') resolve(reader.result)
  })
  reader.addEventListener('error', () =>
    reject(new Error('the file could not be read', { cause: reader.error })),
  )
  reader.readAsDataURL(file)
  const dataUrl = await promise
  return {
    id: crypto.randomUUID(),
    fileName: file.name,
    contentBase64: dataUrl.slice(dataUrl.indexOf(',') + 1),
  }
}
