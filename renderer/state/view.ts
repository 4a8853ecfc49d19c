import { create } from 'zustand'
import { addressOf, placeAt, type Place } from './place.ts'

interface View {
  readonly place: Place
  /** The file somebody chose or dropped, until it is imported or put away. */
  readonly importFile: File | null
}

/** What the user is looking at. Nothing in here comes from the database. */
export const useView = create<View>(() => ({ place: placeAt(location.hash), importFile: null }))

/** Goes to a place; the address follows, so that Back and a reload work. */
export function goTo(place: Place): void {
  const address = addressOf(place)
  if (location.hash !== address) location.hash = address
  useView.setState({ place })
}

/** Like `goTo`, but Back skips the place left: for choices inside one screen. */
export function replacePlace(place: Place): void {
  history.replaceState(null, '', addressOf(place))
  useView.setState({ place })
}

export function chooseImportFile(importFile: File | null): void {
  useView.setState({ importFile })
}

function follow(): void {
  useView.setState({ place: placeAt(location.hash) })
}

/** Follows the address when it changes by Back, Forward or a link. Returns how to stop. */
export function followAddress(): () => void {
  window.addEventListener('hashchange', follow)
  // It may have changed since the window was read and before anybody listened.
  if (addressOf(useView.getState().place) !== addressOf(placeAt(location.hash))) follow()
  return () => window.removeEventListener('hashchange', follow)
}
