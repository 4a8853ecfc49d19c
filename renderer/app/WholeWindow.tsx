import { type ReactNode, Suspense, useEffect, useRef } from 'react'
import { later } from './later.ts'
import { useFollowChanges } from '../api/hooks.ts'
import { ExportProgress } from '../features/exports/ExportProgress.tsx'
import { FileDrop } from '../features/imports/FileDrop.tsx'
import { UndoProgress } from '../features/imports/UndoProgress.tsx'
import { TaskScreen } from '../features/tasks/TaskScreen.tsx'
import { HomeScreen } from '../features/workspaces/HomeScreen.tsx'
import { Sidebar } from '../features/workspaces/Sidebar.tsx'
import { Waiting } from '../components/Await.tsx'
import { Message, Notices } from '../components/Message.tsx'
import { useConnection } from '../state/connection.ts'
import { followAddress, useView } from '../state/view.ts'
import { useWorkspaceQuestion } from '../state/workspace-question.ts'
import { assertNever } from '../../shared/domain/assert-never.ts'
import { addressOf, type Place } from '../state/place.ts'
import { CrashGuard } from './CrashGuard.tsx'
import { useTranslator } from './language.ts'
import { useWindowContext } from './window-context.ts'
import { useWindowCommands } from './window-keys.ts'
import { WindowDialogs } from './WindowDialogs.tsx'
import styles from './WholeWindow.module.css'

/** Loaded when they are first looked at; Home and a task are what a window opens with. */
const ImportScreen = later(async () => (await import('../features/imports/ImportScreen.tsx')).ImportScreen)
const SettingsScreen = later(
  async () => (await import('../features/settings/SettingsScreen.tsx')).SettingsScreen,
)
const NewTaskScreen = later(async () => (await import('../features/tasks/NewTaskScreen.tsx')).NewTaskScreen)
const EditTaskScreen = later(
  async () => (await import('../features/tasks/EditTaskScreen.tsx')).EditTaskScreen,
)

function CurrentScreen({ place }: { readonly place: Place }): ReactNode {
  switch (place.screen) {
    case 'home':
      return <HomeScreen />
    case 'new-task':
      return <NewTaskScreen />
    case 'edit-task':
      return <EditTaskScreen key={place.task} task={place.task} />
    case 'import':
      return <ImportScreen key={place.task} task={place.task} />
    case 'settings':
      return <SettingsScreen />
    case 'task':
      return <TaskScreen key={place.task} place={place} />
    default:
      return assertNever(place)
  }
}

/** What one would call another screen: what is chosen inside it does not count. */
function screenOf(place: Place): string {
  return place.screen === 'task' ? `${place.tab} ${place.task}` : place.screen
}

/**
 * Whoever goes to another screen goes on reading there, not where they came from. A screen that puts the focus
 * into a field of its own has its way. Stands behind the screen, so as to wait for one that is being loaded.
 */
function FocusOnContent({ screen }: { readonly screen: string }): null {
  const former = useRef(screen)
  useEffect(() => {
    if (former.current === screen) return
    former.current = screen
    const content = document.getElementById('content')
    if (content?.contains(document.activeElement) === false) content.focus({ preventScroll: true })
  }, [screen])
  return null
}

/** What is wrong between this window and Nines, as long as it is. */
function ConnectionMessage(): ReactNode {
  const { t } = useTranslator()
  const status = useConnection((state) => state.status)
  if (status === 'open') return null
  return (
    <div className={styles['connection']}>
      <Message tone="failure">{t(`screens.failure.${status}`)}</Message>
    </div>
  )
}

const WorkspaceQuestion = later(
  async () => (await import('../features/workspaces/WorkspaceQuestion.tsx')).WorkspaceQuestion,
)

/** Over whatever is on screen, while somebody opens another workspace. */
function AskedWorkspace(): ReactNode {
  const question = useWorkspaceQuestion((state) => state.question)
  if (question === null) return null
  return (
    <Suspense>
      <WorkspaceQuestion question={question} />
    </Suspense>
  )
}

export function WholeWindow(): ReactNode {
  const { t } = useTranslator()
  const place = useView((state) => state.place)
  const context = useWindowContext(place)
  useFollowChanges()
  useWindowCommands(context)
  useEffect(followAddress, [])
  return (
    <FileDrop>
      <a className={styles['skip']} href="#content" onClick={skipToContent}>
        {t('screens.app.skip')}
      </a>
      <div className={styles['window']}>
        <Sidebar place={place} />
        <div className={styles['screen']}>
          <ConnectionMessage />
          <CrashGuard place={addressOf(place)}>
            <Suspense fallback={<Waiting />}>
              <CurrentScreen place={place} />
              <FocusOnContent screen={screenOf(place)} />
            </Suspense>
          </CrashGuard>
        </div>
      </div>
      <AskedWorkspace />
      <Notices>
        <ExportProgress />
        <UndoProgress />
      </Notices>
      <WindowDialogs address={addressOf(place)} context={context} />
    </FileDrop>
  )
}

/** The address names the place, so the jump must not go through it. */
function skipToContent(event: { preventDefault(): void }): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
