/**
 * Stands in for `electron` wherever it must not be imported: the real package's entry would start a
 * download of the runtime on plain Node.
 */
function refuse(): never {
  throw new Error('electron was imported outside main/electron')
}

export const electron: unknown = refuse()
