import { GENERAL, type NumberFormat } from './shown-number'
import { scanXml, xstringUnescaped } from './xml-scanner'

/** The number format of each cell style (ECMA-376 part 1, 18.8.10 and 18.8.31). Nothing else of the styles is read. */
export function cellFormats(xml: string): readonly NumberFormat[] {
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  const scanner = scanXml(xml)
  let isInCells = false
  while (scanner.next()) {
    if (scanner.name === 'cellXfs') isInCells = !scanner.isClosing && !scanner.isEmpty
    if (scanner.isClosing) continue
    if (scanner.name === 'numFmt')
      codes.set(
        Number(scanner.attribute('numFmtId')),
        xstringUnescaped(scanner.attribute('formatCode') ?? ''),
      )
    if (!isInCells || scanner.name !== 'xf') continue
    const id = Number(scanner.attribute('numFmtId') ?? 0)
    const code = codes.get(id)
    formats.push(code === undefined ? id : /^general$/i.test(code) ? GENERAL : code)
  }
  return formats
}
