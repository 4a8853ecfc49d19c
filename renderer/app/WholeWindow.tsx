import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react'
import { useFollowChanges } from '../api/hooks.ts'
import { commandFor, isApple, takesText, writesSign } from '../commands/command.ts'
import { windowCommands } from '../commands/window-commands.ts'
import { FileDrop } from '../features/imports/FileDrop.tsx'
import { ImportScreen } from '../features/imports/ImportScreen.tsx'
import { useExportPdf } from '../features/reports/export.ts'
import { SettingsScreen } from '../features/settings/SettingsScreen.tsx'
import { NewTaskScreen } from '../features/tasks/NewTaskScreen.tsx'
import { TaskScreen } from '../features/tasks/TaskScreen.tsx'
import { HomeScreen } from '../features/workspaces/HomeScreen.tsx'
import { Sidebar } from '../features/workspaces/Sidebar.tsx'
import { Message, Notices } from '../components/Message.tsx'
import { useConnection } from '../state/connection.ts'
import { followAddress, goTo, useView } from '../state/view.ts'
import { useWorkspaceQuestion } from '../state/workspace-question.ts'
import { assertNever } from '../../shared/domain/assert-never.ts'
import { addressOf, type Place } from '../state/place.ts'
import { CrashGuard } from './CrashGuard.tsx'
import { useTranslator } from './language.ts'
import styles from './WholeWindow.module.css'

function CurrentScreen({ place }: { readonly place: Place }): ReactNode {
  switch (place.screen) {
    case 'home':
      return <HomeScreen />
    case 'new-task':
      return <NewTaskScreen />
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

/** Keys that work wherever the focus is. */
function useWindowKeys(place: Place): void {
  const exportPdf = useExportPdf(place)
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      if (writesSign(event) && takesText(event.target)) return
      const command = commandFor(windowCommands, event, { place, goTo, exportPdf }, isApple())
      if (command === undefined) return
      event.preventDefault()
      command.run({ place, goTo, exportPdf })
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [place, exportPdf])
}

/** What one would call another screen: what is chosen inside it does not count. */
function screenOf(place: Place): string {
  return place.screen === 'task' ? `${place.tab} ${place.task}` : place.screen
}

/**
 * Whoever goes to another screen goes on reading there, not where they came from. A screen that puts the focus
 * into a field of its own has its way.
 */
function useFocusOnContent(screen: string): void {
  const former = useRef(screen)
  useEffect(() => {
    if (former.current === screen) return
    former.current = screen
    const content = document.getElementById('content')
    if (content?.contains(document.activeElement) === false) content.focus({ preventScroll: true })
  }, [screen])
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

const WorkspaceQuestion = lazy(async () => ({
  default: (await import('../features/workspaces/WorkspaceQuestion.tsx')).WorkspaceQuestion,
}))

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
  useFollowChanges()
  useWindowKeys(place)
  useFocusOnContent(screenOf(place))
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
            <CurrentScreen place={place} />
          </CrashGuard>
        </div>
      </div>
      <AskedWorkspace />
      <Notices />
    </FileDrop>
  )
}

/** The address names the place, so the jump must not go through it. */
function skipToContent(event: { preventDefault(): void }): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
