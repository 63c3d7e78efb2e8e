import { Dexie, type EntityTable } from 'dexie'

/** How a piece of evidence looks small, under the SHA-256 of its original. */
export interface Thumbnail {
  readonly sha256: string
  /**
   * 'file' is no picture; 'no-decoder' a picture that this program cannot show; 'too-many-pixels' one that would fill
   * the memory; 'broken' one whose bytes end too early or make no sense.
   */
  readonly state: 'ready' | 'file' | 'no-decoder' | 'too-many-pixels' | 'broken'
  /** JPEG, its longer side at most 320 pixels; null unless ready. */
  readonly blob: Blob | null
  /** Difference hash: 16 hex digits; null where there is nothing to compare. */
  readonly hash: string | null
}

type ThumbnailDatabase = Dexie & { readonly thumbnails: EntityTable<Thumbnail, 'sha256'> }

/** A database of its own: nothing here is a record, all of it is made again from the originals. Versions are only added. */
function openThumbnails(): ThumbnailDatabase {
  const database = new Dexie('scorebench-thumbnails')
  database.version(1).stores({ thumbnails: 'sha256' })
  return database as ThumbnailDatabase
}

const database = openThumbnails()

/** Those of the asked for that are kept; a store that cannot be read has none. */
export async function keptThumbnails(digests: readonly string[]): Promise<readonly Thumbnail[]> {
  const found: readonly (Thumbnail | undefined)[] = await database.thumbnails
    .bulkGet([...digests])
    .catch(() => [])
  return found.flatMap((one) => (one === undefined ? [] : [one]))
}

/** A store that takes no more is no harm: the thumbnail is made again when it is next looked at. */
export async function keepThumbnail(thumbnail: Thumbnail): Promise<void> {
  await database.thumbnails.put(thumbnail).catch(() => undefined)
}
