import { useMemo } from 'react'
import type { Rubric } from '../../../shared/domain/rubric/rubric'
import { useCall } from '../../components/use-call'

let asked: ReturnType<typeof window.scorebench.listSubjects> | null = null

/** The shipped list does not change while the program runs. */
function listSubjects(): ReturnType<typeof window.scorebench.listSubjects> {
  asked ??= window.scorebench.listSubjects()
  return asked
}

/** Kinds of subject that a condition may name: the standard's own, and the leagues of the shipped list. */
export function useKindNames(rubric: Rubric): readonly string[] {
  const listed = useCall(listSubjects, [])
  const subjects = listed.state === 'read' ? listed.value : null
  const { subjectKinds } = rubric
  return useMemo(() => {
    const leagues = (subjects ?? []).map(({ league }) => league)
    return [...new Set([...(subjectKinds ?? []), ...leagues])].filter((name) => name !== '')
  }, [subjects, subjectKinds])
}
