import './app/no-eval.ts'
import '@fontsource-variable/inter/wght.css'
import './app/tokens.css'
import './app/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { failureText } from './api/failure-text.ts'
import { makeQueryClient } from './api/query-client.ts'
import { App } from './app/App.tsx'
import { allowOnlyClearing } from './app/clear-only.ts'
import { ahead } from './app/later.ts'
import { translatorOfPage } from './app/language.ts'
import { followBlindness } from './state/blind.ts'
import { guardLeaving } from './state/logging.ts'
import { notify, showKeptNotices } from './state/notices.ts'

allowOnlyClearing(window.trustedTypes)
guardLeaving(window)
showKeptNotices()
followBlindness(window)

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')

const queryClient = makeQueryClient((error) => notify('failure', failureText(error, translatorOfPage().t)))

createRoot(root).render(
  <StrictMode>
    <App queryClient={queryClient} />
  </StrictMode>,
)
// 240 font faces: they are fetched when Hangul first appears, but their rules need not delay the first paint.
void import('./app/korean-fonts.ts')
// Nobody is to wait for the grid of attempts when the first one is to be graded.
ahead(() => import('./features/trials/LogView.tsx'))
