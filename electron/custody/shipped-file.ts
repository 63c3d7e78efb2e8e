import { readFileSync } from 'node:fs'
import { type ReadableSchema, readStrictly } from '../../shared/schema/read-strictly'

/** A JSON file that we ship, checked against its schema. Throws Error naming the file: damage there is a bug. */
export function readShipped<T>(path: string, schema: ReadableSchema<T>): T {
  const text = readFileSync(path, 'utf8')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new Error(`${path}: not JSON`, { cause })
  }
  const read = readStrictly(schema, value)
  if (!read.ok) throw new Error(`${path}: ${read.code} at ${read.path}: ${read.detail}`)
  return read.value
}
