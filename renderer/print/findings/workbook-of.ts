import { THUMBNAIL_SHOWN, type Thumbnail } from '../../../shared/spreadsheet/findings-sheet'
import { writeFindingsWorkbook } from '../../../shared/spreadsheet/findings-workbook'
import type { FindingsPages } from './findings-paper'
import type { Shrunk } from './picture-worker'

/** The workbook of a sheet's findings, with those photos that could be made small. */
export async function workbookOf(
  pages: FindingsPages,
  made: ReadonlyMap<string, Shrunk>,
): Promise<Uint8Array> {
  const thumbnails = new Map<string, Thumbnail>()
  for (const [key, one] of made) {
    if (one.state !== 'ready') continue
    const scale = Math.min(1, THUMBNAIL_SHOWN / Math.max(one.width, one.height))
    thumbnails.set(key, {
      bytes: new Uint8Array(await one.blob.arrayBuffer()),
      width: Math.max(1, Math.round(one.width * scale)),
      height: Math.max(1, Math.round(one.height * scale)),
    })
  }
  return writeFindingsWorkbook({ ...pages, thumbnails })
}
