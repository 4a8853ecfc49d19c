import { z } from 'zod'
import { create } from 'zustand'
import { keep, readKept } from './kept.ts'

const notes = z.record(z.string(), z.string()).readonly()
type Notes = z.infer<typeof notes>

const key = 'nines.notes'

/** What was written of attempts and is not stored with them yet: they are still being written or graded. */
const useNotes = create<{ readonly notes: Notes }>(() => ({ notes: readKept(key, notes) ?? {} }))

export interface NoteAddress {
  readonly task: string
  readonly configuration: string
  readonly case: string
  readonly repeat: number
}

function idOf(address: NoteAddress): string {
  return JSON.stringify([address.task, address.configuration, address.case, address.repeat])
}

export function keptNote(address: NoteAddress): string | null {
  return useNotes.getState().notes[idOf(address)] ?? null
}

/** Keeps a note through a reload and a closed window; null forgets it. */
export function keepNote(address: NoteAddress, text: string | null): void {
  const id = idOf(address)
  const others = Object.entries(useNotes.getState().notes).filter(([each]) => each !== id)
  const next = Object.fromEntries(text === null ? others : [...others, [id, text]])
  keep(key, next)
  useNotes.setState({ notes: next })
}

/** Which attempts have a note that waits for their grade; null: none has. */
export function useKeptNotes(): ((address: NoteAddress) => boolean) | null {
  const all = useNotes((state) => state.notes)
  return Object.keys(all).length === 0 ? null : (address) => Object.hasOwn(all, idOf(address))
}
