import { readFileSync, statSync } from 'node:fs'
import { z } from 'zod'
import type { ParsedInput } from '../../../shared/contract/contract.ts'
import { defaultSettings, settings, type Settings } from '../../../shared/domain/settings.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { writeWholeFile } from '../../whole-file.ts'
import type { Context } from '../context.ts'

const { language, theme, loggerName } = settings.unwrap().shape

/** Field by field: one that is missing, or that a newer Nines wrote, does not take the others with it. */
const tolerantSettings = z.object({
  language: language.catch(defaultSettings.language),
  theme: theme.catch(defaultSettings.theme),
  loggerName: loggerName.catch(defaultSettings.loggerName),
})

/** Preferences that cannot be read are worth less than a start: they fall back to the defaults. */
export function readSettings(context: Context): Settings {
  try {
    const parsed = tolerantSettings.safeParse(JSON.parse(readFileSync(context.settingsFile, 'utf8')))
    return parsed.success ? parsed.data : defaultSettings
  } catch {
    // No file, no right to read it, no JSON in it: all the same here.
    return defaultSettings
  }
}

/** Differs after a change of the settings, whoever made it: another window, or another program. */
export function settingsMark({ settingsFile }: Pick<Context, 'settingsFile'>): string {
  // Each change is a new file under the same name.
  const found = statSync(settingsFile, { throwIfNoEntry: false })
  return found === undefined ? '' : `${found.ino} ${found.mtimeMs} ${found.size}`
}

/**
 * Changes what is named; the rest stays as it is on the disk, whoever wrote it.
 * @throws ExpectedFailure `output-unwritable`; the old ones stay then
 */
export function writeSettings(context: Context, changes: ParsedInput<'settings.set'>): Settings {
  const before = readSettings(context)
  const { language: spoken, theme: look, loggerName: name } = changes
  const wanted: Settings = {
    language: spoken === undefined ? before.language : spoken,
    theme: look ?? before.theme,
    loggerName: name === undefined ? before.loggerName : name,
  }
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
