import { layOut } from './lay-out'
import { pageTemplates } from './page-furniture'
import { Report } from './report'
import { REPORT_TEXT } from './report-text'

/** report.pdf of a sealed sheet; `sheetId` names it. */
export async function showReport(root: HTMLElement, sheetId: string): Promise<null> {
  const answer = await window.scorebench.readReport(sheetId)
  if (!answer.ok) throw new Error(answer.code)
  const data = answer.value
  const { subject, round } = data.result.sheet
  await layOut(root, {
    title: `${subject.name}${REPORT_TEXT.title}`,
    page: <Report data={data} />,
    furnitureText: `${Object.values(REPORT_TEXT).join('')}${subject.name}${round.title}`,
    templates: () => pageTemplates(data),
  })
  return null
}
