import { inflateSync } from 'node:zlib'

/** What a test wants to know of a PDF as Chromium writes it: plain objects, Flate streams, fonts with ToUnicode. */
export interface ReadPdf {
  readonly pages: number
  /** Bytes of the pictures that stand in it as JPEG. */
  readonly jpegs: readonly number[]
  readonly text: string
}

interface Part {
  readonly head: string
  readonly stream: Buffer | null
}

/** Reads a PDF by its objects. Throws where it has none, or a stream is broken. */
export function readPdf(bytes: Buffer): ReadPdf {
  const parts = partsOf(bytes)
  const all = [...parts.values()]
  const fonts = new Map<string, ReadonlyMap<string, string>>()
  for (const { head } of all) {
    for (const [, name = '', id = ''] of head.matchAll(/\/(F\d+)\s+(\d+) 0 R/g)) {
      const cmap = /\/ToUnicode (\d+) 0 R/.exec(parts.get(id)?.head ?? '')?.[1]
      const stream = cmap === undefined ? null : parts.get(cmap)?.stream
      if (stream) fonts.set(name, charactersOf(inflateSync(stream).toString('latin1')))
    }
  }
  const contents = all
    .filter(({ head }) => /\/Type\s*\/Page\b/.test(head))
    .flatMap(({ head }) => contentOf(head))
  const text = contents.map((id) => written(parts.get(id), fonts)).join('\n')
  return {
    pages: all.filter(({ head }) => /\/Type\s*\/Page\b/.test(head)).length,
    jpegs: all.filter(({ head }) => head.includes('/DCTDecode')).map(({ stream }) => stream?.length ?? 0),
    text,
  }
}

function partsOf(bytes: Buffer): ReadonlyMap<string, Part> {
  const text = bytes.toString('latin1')
  const parts = new Map<string, Part>()
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\b/g)) {
    const from = match.index + match[0].length
    const end = text.indexOf('endobj', from)
    const stream = text.indexOf('stream', from)
    const length = /\/Length (\d+)/.exec(text.slice(from, stream))?.[1]
    if (stream < 0 || stream > end || length === undefined) {
      parts.set(match[1] ?? '', { head: text.slice(from, end), stream: null })
      continue
    }
    const start = stream + (text[stream + 6] === '\r' ? 8 : 7)
    const body = bytes.subarray(start, start + Number(length))
    parts.set(match[1] ?? '', { head: text.slice(from, stream), stream: body })
  }
  return parts
}

function contentOf(page: string): readonly string[] {
  const found = /\/Contents\s*(?:\[([^\]]*)\]|(\d+) 0 R)/.exec(page)
  return found === null ? [] : ((found[2] ?? found[1] ?? '').match(/\d+(?= 0 R|$)/g) ?? [])
}

/** Glyphs by their code, as a font's ToUnicode says. */
function charactersOf(cmap: string): ReadonlyMap<string, string> {
  const characters = new Map<string, string>()
  const unicode = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', hex = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
      characters.set(code, unicode(hex))
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', hex = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const first = Number.parseInt(from, 16)
      for (let code = first; code <= Number.parseInt(to, 16); code += 1) {
        const at = (Number.parseInt(hex, 16) + code - first).toString(16).padStart(4, '0')
        characters.set(code.toString(16).toUpperCase().padStart(from.length, '0'), unicode(at))
      }
    }
  return characters
}

/** A code takes as many digits as the font's own map writes it with. */
function width(font: ReadonlyMap<string, string>): RegExp {
  const [code = '0000'] = font.keys()
  return code.length === 2 ? /../g : /.{4}/g
}

function written(part: Part | undefined, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  if (!part?.stream) return ''
  const content = inflateSync(part.stream).toString('latin1')
  let font: ReadonlyMap<string, string> = new Map()
  let text = ''
  for (const [, name, hex] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map()
    else text += (hex?.match(width(font)) ?? []).map((code) => font.get(code.toUpperCase()) ?? '').join('')
  }
  return text
}
