import { open } from 'node:fs/promises'
import type { BuiltPackage } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import { sha256 } from '../custody/digest'
import { diskFailure, isMissing } from '../custody/disk-failure'
import { SIGNATURE_FOLDER, TAG_MANIFEST_FILE } from './bag'
import { fileSource } from './byte-source'
import { newFindings } from './findings'
import { readPublicKey } from './signing'
import { LOCAL_SIZE, type ZipEntry } from './zip-format'
import { readDirectory } from './zip-read'

/** More than any of the two small files it reads can be. */
const MOST = 1 << 20

/**
 * What a package that we built says of itself: its size, what is signed, and by whom. Nothing is checked here, that
 * is `verifyPackage`. Null where there is no package, or none that reads as one of ours.
 */
export async function describePackage(path: string, sheetId: string): Promise<Result<BuiltPackage | null>> {
  try {
    const handle = await open(path, 'r')
    try {
      const source = await fileSource(handle)
      const entries = (await readDirectory(source, newFindings())) ?? []
      const bytesOf = async (isWanted: (name: string) => boolean) => {
        const entry = entries.find(({ name, size }: ZipEntry) => isWanted(name) && size <= MOST)
        return entry && source.read(entry.offset + LOCAL_SIZE + entry.name.length, entry.size)
      }
      const tags = await bytesOf((name) => name.endsWith(`/${TAG_MANIFEST_FILE}`))
      const pem = await bytesOf((name) => name.includes(`/${SIGNATURE_FOLDER}`) && name.endsWith('.pub.pem'))
      const signer = pem === undefined ? null : readPublicKey(pem)
      if (tags === undefined || signer === null) return { ok: true, value: null }
      const fileName = `${entries[0]?.name.split('/')[0] ?? ''}.zip`
      const { fingerprint } = signer
      return { ok: true, value: { sheetId, fileName, bytes: source.size, digest: sha256(tags), fingerprint } }
    } finally {
      await handle.close()
    }
  } catch (error) {
    return isMissing(error) ? { ok: true, value: null } : diskFailure(error)
  }
}
