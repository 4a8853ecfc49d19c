import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { useRead } from '../api/hooks.ts'
import { LanguageContext, pickLanguage } from './language.ts'
import { useTheme } from './theme.ts'
import { WholeWindow } from './WholeWindow.tsx'

const locales = { en: 'en-GB', ko: 'ko-KR' } as const

function InLanguage(): ReactNode {
  const settings = useRead('settings.get', {})
  const language = pickLanguage(settings.data?.language ?? null, navigator.languages)
  useTheme(settings.data?.theme ?? 'system')
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  // Until the settings are there the language is a guess: better a blank moment than a flash of the wrong one.
  if (settings.isPending) return null
  return (
    <LanguageContext value={language}>
      <I18nProvider locale={locales[language]}>
        <WholeWindow />
      </I18nProvider>
    </LanguageContext>
  )
}

export function App({ queryClient }: { readonly queryClient: QueryClient }): ReactNode {
  return (
    <QueryClientProvider client={queryClient}>
      <InLanguage />
    </QueryClientProvider>
  )
}
