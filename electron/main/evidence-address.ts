import { lstat, open } from 'node:fs/promises'
import { join } from 'node:path'
import { isShown, MOST_SHOWN } from '../../shared/domain/evidence/evidence'
import { SNIFFED, sniffMedia } from '../../shared/domain/evidence/sniff'
import { isDigest, isId } from '../custody/identifier'
import { EVIDENCE } from '../custody/sheet-record'

export interface EvidenceAddress {
  readonly sheetId: string
  readonly sha256: string
}

export interface Picture {
  readonly bytes: Buffer<ArrayBuffer>
  readonly media: string
  readonly size: number
}

/** How many bytes of the beginning a Range header asks for; null where it asks for anything else. */
export function headAsked(range: string | null): number | null {
  const last = /^bytes=0-(\d{1,9})$/.exec(range ?? '')?.[1]
  return last === undefined ? null : Number(last) + 1
}

/**
 * The original that `app://scorebench/evidence/<sheet>/<sha256>` names; null for anything else. Nothing is decoded:
 * an id and a digest are plain characters, so an escape in the path is no address of ours.
 */
export function evidenceAt(address: string): EvidenceAddress | null {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    // Not an address.
    return null
  }
  const isOurs =
    url.protocol === 'app:' && url.host === 'scorebench' && url.username === '' && url.password === ''
  const [, folder, sheetId, sha256, ...more] = url.pathname.split('/')
  if (!isOurs || url.search !== '' || folder !== EVIDENCE || more.length > 0) return null
  return isId(sheetId) && isDigest(sha256) ? { sheetId, sha256 } : null
}

/**
 * A picture's bytes (at most `most` from its beginning), media type and whole size, by its own first bytes; null where
 * it is none that a window may show, is too large, or is not there. A link is not followed.
 */
export async function readPicture(
  sheetsFolder: string,
  { sheetId, sha256 }: EvidenceAddress,
  most = MOST_SHOWN,
): Promise<Picture | null> {
  const path = join(sheetsFolder, sheetId, EVIDENCE, sha256)
  const found = await lstat(path).catch(() => null)
  if (found === null || !found.isFile() || found.size > MOST_SHOWN) return null
  const handle = await open(path, 'r')
  try {
    const head = Buffer.alloc(SNIFFED)
    const { bytesRead } = await handle.read(head, 0, SNIFFED, 0)
    const media = sniffMedia(head.subarray(0, bytesRead))
    if (!isShown(media)) return null
    const bytes = Buffer.alloc(Math.min(found.size, most))
    let length = 0
    while (length < bytes.length) {
      const { bytesRead: more } = await handle.read(bytes, length, bytes.length - length, length)
      if (more === 0) break
      length += more
    }
    return { bytes: bytes.subarray(0, length), media, size: found.size }
  } finally {
    await handle.close()
  }
}
