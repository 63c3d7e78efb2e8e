/**
 * A PDF whose creation and modification dates are the given time, so that the same sheet gives the same bytes.
 * Only the digits are replaced, at the same length: offsets in the file stay true. `at` is ISO 8601 UTC.
 * RangeError when a date is not written as expected (D:YYYYMMDDHHmmSS+00'00'): then nothing could be promised.
 */
export function withFixedDates(pdf: Uint8Array, at: string): Buffer {
  const digits = at.replace(/\D/g, '').slice(0, 14)
  if (digits.length !== 14) throw new RangeError(`not a time: ${at}`)
  const bytes = Buffer.from(pdf)
  // One character a byte: places in the text are places in the file.
  const text = bytes.toString('latin1')
  let found = 0
  for (const match of text.matchAll(/\/(?:CreationDate|ModDate) ?\(D:(\d{14})(?:\+00'00'?|Z)?\)/g)) {
    bytes.write(digits, match.index + match[0].indexOf('D:') + 2, 'latin1')
    found += 1
  }
  if (found !== (text.match(/\/(?:CreationDate|ModDate)\b/g) ?? []).length || found === 0)
    throw new RangeError('a date of the PDF is not where it was expected')
  return bytes
}
