import { useMemo } from 'react'
import type { Rubric } from '../../../shared/domain/rubric/rubric'
import { useCall } from '../../components/use-call'

/** Kinds of subject that a condition may name: the standard's own, and the leagues of the shipped list. */
export function useKindNames(rubric: Rubric): readonly string[] {
  const listed = useCall(() => window.scorebench.listSubjects(), [])
  const { subjectKinds } = rubric
  return useMemo(() => {
    const leagues = listed.state === 'read' ? listed.value.map(({ league }) => league) : []
    return [...new Set([...(subjectKinds ?? []), ...leagues])].filter((name) => name !== '')
  }, [listed, subjectKinds])
}
