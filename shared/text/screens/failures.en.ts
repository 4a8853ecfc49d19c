import type { FailureCode } from '../../domain/failure.ts'

/** What the core refuses, and why. Its own words are English: they stand alone here. */
const own = '{{message}}'

export const failuresEn = {
  'bad-input': own,
  'unknown-operation': own,
  'task-not-found': own,
  'task-exists': own,
  'no-tasks': own,
  'configuration-not-found': own,
  'configuration-required': own,
  'level-not-found': own,
  'trial-exists': own,
  'case-not-found': own,
  'trial-not-found': own,
  'no-trials': own,
  'import-unreadable': own,
  'import-refused': own,
  'workspace-not-found': own,
  'workspace-exists': own,
  'workspace-changed': own,
  'workspace-locked': own,
  'workspace-corrupt': own,
  'workspace-foreign': own,
  'workspace-newer': own,
  'workspace-read-only': own,
  'workspace-unreachable': own,
  'backup-not-found': own,
  'disk-full': own,
  'output-unwritable': own,
  'no-browser': own,
  'print-failed': own,
  'too-large': own,
  unauthorized: own,
  forbidden: own,
} as const satisfies Readonly<Record<FailureCode, string>>
