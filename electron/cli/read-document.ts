import { readFile, stat } from 'node:fs/promises'
import { type ReadableSchema, readStrictly, type SchemaFailure } from '../../shared/schema/read-strictly'
import { diskFailure } from '../custody/disk-failure'

/** Larger files are refused before they are read: a standard of 100,000 nodes is smaller. */
export const LARGEST_FILE = 64 * 1024 * 1024

/** A file as it was read, or why not: the sentence says where in the file. */
export type FileRead<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: FileProblem }

export interface FileProblem {
  readonly code: 'not-there' | 'too-large' | 'not-text' | 'not-json' | 'wrong-shape'
  readonly file: string
  /** Counts from 1; null where the whole file is meant. */
  readonly line: number | null
  readonly detail: string
}

/** UTF-8 text of a file of at most LARGEST_FILE bytes; a byte order mark is dropped. */
export async function readText(file: string): Promise<FileRead<string>> {
  try {
    const { size } = await stat(file)
    if (size > LARGEST_FILE) return problem(file, 'too-large', null, `${size} > ${LARGEST_FILE} B`)
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file))
    return { ok: true, value: text }
  } catch (error) {
    if (isEncoding(error)) return problem(file, 'not-text', null, 'UTF-8')
    return problem(file, 'not-there', null, diskFailure(error).detail ?? '')
  }
}

/** One JSON document of a schema's shape. */
export async function readDocument<T>(file: string, schema: ReadableSchema<T>): Promise<FileRead<T>> {
  const text = await readText(file)
  if (!text.ok) return text
  const json = parseJson(file, text.value, null)
  return json.ok ? checkShape(file, schema, json.value, null) : json
}

/** JSON Lines: one document a line, empty lines left out. Each comes with the number of its line. */
export async function readLines<T>(
  file: string,
  schema: ReadableSchema<T>,
): Promise<FileRead<readonly { readonly line: number; readonly value: T }[]>> {
  const text = await readText(file)
  if (!text.ok) return text
  const found: { line: number; value: T }[] = []
  for (const [index, line] of text.value.split('\n').entries()) {
    if (line.trim() === '') continue
    const json = parseJson(file, line, index + 1)
    const read = json.ok ? checkShape(file, schema, json.value, index + 1) : json
    if (!read.ok) return read
    found.push({ line: index + 1, value: read.value })
  }
  return { ok: true, value: found }
}

/** JSON text; where it is none, the line on which that shows. */
export function parseJson(file: string, text: string, line: number | null): FileRead<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return problem(file, 'not-json', line ?? lineOf(text, error.message), error.message)
  }
}

/** A parsed document, held against its schema. */
export function checkShape<T>(
  file: string,
  schema: ReadableSchema<T>,
  value: unknown,
  line: number | null,
): FileRead<T> {
  const read = readStrictly(schema, value)
  if (read.ok) return read
  return problem(file, 'wrong-shape', line, explained(read))
}

/** Where in a document, and what is wrong there. */
export function explained({ path, code, detail }: SchemaFailure): string {
  return [path, code === 'schema' ? '' : code, detail].filter(Boolean).join(': ')
}

/** Node says at which character ("… at position 17"); people count lines. */
function lineOf(text: string, message: string): number | null {
  const position = /position (\d+)/.exec(message)?.[1]
  if (position === undefined) return /end of JSON/.test(message) ? text.split('\n').length : null
  return text.slice(0, Number(position)).split('\n').length
}

function isEncoding(error: unknown): boolean {
  return error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
}

function problem(file: string, code: FileProblem['code'], line: number | null, detail: string) {
  return { ok: false as const, problem: { code, file, line, detail } }
}
