import { z } from 'zod'
import { BugReported } from '../../shared/contract/client.ts'
import { ExpectedFailure } from '../../shared/domain/failure.ts'
import type { Translator } from '../../shared/text/translator.ts'
import { ConnectionLost, ConnectionRefused } from './transport.ts'

/** What an import that cannot be undone whole tells of itself. */
const counts = z.object({ changed: z.number() })

/** What to tell a person about a failure. An expected one carries its own words, with the names that matter. */
export function failureText(error: Error, t: Translator['t']): string {
  if (error instanceof ExpectedFailure) {
    const { code, message, details } = error
    return code === 'workspace-changed'
      ? t('screens.workspaces.changed')
      : t(`screens.failures.${code}`, { message, ...counts.safeParse(details).data })
  }
  if (error instanceof BugReported) return t('screens.failure.bug', { reference: error.reference })
  if (error instanceof ConnectionLost) return t('screens.failure.lost')
  if (error instanceof ConnectionRefused) return t('screens.failure.refused')
  return t('screens.failure.window', { message: error.message })
}
