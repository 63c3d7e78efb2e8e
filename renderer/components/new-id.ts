/** A short id that nobody else has: it stays for ever, so it says nothing of place or name. */
export function newId(): string {
  return `n-${crypto.randomUUID().slice(0, 13)}`
}
