import { z } from 'zod'
import { MOST_LISTED, PLACE_KINDS, type SheetPlace } from '../domain/round/place'
import { ROLES, ROUND_KINDS, type Round, type Subject, type TeamMember } from '../domain/round/round'
import {
  daySchema,
  digestSchema,
  idSchema,
  instantSchema,
  nameSchema,
  requiredNameSchema,
} from './primitives'
import type { Frozen, Holds, Same } from './same-type'

/** A city, county or unit (考核对象). */
export const subjectSchema = z.strictObject({
  id: idSchema,
  name: requiredNameSchema,
  league: nameSchema,
  kinds: z.array(requiredNameSchema).max(20).exactOptional(),
}) satisfies z.ZodType<Subject>

export const teamMemberSchema = z.strictObject({
  name: requiredNameSchema,
  unit: nameSchema,
  role: z.enum(ROLES),
}) satisfies z.ZodType<TeamMember>

const place = {
  name: requiredNameSchema,
  kind: z.enum(PLACE_KINDS),
  grade: requiredNameSchema.exactOptional(),
  zone: requiredNameSchema.exactOptional(),
}

/** A place on a round's list (点位). */
export const plannedPlacesSchema = z
  .array(z.strictObject({ ...place, subject: idSchema.exactOptional() }))
  .max(MOST_LISTED)

/** A place as a sheet has it. */
const sheetPlaceSchema = z
  .strictObject({ ...place, isSeen: z.literal(true).exactOptional() })
  .meta({ id: 'SheetPlace' }) satisfies z.ZodType<SheetPlace>

export const sheetPlacesSchema = z.array(sheetPlaceSchema).max(MOST_LISTED)

/** A campaign (考核轮次). */
export const roundSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(ROUND_KINDS),
  title: requiredNameSchema,
  date: daySchema,
  rubricId: idSchema,
  rubricVersion: requiredNameSchema.max(50),
  rubricTitle: requiredNameSchema,
  rubricDigest: digestSchema,
  subjects: z.array(subjectSchema).max(5000),
  team: z.array(teamMemberSchema).max(500),
  places: plannedPlacesSchema.exactOptional(),
  createdAt: instantSchema,
}) satisfies z.ZodType<Round>

export type RoundSchemaIsTheDomains = Holds<Same<Frozen<z.output<typeof roundSchema>>, Frozen<Round>>>
