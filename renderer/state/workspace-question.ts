import { create } from 'zustand'

/** Which workspace somebody wants to be asked for. */
export interface WorkspaceQuestion {
  readonly purpose: 'open' | 'create'
  /** The name of a file that was dropped, whose place the page was not told. */
  readonly droppedName: string | null
}

/** Null: nobody is asked. */
export const useWorkspaceQuestion = create<{ readonly question: WorkspaceQuestion | null }>(() => ({
  question: null,
}))

export function askForWorkspace(
  purpose: WorkspaceQuestion['purpose'],
  droppedName: string | null = null,
): void {
  useWorkspaceQuestion.setState({ question: { purpose, droppedName } })
}

export function endWorkspaceQuestion(): void {
  useWorkspaceQuestion.setState({ question: null })
}
