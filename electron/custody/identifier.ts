const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const DIGEST = /^[0-9a-f]{64}$/

/** A round's or sheet's id, as this program makes them: the only form that may become part of a path. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text)
}

/** A SHA-256 in lower-case hex. */
export function isDigest(text: unknown): text is string {
  return typeof text === 'string' && DIGEST.test(text)
}
