import type { PhotoFacts } from '../../../../shared/domain/evidence/photo'
import { inspect } from './ask-worker'
import { kindOf } from './sort-out'

/** What an original's first bytes say, by its SHA-256; asked twice, it is read once. */
export type Heads = (sha256: string) => Promise<PhotoFacts>

/** Reads a sheet's originals for one import. A file whose head breaks the reader is a file. */
export function headsOf(sheetId: string): Heads {
  const asked = new Map<string, Promise<PhotoFacts>>()
  return (sha256) => {
    const known = asked.get(sha256) ?? read(sheetId, sha256)
    asked.set(sha256, known)
    return known
  }
}

async function read(sheetId: string, sha256: string): Promise<PhotoFacts> {
  return (await inspect({ sheetId, sha256 })) ?? { media: 'application/octet-stream', size: null, exif: null }
}

/** A name for a file whose own is not known any more: '3fa2b81c.jpeg'. */
export function nameOf({ sha256 }: { readonly sha256: string }, { media }: PhotoFacts): string {
  const kind = kindOf({ media, name: '' })
  return kind === '?' ? sha256.slice(0, 8) : `${sha256.slice(0, 8)}.${kind.toLowerCase()}`
}
