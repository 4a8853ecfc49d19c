import { app, type BrowserWindow, dialog, shell } from 'electron'
import { type Client, createClient } from '../../shared/contract/client.ts'
import { ExpectedFailure } from '../../shared/domain/failure.ts'
import { type Language, pickLanguage } from '../../shared/domain/settings.ts'
import { type KnownWorkspace, workspaceEnding } from '../../shared/domain/workspace.ts'
import type { Core, Log } from '../core.ts'
import { type MenuText, menuText, shellText } from './text.ts'

export type WorkspacePurpose = 'open' | 'create'

/** What the File menu does with workspaces. */
export interface WorkspaceActions {
  readonly create: () => void
  readonly open: () => void
  readonly openFile: (path: string) => void
  readonly showInFolder: () => void
}

/** What the menu says and lists. */
export interface MenuState {
  readonly language: Language
  readonly text: MenuText
  readonly recent: readonly KnownWorkspace[]
}

/** As the window chooses it. */
function languageOf(chosen: Language | null): Language {
  return pickLanguage(chosen, app.getPreferredSystemLanguages())
}

/** The menu before the core has said anything. */
export function firstMenuState(): MenuState {
  const language = languageOf(null)
  return { language, text: menuText[language], recent: [] }
}

function withEnding(path: string): string {
  return path.toLowerCase().endsWith(workspaceEnding) ? path : `${path}${workspaceEnding}`
}

export interface Workspaces extends WorkspaceActions {
  readonly choose: (purpose: WorkspacePurpose) => Promise<string | null>
  readonly menuState: () => Promise<MenuState>
}

async function chooseIn(
  window: BrowserWindow | null,
  purpose: WorkspacePurpose,
  folder: string,
  text: MenuText,
): Promise<string | null> {
  const common = {
    defaultPath: folder,
    buttonLabel: purpose === 'open' ? text.open : text.create,
    filters: [{ name: text.workspaceFiles, extensions: [workspaceEnding.slice(1)] }],
  }
  if (purpose === 'open') {
    const options = { ...common, properties: ['openFile' as const] }
    const { canceled, filePaths } = await (window === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(window, options))
    return canceled ? null : (filePaths[0] ?? null)
  }
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(common)
    : dialog.showSaveDialog(window, common))
  return canceled || filePath === '' ? null : withEnding(filePath)
}

/** Chooses, makes and opens workspaces with the system's own dialogs; the window follows by itself. */
export function createWorkspaces(
  core: Core,
  log: Log,
  currentWindow: () => BrowserWindow | null,
): Workspaces {
  const client: Client = createClient((operation, input) => core.call(operation, input))
  const languageNow = async (): Promise<Language> =>
    languageOf((await client.call('settings.get', {})).language)
  const textNow = async (): Promise<MenuText> => menuText[await languageNow()]

  async function choose(purpose: WorkspacePurpose): Promise<string | null> {
    const { folder } = await client.call('workspace.recent', {})
    return await chooseIn(currentWindow(), purpose, folder, await textNow())
  }

  async function change(operation: 'workspace.open' | 'workspace.create', path: string): Promise<void> {
    try {
      await client.call(operation, { path })
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error
      dialog.showErrorBox((await textNow()).notOpened, error.message)
    }
  }

  /** A menu item waits for nobody: what goes wrong in it beyond what a person can cause is for the log. */
  const start = (what: string, work: () => Promise<void>): void => {
    work().catch((error: unknown) => {
      log.error(`${what} failed`, error)
      dialog.showErrorBox(shellText.menuFailed, shellText.menuFailedDetail)
    })
  }

  return {
    choose,
    create: () =>
      start('a new workspace', async () => {
        const path = await choose('create')
        if (path !== null) await change('workspace.create', path)
      }),
    open: () =>
      start('opening a workspace', async () => {
        const path = await choose('open')
        if (path !== null) await change('workspace.open', path)
      }),
    openFile: (path) => start('opening a workspace', () => change('workspace.open', path)),
    showInFolder: () =>
      start('showing the workspace', async () =>
        shell.showItemInFolder((await client.call('workspace.info', {})).path),
      ),
    menuState: async () => {
      const language = await languageNow()
      const { workspaces } = await client.call('workspace.recent', {})
      return { language, text: menuText[language], recent: workspaces }
    },
  }
}
