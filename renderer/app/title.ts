import { useEffect } from 'react'

/** Names the window after what is on screen, the most particular first. */
export function useTitle(parts: readonly string[]): void {
  const title = [...parts, 'Nines'].join(' – ')
  useEffect(() => {
    document.title = title
  }, [title])
}
