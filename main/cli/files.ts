import { readFileSync } from 'node:fs'
import { ExpectedFailure } from '../../shared/domain/failure.ts'
import { writeWholeFile } from '../whole-file.ts'

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** @throws ExpectedFailure `import-unreadable` */
export function readInput(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    const reason = codeOf(error) === 'ENOENT' ? 'there is no such file' : codeOf(error)
    throw new ExpectedFailure(
      'import-unreadable',
      `${file} cannot be read (${reason}). Nothing was imported. Check the path.`,
      { cause: error },
    )
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
      `${file} cannot be written (${codeOf(error)}). Nothing was written. Check the folder, or choose another place with --out.`,
      { cause: error },
    )
  }
}
