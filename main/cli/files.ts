import { readFileSync } from 'node:fs'
import { ExpectedFailure } from '../../shared/domain/failure.ts'
import { writeWholeFile } from '../whole-file.ts'

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EEXIST: 'a part of the path is a file, not a folder',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EACCES: 'you are not allowed to',
  EPERM: 'you are not allowed to',
  EROFS: 'the disk is read-only',
  ENAMETOOLONG: 'the name is too long',
  EFBIG: 'it would be larger than files may be here',
  ELOOP: 'a link in the path leads back to itself',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GB',
}

function reasonOf(error: unknown): string {
  const code = codeOf(error)
  return reasons[code] ?? (code === '' ? String(error) : code)
}

/** @throws ExpectedFailure `import-unreadable` */
export function readInput(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new ExpectedFailure(
      'import-unreadable',
      `${file} cannot be read (${reasonOf(error)}). Nothing was imported. Check the path.`,
      { cause: error },
    )
  }
}

/** A text of the author's own. @throws ExpectedFailure `bad-input` when it cannot be read as UTF-8 */
export function readText(file: string): string {
  const failure = (reason: string, cause: unknown): ExpectedFailure =>
    new ExpectedFailure(
      'bad-input',
      `${file} cannot be read (${reason}). Nothing was written. Check the path.`,
      {
        cause,
      },
    )
  let content: Uint8Array
  try {
    content = readFileSync(file)
  } catch (error) {
    throw failure(reasonOf(error), error)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch (error) {
    throw failure('it is no text in UTF-8', error)
  }
}

/** Writes the whole file or leaves what was there. @throws ExpectedFailure `disk-full` or `output-unwritable` */
export function writeOutput(file: string, content: Uint8Array): void {
  try {
    writeWholeFile(file, content)
  } catch (error) {
    if (codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT') {
      throw new ExpectedFailure(
        'disk-full',
        `There is no room left on the disk for ${file}. Nothing was written and nothing stored was lost. Free some room and try again.`,
        { cause: error },
      )
    }
    throw new ExpectedFailure(
      'output-unwritable',
      `${file} cannot be written (${codeOf(error) === 'ENOENT' ? 'its folder cannot be made' : reasonOf(error)}). Nothing was written. Check the folder, or choose another place with --out.`,
      { cause: error },
    )
  }
}
