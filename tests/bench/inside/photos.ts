import { randomBytes } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { importEvidence } from '../../../electron/custody/evidence-import'
import { value } from './packages'

/** Random files of `size` bytes, as a camera's folder has them. */
export async function makePhotos({
  folder,
  count,
  size,
}: {
  readonly folder: string
  readonly count: number
  readonly size: number
}): Promise<null> {
  await mkdir(folder, { recursive: true })
  for (let at = 0; at < count; at++) await writeFile(join(folder, `IMG_${1000 + at}.jpg`), randomBytes(size))
  return null
}

/** Takes all of a folder into an empty custody folder, hashed and fsynced; ms. */
export async function importPhotos({
  folder,
  to,
  count,
}: {
  readonly folder: string
  readonly to: string
  readonly count: number
}): Promise<number> {
  await rm(to, { recursive: true, force: true })
  const before = performance.now()
  const { imported } = value(await importEvidence(to, [folder], { most: count }))
  const time = performance.now() - before
  if (imported.length !== count) throw new Error(`${imported.length} of ${count} photos were taken`)
  return time
}
