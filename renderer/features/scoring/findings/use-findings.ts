import { useDeferredValue, useMemo } from 'react'
import type { Finding } from '../../../../shared/domain/findings/finding'
import { findingsOf } from '../../../../shared/domain/findings/findings-of'
import type { SheetView } from '../../../db/sheet-session'
import { type Listed, type ListFilter, listRows } from './list-rows'

/** The sheet's findings and the list that they make: after totals and panel, when there is time. */
export function useFindings(
  view: SheetView,
  filter: ListFilter,
): { readonly findings: readonly Finding[]; readonly listed: Listed } {
  const { rubric, state, lines } = useDeferredValue(view)
  const findings = useMemo(() => findingsOf(rubric, state, lines), [rubric, state, lines])
  const listed = useMemo(() => listRows(rubric, findings, state, filter), [rubric, findings, state, filter])
  return { findings, listed }
}
