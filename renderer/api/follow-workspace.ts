import type { Output } from '../../shared/contract/contract.ts'
import { translatorOfPage } from '../app/language.ts'
import { useLogging } from '../state/logging.ts'
import { keepNotices, notify } from '../state/notices.ts'
import { addressOf, home } from '../state/place.ts'

type Known = Pick<Output<'workspace.info'>, 'id' | 'path' | 'name'>

let isMoving = false
/** This window opened the other one itself, so that it need not be told. */
let isOwnDoing = false

/** Settles when no attempt is on its way to the disk: all are stored, or were refused and told. */
export async function untilNothingWaits(): Promise<void> {
  if (useLogging.getState().waiting === 0) return
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = useLogging.subscribe(({ waiting }) => {
    if (waiting === 0) resolve()
  })
  await promise
  stop()
}

/** To be called before this window itself opens another workspace or restores a backup. */
export async function prepareToFollow(): Promise<void> {
  await untilNothingWaits()
  isOwnDoing = true
}

/** It came to nothing after all. */
export function stay(): void {
  isOwnDoing = false
}

/**
 * Loads the window anew in the workspace that is open now: nothing of what it knew holds there. What it told the
 * person stays told.
 * @param former the workspace it was in; the place on screen is kept when it is the same file
 */
export async function followWorkspace(former: Known, ask: () => Promise<Known>): Promise<void> {
  if (isMoving) return
  isMoving = true
  try {
    const present = await ask()
    await untilNothingWaits()
    if (present.id === former.id) {
      // What was to change it failed.
      isMoving = false
      return
    }
    const isSame = present.path === former.path
    const { t } = translatorOfPage()
    if (!isOwnDoing) {
      notify(
        'done',
        isSame
          ? t('screens.workspaces.followedRestore')
          : t('screens.workspaces.followed', { name: present.name }),
      )
    }
    keepNotices()
    if (!isSame) history.replaceState(null, '', addressOf(home))
    location.reload()
  } catch {
    // The host is away, which the window shows; the next refusal tries again.
    isMoving = false
  }
}
