import { useLayoutEffect } from 'react'
import type { ReportData } from '../../shared/ipc/contract'
import { Closing, OpenItems } from './closing'
import { Cover } from './cover'
import { ItemTables } from './item-table'
import { SummaryTable } from './summary-table'

/** The whole report; `onLaidOut` is called once it stands in the document. */
export function Report({ data, onLaidOut }: { readonly data: ReportData; readonly onLaidOut: () => void }) {
  useLayoutEffect(onLaidOut, [onLaidOut])
  return (
    <main>
      <Cover data={data} />
      <SummaryTable rubric={data.rubric} result={data.result} />
      <OpenItems result={data.result} />
      <ItemTables rubric={data.rubric} result={data.result} />
      <Closing data={data} />
    </main>
  )
}
