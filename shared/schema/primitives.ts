import { z } from 'zod'
import type { Milli, Points } from '../domain/points'

/** Names that every object inherits: as a record key they would be found where nothing was put. */
const INHERITED =
  '__proto__|__defineGetter__|__defineSetter__|__lookupGetter__|__lookupSetter__|constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|toString|valueOf'

/** An id: it may become a record key, a place in a message, or part of a file's name. */
export const idSchema = z
  .string()
  .max(200)
  .regex(new RegExp(`^(?!(?:${INHERITED})$)[\\p{L}\\p{N}_][\\p{L}\\p{N}_.:-]*$`, 'u'))
  .meta({ id: 'Id' })

/** One line of at most 200 UTF-16 units: titles, names, labels. */
export const nameSchema = z.string().max(200)
export const requiredNameSchema = nameSchema.min(1)
/** At most 4000 UTF-16 units: the standard's wording, reasons, notes. */
export const textSchema = z.string().max(4000)
export const requiredTextSchema = textSchema.min(1)

/** SHA-256 as lower-case hex. */
export const digestSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ id: 'Sha256' })
/** ISO 8601, UTC, with milliseconds. */
export const instantSchema = z.iso.datetime({ precision: 3 })
/** Local calendar day. */
export const daySchema = z.iso.date()

/** The brand says only what a number counts; that it is a whole number in range is proved here. */
function branded<Brand extends number>(id: string, least: number, most: number): z.ZodType<Brand, number> {
  return z.int().min(least).max(most).meta({ id }) as z.ZodType<unknown, number> as z.ZodType<Brand, number>
}

/** Thousandths of a point, up to a million points. */
export const pointsSchema = branded<Points>('Points', 0, 1_000_000_000)
export const roundingStepSchema = branded<Points>('RoundingStep', 1, 1_000_000)
/** Thousandths of a measured value, up to a thousand million either way. */
export const milliSchema = branded<Milli>('Milli', -1_000_000_000_000, 1_000_000_000_000)
/** A number of things counted on site. */
export const countSchema = z.int().min(0).max(1_000_000)
