import { readFileSync } from 'node:fs'
import { defaultSettings, settings, type Settings } from '../../../shared/domain/settings.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { writeWholeFile } from '../../whole-file.ts'
import type { Context } from '../context.ts'

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** Preferences that cannot be read are worth less than a start: they fall back to the defaults. */
export function readSettings(context: Context): Settings {
  try {
    const parsed = settings.safeParse(JSON.parse(readFileSync(context.settingsFile, 'utf8')))
    return parsed.success ? parsed.data : defaultSettings
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) return defaultSettings
    throw error
  }
}

export function writeSettings(context: Context, wanted: Settings): Settings {
  try {
    writeWholeFile(context.settingsFile, Buffer.from(`${JSON.stringify(wanted, null, 2)}\n`))
  } catch (error) {
    throw new ExpectedFailure(
      'output-unwritable',
      `The settings could not be saved to ${context.settingsFile}. The old ones stay. Check that you may write there and that the disk has room.`,
      { cause: error },
    )
  }
  return wanted
}
