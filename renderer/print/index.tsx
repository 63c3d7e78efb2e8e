import '@fontsource-variable/noto-sans-sc'
import './print.css'
import { createRoot } from 'react-dom/client'
import type { ReportData } from '../../shared/ipc/contract'
import { loadPageFonts } from './page-fonts'
import { pageTemplates } from './page-furniture'
import { Report } from './report'
import { REPORT_TEXT } from './report-text'

const sheetId = decodeURIComponent(location.hash.slice(1))

/** Main prints once this page has said that it is ready; a failure is told by the title, and ends the waiting. */
async function show(): Promise<void> {
  const answer = await window.scorebench.readReport(sheetId)
  const root = document.getElementById('root')
  if (!answer.ok) throw new Error(answer.code)
  if (root === null) throw new Error('no root')
  const data = answer.value
  await new Promise<void>((laidOut) => createRoot(root).render(<Report data={data} onLaidOut={laidOut} />))
  await finish(data)
}

async function finish(data: ReportData): Promise<void> {
  const { subject, round } = data.result.sheet
  document.title = `${subject.name}${REPORT_TEXT.title}`
  await loadPageFonts(
    `${document.body.textContent}${Object.values(REPORT_TEXT).join('')}${subject.name}${round.title}`,
  )
  for (const [name, html] of Object.entries(pageTemplates(data))) {
    // Main reads these two and hands them to printToPDF.
    const template = document.createElement('template')
    template.id = `page-${name}`
    template.innerHTML = html
    document.body.append(template)
  }
  await window.scorebench.reportReady(sheetId)
}

show().catch((error: unknown) => {
  document.title = `print-failed: ${error instanceof Error ? error.message : String(error)}`
})
