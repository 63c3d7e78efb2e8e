import { z } from 'zod'
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
  createdAt: instantSchema,
}) satisfies z.ZodType<Round>

export type RoundSchemaIsTheDomains = Holds<Same<Frozen<z.output<typeof roundSchema>>, Frozen<Round>>>
