import type { Tally } from './limits'
import { refuse } from './refused'
import { scanXml, type XmlScanner, xstringUnescaped } from './xml-scanner'

/** The shared strings in order (ECMA-376 part 1, 18.4.9), each as its cell shows it: runs joined. */
export function sharedStrings(xml: string, { limits }: Tally): readonly string[] {
  const texts: string[] = []
  const scanner = scanXml(xml)
  while (scanner.next()) {
    if (scanner.name !== 'si' || scanner.isClosing) continue
    if (texts.length >= limits.cells) refuse('workbook-too-large', `shared strings > ${limits.cells}`)
    texts.push(scanner.isEmpty ? '' : richText(scanner, 'si', limits.cellCharacters))
  }
  return texts
}

/** The text up to the closing tag `end`: every <t> but those of a reading aid (<rPh>). */
export function richText(scanner: XmlScanner, end: string, mostCharacters: number): string {
  let text = ''
  while (scanner.next()) {
    if (scanner.isClosing) {
      if (scanner.name === end) break
      if (scanner.name === 't') text += xstringUnescaped(scanner.textBefore())
      if (text.length > mostCharacters)
        refuse('workbook-too-large', `characters in a cell > ${mostCharacters}`)
    } else if (scanner.name === 'rPh') scanner.skip()
  }
  return text
}
