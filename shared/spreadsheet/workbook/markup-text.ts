/** What a text that begins with '<' is. */
export type Markup = 'html' | 'spreadsheet-xml' | 'xml'

const SPREADSHEET_2003 = 'urn:schemas-microsoft-com:office:spreadsheet'
const HEAD = 4000

/** Web pages, and workbooks in the XML of Excel 2003, are often called .xls; null for a text that is no markup. */
export function markupOf(text: string): Markup | null {
  const head = text
    .slice(0, HEAD)
    .trimStart()
    .replace(/^\ufeff/, '')
  if (!/^<(?:[!?/]|[a-z][\w:-]*[\s/>])/i.test(head)) return null
  // Excel's own web pages name that space too: the first element decides.
  const root = /<([a-z][\w:-]*)/i.exec(head)?.[1]?.toLowerCase() ?? ''
  if (/^(?:\w+:)?workbook$/.test(root) && head.includes(SPREADSHEET_2003)) return 'spreadsheet-xml'
  return head.startsWith('<?xml') && root !== 'html' ? 'xml' : 'html'
}
