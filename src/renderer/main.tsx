import i18next from 'i18next'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '#app/app'
import { startDataClient } from '#data/client'
import { setupLanguage } from '#i18n/setup'
import { logProblems } from './app/log-problems.ts'

setupLanguage(navigator.language.startsWith('fr') ? 'fr' : 'en')
logProblems(window, window.desktop)
const client = startDataClient(window.desktop, () => i18next.t('shell:closing'))
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App client={client} />
  </StrictMode>,
)
