import '@fontsource-variable/noto-sans-sc'
import './print.css'
import { showFindings } from './findings/show-findings'
import { showReport } from './show-report'

const paper = new URLSearchParams(location.search).get('paper')
const paperId = decodeURIComponent(location.hash.slice(1))

/** Which paper is laid out stands in the query. Main prints it, or takes its file, once the page says it is ready. */
async function show(): Promise<void> {
  const root = document.getElementById('root')
  if (root === null) throw new Error('no root')
  const file = paper === 'findings' ? await showFindings(root, paperId) : await showReport(root, paperId)
  await window.scorebench.paperReady(paperId, file)
}

// A failure is told by the title, and ends the waiting.
show().catch((error: unknown) => {
  document.title = `print-failed: ${error instanceof Error ? error.message : String(error)}`
})
