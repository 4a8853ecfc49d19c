import { useEffect } from 'react'
import type { Theme } from '../../shared/domain/settings.ts'

const prefersDark = '(prefers-color-scheme: dark)'

/** What a choice of theme looks like now. */
export function shownTheme(theme: Theme): 'light' | 'dark' {
  if (theme !== 'system') return theme
  return window.matchMedia(prefersDark).matches ? 'dark' : 'light'
}

/** Puts the chosen theme on the page, or the system's as long as none is chosen. */
export function useTheme(theme: Theme): void {
  useEffect(() => {
    const system = window.matchMedia(prefersDark)
    const apply = (): void => {
      document.documentElement.dataset['theme'] = shownTheme(theme)
    }
    apply()
    system.addEventListener('change', apply)
    return () => system.removeEventListener('change', apply)
  }, [theme])
}
