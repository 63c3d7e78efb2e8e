import { z } from 'zod'
import type { Subject } from '../domain/round/round'
import { idSchema, requiredNameSchema } from './primitives'

const subject = z.strictObject({ id: idSchema, name: requiredNameSchema })
const league = z.strictObject({ name: requiredNameSchema, subjects: z.array(subject).max(5000) })

/** A shipped list of subjects, by league: resources/subjects/*.json. */
export const subjectsFileSchema = z.strictObject({ leagues: z.array(league).max(100) })

/** The list as subjects; one town may stand in two leagues, under two ids. */
export function flattenSubjects(file: z.output<typeof subjectsFileSchema>): Subject[] {
  return file.leagues.flatMap(({ name, subjects }) => subjects.map((each) => ({ ...each, league: name })))
}
