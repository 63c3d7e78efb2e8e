import type { BookSheet, Range } from './book'
import { cellAt, LAST_COLUMN, rangeAt } from './cell-names'
import type { Tally } from './limits'
import { refuse } from './refused'
import { sharedFormulas } from './shared-formulas'
import { sheetBuilder } from './sheet-builder'
import { GENERAL, type NumberFormat, shownNumber } from './shown-number'
import { richText } from './xlsx-strings'
import { type XmlScanner, xmlUnescaped, xstringUnescaped } from './xml-scanner'

/** What the cells of a workbook refer to. */
export interface XlsxSetting {
  readonly strings: readonly string[]
  readonly formats: readonly NumberFormat[]
  readonly isFrom1904: boolean
  readonly tally: Tally
}

type ShownCell = readonly [text: string, number: number | null]

/** One worksheet (ECMA-376 part 1, 18.3.1): what its cells show, and of its looks only what is hidden or merged. */
export function xlsxSheet(
  name: string,
  isHidden: boolean,
  scanner: XmlScanner,
  setting: XlsxSetting,
): BookSheet {
  const sheet = sheetBuilder(name, isHidden, setting.tally)
  const formulas = sharedFormulas()
  let declared: Range | null = null
  let row = -1
  let column = -1
  while (scanner.next()) {
    if (scanner.isClosing) continue
    switch (scanner.name) {
      case 'row': {
        row = numberOf(scanner.attribute('r'), row + 2) - 1
        column = -1
        if (isOn(scanner.attribute('hidden')) || isNothing(scanner.attribute('ht'))) sheet.hideRow(row)
        break
      }
      case 'c': {
        const at = cellAt(scanner.attribute('r') ?? '')
        column = at?.column ?? column + 1
        row = at?.row ?? row
        if (scanner.isEmpty) break
        const cell = contentOf(scanner, setting, (text, share) => formulas.at(row, column, text, share))
        sheet.addCell(row, { column, ...cell })
        break
      }
      case 'col':
        if (isOn(scanner.attribute('hidden')) || isNothing(scanner.attribute('width')))
          sheet.hideColumns(
            numberOf(scanner.attribute('min'), 1) - 1,
            Math.min(numberOf(scanner.attribute('max'), 0) - 1, LAST_COLUMN),
          )
        break
      case 'mergeCell': {
        const range = rangeAt(scanner.attribute('ref') ?? '')
        if (range !== null) sheet.addMerge(range)
        break
      }
      case 'dimension':
        declared = rangeAt(scanner.attribute('ref') ?? '')
    }
  }
  return sheet.build(declared)
}

/** From <c …> to </c>. */
function contentOf(
  scanner: XmlScanner,
  setting: XlsxSetting,
  formulaOf: (text: string, share: string | null) => string | null,
) {
  const type = scanner.attribute('t') ?? 'n'
  const style = scanner.attribute('s')
  let raw: string | null = null
  let inline: string | null = null
  let formula: string | null = null
  let share: string | null = null
  while (scanner.next()) {
    if (!scanner.isClosing) {
      if (scanner.name === 'is' && !scanner.isEmpty)
        inline = richText(scanner, 'is', setting.tally.limits.cellCharacters)
      else if (scanner.name === 'f') {
        share = scanner.attribute('t') === 'shared' ? scanner.attribute('si') : null
        if (scanner.isEmpty) formula = formulaOf('', share)
      }
      continue
    }
    if (scanner.name === 'c') break
    if (scanner.name === 'v') raw = scanner.textBefore()
    else if (scanner.name === 'f') formula = formulaOf(xstringUnescaped(scanner.textBefore()), share)
  }
  const format = style === null ? GENERAL : (setting.formats[Number(style)] ?? GENERAL)
  const [text, number]: ShownCell =
    inline !== null ? [inline, null] : raw === null ? ['', null] : shown(type, raw, format, setting)
  return { text, number, formula }
}

/** By the kinds of cell of 18.18.11. */
function shown(type: string, raw: string, format: NumberFormat, setting: XlsxSetting): ShownCell {
  switch (type) {
    case 's':
      return [
        setting.strings[Number(raw)] ?? refuse('workbook-broken', `shared string ${raw.slice(0, 20)}`),
        null,
      ]
    case 'b':
      return [raw.trim() === '1' || raw.trim() === 'true' ? 'TRUE' : 'FALSE', null]
    case 'n': {
      const plain = raw.trim()
      const value = plain === '' ? Number.NaN : Number(plain)
      if (!Number.isFinite(value)) return [xmlUnescaped(raw), null]
      return [shownNumber(value, format, setting.isFrom1904), value]
    }
    // A date as ISO 8601 is shown as it is written; 'e' and 'str' hold their text.
    default:
      return [xstringUnescaped(raw), null]
  }
}

function numberOf(text: string | null, otherwise: number): number {
  const value = text === null ? Number.NaN : Number(text)
  return Number.isInteger(value) ? value : otherwise
}

function isOn(text: string | null): boolean {
  return text === '1' || text === 'true' || text === 'on'
}

/** A height or width of 0 hides as well. */
function isNothing(text: string | null): boolean {
  return text !== null && text !== '' && Number(text) === 0
}
