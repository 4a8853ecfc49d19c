/** How long the browser may take to begin with the file it was handed, ms. */
const handOverMs = 60_000

/** Hands a file to the browser's download, or in the desktop shell to the system's save dialog. */
export function saveFile(fileName: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), handOverMs)
}
