import { useEffect } from 'react'
import { isApple, takesText } from '../../commands/command.ts'
import { isShortcut } from '../../commands/shortcut.ts'
import { searchId } from './FilterBar.tsx'

/** A stroke leads to the search from wherever one is, as on pages that people search in. */
export function useListKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || takesText(event.target)) return
      if (!isShortcut(event, { key: '/' }, isApple())) return
      event.preventDefault()
      document.querySelector<HTMLInputElement>(`#${searchId} input`)?.focus()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
