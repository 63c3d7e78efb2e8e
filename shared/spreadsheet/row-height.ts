/** Excel's rows end at 409 points; more than this many lines goes on in a row of its own. */
const MOST_LINES = 28
const LINE_HEIGHT = 14

/**
 * Row height in points that holds `text` in a cell (or merged cells) of `width` characters. Written out, because
 * merged cells are never fitted by the programs, and others not by all of them. A Chinese character takes two.
 */
export function heightFor(text: string, width: number, lineHeight = LINE_HEIGHT): number {
  return Math.min(405, linesOf(text, width) * lineHeight + 4)
}

/** Height of a row of several cells: that of the fullest. */
export function rowHeight(cells: readonly (readonly [text: string, width: number])[]): number {
  return Math.max(...cells.map(([text, width]) => heightFor(text, width)))
}

/** A text cut so that each part fits into one row; one part in nearly every case. */
export function partsFor(text: string, width: number): readonly string[] {
  if (linesOf(text, width) <= MOST_LINES) return [text]
  const parts: string[] = []
  let part = ''
  for (const char of text) {
    if (linesOf(part + char, width) > MOST_LINES) {
      parts.push(part)
      part = ''
    }
    part += char
  }
  return [...parts, part]
}

function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(sizeOf(line) / width)), 0)
}

/** Half widths: Chinese characters, full-width punctuation, quotation marks and circled numbers take two. */
function sizeOf(line: string): number {
  let size = 0
  for (const char of line) size += (char.codePointAt(0) ?? 0) >= 0x2010 ? 2 : 1
  return size
}
