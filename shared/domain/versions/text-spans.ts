/** A run of characters: in both texts, only in the one before, or only in the one after. */
export interface TextSpan {
  readonly kind: 'same' | 'gone' | 'added'
  readonly text: string
}

/** Past so many changed characters the rest is shown as replaced: nobody reads such a patchwork. */
const MOST_EDITS = 600
/** A shorter run between two changes is part of the change: single characters that happen to agree only confuse. */
const SHORTEST_SAME = 2
/** Where less than this share of the longer text stayed, the text was written anew. */
const LEAST_SHARE = 0.3

/**
 * Two wordings character by character (code points). The spans that are not 'added' join to `before`, those that are
 * not 'gone' to `after`; in a change what is gone stands first.
 */
export function textSpans(before: string, after: string): readonly TextSpan[] {
  const a = Array.from(before)
  const b = Array.from(after)
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1
  let tail = 0
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  ) {
    tail += 1
  }
  const middle = readable(
    shortestEdits(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    Math.max(a.length, b.length) - head - tail,
  )
  return [span('same', a.slice(0, head)), ...middle, span('same', a.slice(a.length - tail))].filter(
    ({ text }) => text !== '',
  )
}

function span(kind: TextSpan['kind'], characters: readonly string[]): TextSpan {
  return { kind, text: characters.join('') }
}

/** Myers' shortest edit script (1986), one span a character run; everything replaced where it takes too many edits. */
function shortestEdits(a: readonly string[], b: readonly string[]): readonly TextSpan[] {
  if (a.length === 0 || b.length === 0) return [span('gone', a), span('added', b)]
  const most = Math.min(a.length + b.length, MOST_EDITS)
  const reach = new Int32Array(2 * most + 3)
  const origin = most + 1
  const trace: Int32Array[] = []
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(reach.slice())
    for (let k = -edits; k <= edits; k += 2) {
      let x = fromBelow(reach, origin, k, edits) ? at(reach, origin + k + 1) : at(reach, origin + k - 1) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1
      reach[origin + k] = x
      if (x >= a.length && x - k >= b.length) return walkBack(a, b, trace, origin)
    }
  }
  return [span('gone', a), span('added', b)]
}

function fromBelow(reach: Int32Array, origin: number, k: number, edits: number): boolean {
  return k === -edits || (k !== edits && at(reach, origin + k - 1) < at(reach, origin + k + 1))
}

function at(reach: Int32Array, index: number): number {
  return reach[index] ?? 0
}

function walkBack(
  a: readonly string[],
  b: readonly string[],
  trace: readonly Int32Array[],
  origin: number,
): readonly TextSpan[] {
  const spans: TextSpan[] = []
  let x = a.length
  let y = b.length
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const reach = trace[edits] ?? new Int32Array()
    const k = x - y
    const isBelow = fromBelow(reach, origin, k, edits)
    const startX = edits === 0 ? 0 : at(reach, origin + (isBelow ? k + 1 : k - 1))
    const startY = edits === 0 ? 0 : startX - (isBelow ? k + 1 : k - 1)
    const kept = edits === 0 ? x : x - (isBelow ? startX : startX + 1)
    if (kept > 0) spans.push(span('same', a.slice(x - kept, x)))
    if (edits === 0) break
    spans.push(
      isBelow ? span('added', b.slice(startY, startY + 1)) : span('gone', a.slice(startX, startX + 1)),
    )
    x = startX
    y = startY
  }
  return spans.reverse()
}

/** Edits as a person reads them: what is gone and added between two unchanged runs stands together. */
function readable(edits: readonly TextSpan[], length: number): readonly TextSpan[] {
  const kept = edits.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0)
  const isAnew = kept < length * LEAST_SHARE
  const spans: TextSpan[] = []
  let gone = ''
  let added = ''
  const flush = () => {
    if (gone !== '') spans.push({ kind: 'gone', text: gone })
    if (added !== '') spans.push({ kind: 'added', text: added })
    gone = ''
    added = ''
  }
  for (const { kind, text } of edits) {
    if (kind !== 'added' && (kind === 'gone' || isAnew || isShort(text))) gone += text
    if (kind !== 'gone' && (kind === 'added' || isAnew || isShort(text))) added += text
    if (kind === 'same' && !isAnew && !isShort(text)) {
      flush()
      spans.push({ kind, text })
    }
  }
  flush()
  return spans
}

function isShort(text: string): boolean {
  return Array.from(text).length < SHORTEST_SAME
}
