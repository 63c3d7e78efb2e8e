import { rubricFor } from '../../shared/domain/rubric/rubric-for'
import type { ReportData } from '../../shared/ipc/contract'
import { Annex } from './annex'
import { Closing, OpenItems } from './closing'
import { Cover } from './cover'
import { ItemTables } from './item-table'
import { SummaryTable } from './summary-table'

/** The whole report. */
export function Report({ data }: { readonly data: ReportData }) {
  const rubric = rubricFor(data.rubric, data.result.sheet.subject)
  return (
    <main>
      <Cover data={data} />
      <SummaryTable rubric={rubric} result={data.result} />
      <OpenItems result={data.result} />
      <ItemTables rubric={rubric} result={data.result} />
      <Closing data={data} />
      <Annex rubric={rubric} result={data.result} />
    </main>
  )
}
