import type { z } from 'zod'

/** Why a document was refused; `path` names the first place, as in `categories.3.children.0.points`. */
export interface SchemaFailure {
  readonly ok: false
  readonly code: 'too-deep' | 'forbidden-key' | 'schema'
  readonly path: string
  readonly detail: string
}

/** A schema, for folders that use one without importing zod. */
export type ReadableSchema<T> = z.ZodType<T>

export type Read<T> = { readonly ok: true; readonly value: T } | SchemaFailure

/** JSON deeper than any rubric of MAX_DEPTH levels; recursion below it can't exhaust the stack. */
const MAX_JSON_DEPTH = 48

/**
 * A value from outside (JSON already parsed, or sent by the screen), checked against a schema: strict, and
 * refused before that where it is nested too deep or has a `__proto__` member, which zod drops in silence.
 */
export function readStrictly<T>(schema: ReadableSchema<T>, value: unknown): Read<T> {
  const hostile = findHostile(value)
  if (hostile !== null) return hostile
  const parsed = schema.safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data }
  const { path, message } = plainest(parsed.error.issues)
  return { ok: false, code: 'schema', path: path.map(String).join('.'), detail: message }
}

/** The first issue; of one with several shapes that it might have been, that of the shape that it is nearest to. */
function plainest(issues: readonly z.core.$ZodIssue[]): Pick<z.core.$ZodIssue, 'path' | 'message'> {
  const [issue] = issues
  if (issue === undefined) return { path: [], message: '' }
  if (issue.code !== 'invalid_union') return issue
  const [nearest] = [...issue.errors].sort((a, b) => a.length - b.length)
  if (nearest === undefined || nearest.length === 0) return issue
  const inside = plainest(nearest)
  return { path: [...issue.path, ...inside.path], message: inside.message }
}

function findHostile(root: unknown): SchemaFailure | null {
  const open: { value: unknown; depth: number; path: string }[] = [{ value: root, depth: 0, path: '' }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth, path } = next
    if (typeof value !== 'object' || value === null) continue
    if (depth >= MAX_JSON_DEPTH) return { ok: false, code: 'too-deep', path: path.slice(0, 200), detail: '' }
    if (Object.hasOwn(value, '__proto__'))
      return { ok: false, code: 'forbidden-key', path, detail: '__proto__' }
    for (const [key, member] of Object.entries(value)) {
      if (typeof member === 'object' && member !== null) {
        open.push({ value: member, depth: depth + 1, path: path === '' ? key : `${path}.${key}` })
      }
    }
  }
  return null
}
