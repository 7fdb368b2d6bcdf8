import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '#app/app'
import { startDataClient } from '#data/client'
import { setupLanguage } from '#i18n/setup'

setupLanguage(navigator.language.startsWith('fr') ? 'fr' : 'en')
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App client={startDataClient(window.desktop)} />
  </StrictMode>,
)
