import { client } from '../../api/client.ts'
import { failureText } from '../../api/failure-text.ts'
import { prepareToFollow, stay } from '../../api/follow-workspace.ts'
import { translatorOfPage } from '../../app/language.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { workspaceEnding } from '../../../shared/domain/workspace.ts'
import type { Translator } from '../../../shared/text/translator.ts'
import { notify } from '../../state/notices.ts'
import { home } from '../../state/place.ts'
import { goTo } from '../../state/view.ts'

/**
 * Does what puts another workspace, or another state of it, before this window; what was graded is stored first.
 * @returns whether the window is on its way there; otherwise nothing has changed for it
 * @throws what the work throws
 */
async function leadOver(work: () => Promise<unknown>): Promise<boolean> {
  await prepareToFollow()
  try {
    await work()
    // In another workspace this is refused, and the refusal leads the window over.
    await client.call('workspace.info', {})
  } catch (error) {
    if (error instanceof ExpectedFailure && error.code === 'workspace-changed') return true
    stay()
    throw error
  }
  stay()
  return false
}

/** @throws ExpectedFailure when it cannot be opened or made; the present one stays open */
export async function changeWorkspace(purpose: 'open' | 'create', path: string): Promise<void> {
  const operation = purpose === 'open' ? 'workspace.open' : 'workspace.create'
  if (!(await leadOver(() => client.call(operation, { path })))) goTo(home)
}

/** @throws ExpectedFailure when it cannot be restored; everything is as it was */
export async function restoreBackup(name: string): Promise<void> {
  await leadOver(() => client.call('backup.restore', { name }))
}

const pathFailures = ['bad-input', 'workspace-not-found', 'workspace-exists', 'workspace-foreign'] as const

/** Why a path did not do, in the language of the window where it has words for it. */
export function pathFailureText(error: unknown, t: Translator['t']): string {
  const failure = error instanceof Error ? error : new Error(String(error))
  const code = pathFailures.find((each) => failure instanceof ExpectedFailure && failure.code === each)
  return code === undefined ? failureText(failure, t) : t(`screens.workspaces.failure.${code}`)
}

/** Shows as a notice what a work fails with. */
export async function tellFailure(work: Promise<void>): Promise<void> {
  try {
    await work
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error))
    notify('failure', failureText(failure, translatorOfPage().t))
  }
}

/** As the dialogs of systems do it: a name without the ending gets it. */
export function withEnding(path: string): string {
  const trimmed = path.trim()
  return trimmed.toLowerCase().endsWith(workspaceEnding) || trimmed === ''
    ? trimmed
    : `${trimmed}${workspaceEnding}`
}

/** A file in a folder, in the notation of the computer that the folder is on. */
export function pathIn(folder: string, name: string): string {
  const separator = folder.includes('\\') ? '\\' : '/'
  return folder.endsWith(separator) ? `${folder}${name}` : `${folder}${separator}${name}`
}
