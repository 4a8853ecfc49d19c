import { z } from 'zod'
import { keep, readKept } from '../../state/kept.ts'

const place = 'nines.palette.1'
const most = 12

/** What was chosen in the palette lately, the last first. */
export function recentItems(): readonly string[] {
  return readKept(place, z.array(z.string()).max(most)) ?? []
}

export function rememberItem(id: string): void {
  keep(place, [id, ...recentItems().filter((each) => each !== id)].slice(0, most))
}
