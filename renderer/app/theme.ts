import { useEffect } from 'react'
import type { Theme } from '../../shared/domain/settings.ts'

const prefersDark = '(prefers-color-scheme: dark)'

/** Puts the chosen theme on the page, or the system's as long as none is chosen. */
export function useTheme(theme: Theme): void {
  useEffect(() => {
    const system = window.matchMedia(prefersDark)
    const apply = (): void => {
      const followed = system.matches ? 'dark' : 'light'
      document.documentElement.dataset['theme'] = theme === 'system' ? followed : theme
    }
    apply()
    system.addEventListener('change', apply)
    return () => system.removeEventListener('change', apply)
  }, [theme])
}
