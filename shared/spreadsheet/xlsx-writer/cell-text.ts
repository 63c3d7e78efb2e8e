/** Excel refuses a workbook with a longer cell. */
const LONGEST = 32767
const CUT = '…（超出单元格上限，其余见结果包内 result.json）'

/** What Excel, WPS or LibreOffice may take for the start of a formula, half or full width, after any blanks. */
const FORMULA_START = /^[\s\ufeff]*[=+\-@＝＋－＠]|^[\t\n]/

/**
 * A text as it may stand in a cell. Control characters that XML cannot hold are shown as their pictures (U+2400 …),
 * lone surrogates and non-characters as U+FFFD. A text that could start a formula gets an apostrophe in front:
 * in the workbook it is a string either way, but the mark also survives when someone saves the sheet as CSV.
 */
export function cellText(text: string): string {
  const plain = visible(text.replace(/\r\n?/g, '\n'))
  const guarded = FORMULA_START.test(plain) ? `'${plain}` : plain
  return guarded.length > LONGEST ? `${visible(guarded.slice(0, LONGEST - CUT.length))}${CUT}` : guarded
}

function visible(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, (c) =>
        String.fromCharCode(0x2400 + c.charCodeAt(0)),
      )
      .replace(/[\u007f-\u009f\ufffe\uffff]/g, '\ufffd')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
  )
}

/** Escaped for an XML attribute or element. */
export function xmlText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

/** A cell's text for `<t>`: what looks like an OOXML escape (_x000D_) is escaped itself, ECMA-376 part 1, 22.9.2.19. */
export function xstring(text: string): string {
  return xmlText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}
