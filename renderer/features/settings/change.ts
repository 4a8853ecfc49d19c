import { useQueryClient } from '@tanstack/react-query'
import type { Settings } from '../../../shared/domain/settings.ts'
import { readKey, useWrite } from '../../api/hooks.ts'

/**
 * Changes some of the settings, at once on screen and one after the other on the disk: of two quick changes the
 * later one wins, and neither takes back what the other changed.
 */
export function useChangeSettings(): (changes: Partial<Settings>) => void {
  const queryClient = useQueryClient()
  const queryKey = readKey('settings.get', {})
  const save = useWrite('settings.set', {
    inTurn: true,
    // What could not be kept must not look kept.
    onFailed: () => void queryClient.invalidateQueries({ queryKey }),
  })
  return (changes) => {
    // An answer under way was read before this change and would hide it.
    void queryClient.cancelQueries({ queryKey })
    queryClient.setQueryData<Settings>(queryKey, (before) =>
      before === undefined ? before : { ...before, ...changes },
    )
    save.mutate(changes)
  }
}
