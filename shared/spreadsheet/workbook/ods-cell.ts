import type { BookCell } from './book'
import { refuse } from './refused'
import { type XmlScanner, xmlUnescaped } from './xml-scanner'

/** Null for a cell that holds nothing. */
export function odsCell(scanner: XmlScanner, mostCharacters: number): Omit<BookCell, 'column'> | null {
  const type = scanner.attribute('office:value-type') ?? scanner.attribute('calcext:value-type')
  const value = scanner.attribute('office:value')
  const formula = scanner.attribute('table:formula')
  const text = scanner.isEmpty ? '' : paragraphs(scanner, scanner.name, mostCharacters)
  if (text === '' && formula === null) return null
  const isNumber = value !== null && (type === null || /^(?:float|percentage|currency)$/.test(type))
  const number = isNumber ? Number(value) : Number.NaN
  return {
    text,
    number: Number.isFinite(number) ? number : null,
    formula: formula === null ? null : plainFormula(xmlUnescaped(formula)),
  }
}

/** The text:p of a cell joined by line breaks; blanks as ODF 6.1.2 and 6.1.3 keep them; notes are left out. */
function paragraphs(scanner: XmlScanner, end: string, mostCharacters: number): string {
  const lines: string[] = []
  let line = ''
  let size = 0
  let isInside = false
  const add = (text: string) => {
    line += text
    size += text.length
    if (size > mostCharacters) refuse('workbook-too-large', `characters in a cell > ${mostCharacters}`)
  }
  while (scanner.next()) {
    if (isInside) add(collapsed(scanner.textBefore()))
    if (scanner.isClosing) {
      if (scanner.name === end) break
      if (scanner.name !== 'p' && scanner.name !== 'h') continue
      lines.push(line)
      line = ''
      isInside = false
      continue
    }
    switch (scanner.name) {
      case 'p':
      case 'h':
        if (scanner.isEmpty) lines.push('')
        else isInside = true
        break
      case 's':
        add(' '.repeat(Math.min(mostCharacters + 1, Number(scanner.attribute('text:c') ?? 1) || 1)))
        break
      case 'tab':
        add('\t')
        break
      case 'line-break':
        add('\n')
        break
      case 'annotation':
        scanner.skip()
    }
  }
  return lines.join('\n')
}

function collapsed(raw: string): string {
  return xmlUnescaped(raw).replace(/[ \t\n]+/g, ' ')
}

/** 'of:=SUM([.E5:.E9])+1' as SUM(E5:E9)+1: without its grammar's name, references as elsewhere. */
function plainFormula(formula: string): string {
  return formula
    .replace(/^(?:\w+:)?=/, '')
    .replace(/\[([^[\]]*)\]/g, (_, reference: string) =>
      reference.replace(/(^|:)\./g, '$1').replace(/\.(?=\$?[A-Z]{1,3}\$?\d)/g, '!'),
    )
}
