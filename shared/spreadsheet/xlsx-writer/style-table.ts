import { xmlText } from './cell-text'
import type { CellStyle } from './workbook-model'

const FONT = '宋体'
const SIZE = 10

/** Collects styles while the sheets are written; the order of first use numbers them. */
export interface StyleTable {
  /** The number of a style for a cell's `s`. */
  of(style: CellStyle): number
  /** styles.xml with all that were asked for. */
  xml(): string
}

interface Pool {
  readonly entries: string[]
  add(xml: string): number
}

function pool(...first: readonly string[]): Pool {
  const entries = [...first]
  return {
    entries,
    add(xml) {
      const found = entries.indexOf(xml)
      return found >= 0 ? found : entries.push(xml) - 1
    },
  }
}

/** Number formats that Excel knows by number; all others are declared from 164 on. */
const BUILTIN_FORMATS: Readonly<Record<string, number>> = { General: 0, '0': 1, '0.00': 2, '@': 49 }

/** An empty table: style 0 is the plain font. */
export function styleTable(): StyleTable {
  const fonts = pool(fontXml({}))
  const fills = pool(
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  )
  const borders = pool(borderXml(undefined))
  const formats = pool()
  const cells = pool('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>')

  const formatId = (format: string) => BUILTIN_FORMATS[format] ?? 164 + formats.add(format)

  return {
    of(style) {
      const ids = `numFmtId="${formatId(style.format ?? 'General')}" fontId="${fonts.add(fontXml(style))}" fillId="${fills.add(fillXml(style))}" borderId="${borders.add(borderXml(style.border))}"`
      return cells.add(
        `<xf ${ids} xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignmentXml(style)}</xf>`,
      )
    },
    xml() {
      const declared = formats.entries.map(
        (code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${xmlText(code)}"/>`,
      )
      return [
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
        declared.length === 0 ? '' : counted('numFmts', declared),
        counted('fonts', fonts.entries),
        counted('fills', fills.entries),
        counted('borders', borders.entries),
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
        counted('cellXfs', cells.entries),
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
        '</styleSheet>',
      ].join('')
    },
  }
}

function counted(tag: string, entries: readonly string[]): string {
  return `<${tag} count="${entries.length}">${entries.join('')}</${tag}>`
}

function fontXml({ isBold, size, color }: CellStyle): string {
  return `<font>${isBold === true ? '<b/>' : ''}<sz val="${size ?? SIZE}"/><color rgb="FF${color ?? '000000'}"/><name val="${FONT}"/><family val="3"/><charset val="134"/></font>`
}

function fillXml({ fill }: CellStyle): string {
  return fill === undefined
    ? '<fill><patternFill patternType="none"/></fill>'
    : `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill></fill>`
}

function borderXml(border: CellStyle['border']): string {
  const line = (side: string, isDrawn: boolean) =>
    isDrawn ? `<${side} style="thin"><color rgb="FF666666"/></${side}>` : `<${side}/>`
  const isBox = border === 'thin'
  return `<border>${line('left', isBox)}${line('right', isBox)}${line('top', isBox)}${line('bottom', border !== undefined)}<diagonal/></border>`
}

function alignmentXml({ horizontal, vertical, isWrapped }: CellStyle): string {
  return `<alignment${horizontal === undefined ? '' : ` horizontal="${horizontal}"`} vertical="${vertical ?? 'center'}"${isWrapped === true ? ' wrapText="1"' : ''}/>`
}
