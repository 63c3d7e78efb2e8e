/** What a file is by its first bytes. */
export type FileKind =
  | { readonly is: 'zip' | 'compound' | 'text' | 'nothing' }
  /** Known, and no table: 'PDF', 'PNG' … */
  | { readonly is: 'foreign'; readonly name: string }

/** First bytes of files that people rename or drop by mistake. */
const FOREIGN: readonly (readonly [name: string, start: readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['BMP', [0x42, 0x4d]],
  ['TIFF', [0x49, 0x49, 0x2a, 0x00]],
  ['TIFF', [0x4d, 0x4d, 0x00, 0x2a]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['gzip', [0x1f, 0x8b]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['EXE', [0x4d, 0x5a]],
  ['SQLite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
]
const ZIP = [0x50, 0x4b] as const
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const
const UTF8_MARK = [0xef, 0xbb, 0xbf] as const
const SPACES: ReadonlySet<number> = new Set([9, 10, 13, 32])

export function fileKindOf(bytes: Uint8Array): FileKind {
  const from = startsWith(bytes, UTF8_MARK) ? UTF8_MARK.length : 0
  let first = from
  while (first < bytes.length && SPACES.has(bytes[first] ?? 0)) first++
  if (first === bytes.length) return { is: 'nothing' }
  if (startsWith(bytes, ZIP) && (bytes[2] ?? 9) < 9 && (bytes[3] ?? 9) < 9) return { is: 'zip' }
  if (startsWith(bytes, COMPOUND)) return { is: 'compound' }
  const foreign = FOREIGN.find(([, start]) => startsWith(bytes, start))
  // BM, MZ and the like may begin a text too; a picture or a program holds zeros, a text none.
  if (foreign !== undefined && (foreign[1].length > 2 || bytes.includes(0)))
    return { is: 'foreign', name: foreign[0] }
  return { is: 'text' }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}
