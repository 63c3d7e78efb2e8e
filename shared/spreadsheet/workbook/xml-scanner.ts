/**
 * Walks through XML once, from tag to tag, without building a tree. Lenient as spreadsheet programs are: names
 * lose their prefix, comments, instructions and a DOCTYPE are passed over, and nothing is ever fetched or expanded.
 */
export interface XmlScanner {
  /** On to the next tag; false at the end. Sets the fields below. */
  readonly next: () => boolean
  /** Without its prefix: 'c' of <x:c>. */
  name: string
  isClosing: boolean
  /** <c/>: no closing tag follows. */
  isEmpty: boolean
  /** An attribute of the tag as it is written there, prefix included; null where it has none. */
  readonly attribute: (name: string) => string | null
  /** All of them, as they are written there: HTML leaves quotes out. */
  readonly attributes: () => string
  /** Raw text between the tag before and this one; CDATA is already escaped. */
  readonly textBefore: () => string
  /** Past everything up to the closing tag that belongs to the tag just read; nothing for an empty one. */
  readonly skip: () => void
}

const SPACE = 32
const DOUBLE = 34
const SINGLE = 39
const SLASH = 47
const COLON = 58
const EQUALS = 61
const GREATER = 62

export function scanXml(xml: string): XmlScanner {
  let at = 0
  let textFrom = 0
  let textTo = 0
  let escaped = ''
  let tagFrom = 0
  let tagTo = 0

  /** The place of the '>' that ends a tag: not one inside an attribute's quotes. */
  const tagEnd = (from: number): number => {
    for (let i = from; i < xml.length; i++) {
      const code = xml.charCodeAt(i)
      if (code === GREATER) return i
      if (code !== DOUBLE && code !== SINGLE) continue
      const close = xml.indexOf(code === DOUBLE ? '"' : "'", i + 1)
      if (close < 0) return -1
      i = close
    }
    return -1
  }
  const past = (mark: string, from: number): number => {
    const found = xml.indexOf(mark, from)
    return found < 0 ? xml.length : found + mark.length
  }
  /** <!-- -->, <? ?>, <![CDATA[ ]]>, <!DOCTYPE >: where they end. */
  const passOver = (open: number): number => {
    if (xml.startsWith('<!--', open)) return past('-->', open + 4)
    if (xml.startsWith('<?', open)) return past('?>', open + 2)
    if (!xml.startsWith('<![CDATA[', open)) return past('>', open)
    const end = xml.indexOf(']]>', open)
    escaped += escapeXml(xml.slice(open + 9, end < 0 ? xml.length : end))
    return end < 0 ? xml.length : end + 3
  }

  const scanner: XmlScanner = {
    name: '',
    isClosing: false,
    isEmpty: false,
    next: () => {
      textFrom = at
      escaped = ''
      for (;;) {
        const open = xml.indexOf('<', at)
        if (open < 0) {
          textTo = at = xml.length
          return false
        }
        const first = xml.charCodeAt(open + 1)
        if (first === 33 || first === 63) {
          escaped += xml.slice(textFrom, open)
          at = passOver(open)
          textFrom = at
          continue
        }
        textTo = open
        scanner.isClosing = first === SLASH
        tagFrom = open + (scanner.isClosing ? 2 : 1)
        tagTo = tagEnd(tagFrom)
        if (tagTo < 0) {
          at = xml.length
          return false
        }
        at = tagTo + 1
        scanner.isEmpty = xml.charCodeAt(tagTo - 1) === SLASH
        let nameTo = tagFrom
        let nameFrom = tagFrom
        for (; nameTo < tagTo; nameTo++) {
          const code = xml.charCodeAt(nameTo)
          if (code <= SPACE || code === SLASH) break
          if (code === COLON) nameFrom = nameTo + 1
        }
        scanner.name = xml.slice(nameFrom, nameTo)
        tagFrom = nameTo
        return true
      }
    },
    attribute: (name) => {
      let i = tagFrom
      while (i < tagTo) {
        while (i < tagTo && xml.charCodeAt(i) <= SPACE) i++
        const from = i
        while (i < tagTo && xml.charCodeAt(i) !== EQUALS && xml.charCodeAt(i) > SPACE) i++
        const to = i
        while (i < tagTo && xml.charCodeAt(i) !== DOUBLE && xml.charCodeAt(i) !== SINGLE) i++
        const close = i < tagTo ? xml.indexOf(xml.charCodeAt(i) === DOUBLE ? '"' : "'", i + 1) : -1
        if (close < 0 || close > tagTo) return null
        if (to - from === name.length && xml.startsWith(name, from)) return xml.slice(i + 1, close)
        i = close + 1
      }
      return null
    },
    attributes: () => xml.slice(tagFrom, tagTo),
    textBefore: () => (escaped === '' ? '' : escaped) + xml.slice(textFrom, textTo),
    skip: () => {
      if (scanner.isEmpty || scanner.isClosing) return
      for (let depth = 1; depth > 0 && scanner.next(); ) {
        if (scanner.isClosing) depth--
        else if (!scanner.isEmpty) depth++
      }
    },
  }
  return scanner
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;')
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** Raw XML text as the text it stands for; line ends as '\n'. An entity that XML does not know stays as it is written. */
export function xmlUnescaped(raw: string): string {
  const text = raw.includes('&')
    ? raw.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{2,4}));/g, (whole, decimal, hex, name) => {
        if (name !== undefined) return NAMED.get(name) ?? whole
        const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole
      })
    : raw
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** As above, for what OOXML calls ST_Xstring: _x000D_ stands for a character too (ECMA-376 part 1, 22.9.2.19). */
export function xstringUnescaped(raw: string): string {
  const text = xmlUnescaped(raw)
  if (!text.includes('_x')) return text
  return text
    .replace(/_x([0-9a-fA-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\r\n?/g, '\n')
}
