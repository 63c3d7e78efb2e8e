import { readdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import { type Read, readStrictly } from '../../shared/schema/read-strictly'
import { rubricSchema } from '../../shared/schema/rubric-schema'
import { shortRubricSchema, type VectorBody, vectorBodySchema } from '../../shared/schema/vector-schema'
import { explained, parseJson, readText } from './read-document'
import { fullStandard } from './vector-standard'

/** One case as it was read, ready to be played. */
export interface ReadVector {
  readonly ok: true
  readonly file: string
  readonly vector: VectorBody
  readonly rubric: Rubric
}

/** A file, or a case of it, that can't be read. */
export interface UnreadVector {
  readonly ok: false
  readonly file: string
  readonly detail: string
}

/** Folders of shared standards; they hold no cases. */
const RUBRICS = 'rubrics'

/** Every case below a folder, file by file in the order of their names. Throws what the disk says of the folder. */
export async function readVectors(folder: string): Promise<readonly (ReadVector | UnreadVector)[]> {
  const standards = new Map<string, Promise<Read<Rubric>>>()
  const found: (ReadVector | UnreadVector)[] = []
  for (const file of await vectorFiles(folder)) found.push(...(await readVectorFile(file, standards)))
  return found
}

async function vectorFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const files: string[] = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && entry.name !== RUBRICS) files.push(...(await vectorFiles(path)))
    else if (entry.isFile() && entry.name.endsWith('.json')) files.push(path)
  }
  return files
}

async function readVectorFile(
  file: string,
  standards: Map<string, Promise<Read<Rubric>>>,
): Promise<readonly (ReadVector | UnreadVector)[]> {
  const json = await readJson(file)
  if (!json.ok) return [{ ok: false, file, detail: json.detail }]
  const several = Array.isArray(json.value)
  const cases: readonly unknown[] = Array.isArray(json.value) ? json.value : [json.value]
  return Promise.all(
    cases.map(async (one, at) => {
      const where = several ? `[${at + 1}] ` : ''
      const body = readStrictly(vectorBodySchema, one)
      if (!body.ok) return { ok: false as const, file, detail: where + explained(body) }
      const { rubric: named, ...vector } = body.value
      const rubric =
        typeof named === 'string' ? await sharedStandard(file, named, standards) : readStandard(named)
      return rubric.ok
        ? { ok: true as const, file, vector, rubric: rubric.value }
        : { ok: false as const, file, detail: `${where}rubric: ${explained(rubric)}` }
    }),
  )
}

/** A whole standard, or a short one filled in. */
function readStandard(value: unknown): Read<Rubric> {
  if (typeof value === 'object' && value !== null && 'schema' in value)
    return readStrictly(rubricSchema, value)
  const short = readStrictly(shortRubricSchema, value)
  return short.ok ? fullStandard(short.value) : short
}

/** The standard of that name: rubrics/NAME.json beside the case's file, or beside a folder that it is in. */
function sharedStandard(
  file: string,
  name: string,
  standards: Map<string, Promise<Read<Rubric>>>,
): Promise<Read<Rubric>> {
  const key = `${dirname(file)} ${name}`
  const known = standards.get(key) ?? readSharedStandard(file, name)
  standards.set(key, known)
  return known
}

async function readSharedStandard(file: string, name: string): Promise<Read<Rubric>> {
  if (!/^[\p{L}\p{N}_-]+$/u.test(name)) return unfound(name)
  let folder = resolve(dirname(file))
  for (let up = 0; up < 4; up += 1, folder = dirname(folder)) {
    const json = await readJson(join(folder, RUBRICS, `${name}.json`))
    if (json.ok) return readStandard(json.value)
    if (json.code !== 'not-there') {
      return { ok: false, code: 'schema', path: `${RUBRICS}/${name}.json`, detail: json.detail }
    }
  }
  return unfound(name)
}

function unfound(name: string): Read<Rubric> {
  return { ok: false, code: 'schema', path: '', detail: `no ${RUBRICS}/${name}.json` }
}

async function readJson(file: string) {
  const text = await readText(file)
  const json = text.ok ? parseJson(file, text.value, null) : text
  if (json.ok) return json
  const { code, line, detail } = json.problem
  return { ok: false as const, code, detail: line === null ? detail : `line ${line}: ${detail}` }
}
