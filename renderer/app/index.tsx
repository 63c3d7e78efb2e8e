import '@fontsource-variable/noto-sans-sc'
import './base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startLanguage } from '../i18n/language'
import { App } from './app'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
await startLanguage()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
