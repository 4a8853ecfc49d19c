import { existsSync, realpathSync } from 'node:fs'
import { dirname, extname, isAbsolute, normalize } from 'node:path'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { workspaceEnding } from '../../../shared/domain/workspace.ts'
import type { KnownWorkspace } from '../../../shared/domain/workspace.ts'
import type { Desk, WorkspaceInfo } from '../context.ts'
import { knownWorkspaces, type Recent } from './recent.ts'

/** @throws ExpectedFailure `bad-input` */
function requireWorkspacePath(path: string): string {
  if (!isAbsolute(path)) {
    throw new ExpectedFailure(
      'bad-input',
      `"${path}" does not say where the workspace is. Nothing was changed. Write the whole path, from the root on.`,
    )
  }
  if (extname(path).toLowerCase() !== workspaceEnding) {
    throw new ExpectedFailure(
      'bad-input',
      `"${path}" does not end in ${workspaceEnding}, as workspaces do. Nothing was changed.`,
    )
  }
  return normalize(path)
}

function isSame(one: string, other: string): boolean {
  return one === other || (existsSync(other) && realpathSync(one) === realpathSync(other))
}

export function listKnown(recent: Recent, desk: Desk): { folder: string; workspaces: KnownWorkspace[] } {
  const { path } = desk.info()
  return { folder: dirname(path), workspaces: [...knownWorkspaces(recent, path)] }
}

/** The one that is left is noted as well: how many tasks it has is known now. */
function change(recent: Recent, desk: Desk, file: string): void {
  const left = desk.info()
  desk.change(file)
  recent.note(left)
}

/**
 * Opens another workspace in the place of the present one; the present one again changes nothing.
 * @throws ExpectedFailure when there is none, or it cannot be opened; the present one stays open then
 */
export function openOther(recent: Recent, desk: Desk, path: string): WorkspaceInfo {
  const file = requireWorkspacePath(path)
  if (!existsSync(file)) {
    throw new ExpectedFailure(
      'workspace-not-found',
      `There is no workspace ${file}. Nothing was changed. It may have been moved, renamed or deleted.`,
    )
  }
  if (!isSame(desk.info().path, file)) change(recent, desk, file)
  recent.note(desk.info())
  return desk.info()
}

/**
 * Makes a new workspace and opens it.
 * @throws ExpectedFailure when the name is taken or the place cannot be used; the present one stays open then
 */
export function createOther(recent: Recent, desk: Desk, path: string): WorkspaceInfo {
  const file = requireWorkspacePath(path)
  if (existsSync(file)) {
    throw new ExpectedFailure(
      'workspace-exists',
      `There is a file ${file} already. It was left untouched. Open it, or choose another name.`,
    )
  }
  if (!existsSync(dirname(file))) {
    throw new ExpectedFailure(
      'workspace-unreachable',
      `There is no folder ${dirname(file)}. Nothing was made. Choose one that is there.`,
    )
  }
  change(recent, desk, file)
  recent.note(desk.info())
  return desk.info()
}
