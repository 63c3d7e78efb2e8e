/**
 * The one text of a value (RFC 8785 for the values we use: objects, arrays, strings, booleans, null and
 * safe integers): keys sorted by UTF-16 unit, no white space. What is hashed and signed is exactly this.
 * Members that are undefined are left out; a lone surrogate is written as its \u escape, which reads back as
 * it was. Throws TypeError on anything else (floats, holes in arrays, dates, maps and other class instances).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`not a safe integer: ${value}`)
    return String(value === 0 ? 0 : value)
  }
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`
  if (typeof value === 'object' && isPlain(value)) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined)
    members.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
  }
  throw new TypeError(`no canonical JSON for ${typeof value}`)
}

/** A bare record, of whichever realm: a Map or a Date has members that would be dropped without a word. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
