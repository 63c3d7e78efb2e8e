import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeBackup } from '../../../electron/backup/write-backup'
import type { Custody } from '../../../electron/custody/custody'
import { sha256 } from '../../../electron/custody/digest'
import { buildPackage } from '../../../electron/result-package/build-package'
import { createIdentity } from '../../../electron/result-package/identity'
import type { BackupWritten } from '../../../shared/ipc/backup'
import { newFolder, open, SMALL_RUBRIC, sealedSheet, value } from '../custody/sheet-fixture'
import { newSigner } from '../result-package/package-fixture'

export const AT = '2026-01-15T10:00:00.000Z'

export const PHOTOS = [Buffer.alloc(5000, '现场照片一'), Buffer.alloc(70_000, '现场照片二')] as const

/** A workspace with a sealed sheet, two photos, its package, a draft and an identity. */
export async function fullWorkspace(): Promise<{ folder: string; custody: Custody; id: string }> {
  const folder = await newFolder()
  const { custody, id } = await sealedSheet(folder, ...PHOTOS)
  const sheetFolder = value(custody.sheetFolder(id))
  const out = join(sheetFolder, 'package.zip')
  value(await buildPackage({ sheetFolder, signer: newSigner(), report: null, out }))
  value(await custody.drafts.create(SMALL_RUBRIC, null))
  const who = { name: '检查员甲', unit: '考核组', role: 'inspector' } as const
  value(await createIdentity(join(folder, 'keys'), who, '身份的口令要八位以上', AT))
  return { folder, custody, id }
}

/** Every file of a folder with its SHA-256, by path; hidden ones besides. */
export async function digestsIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const digests = new Map<string, string>()
  const walk = async (below: string): Promise<void> => {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      const path = join(below, entry.name)
      if (entry.name.startsWith('.')) continue
      if (entry.isDirectory()) await walk(path)
      else digests.set(path, sha256(await readFile(join(folder, path))))
    }
  }
  await walk('')
  return new Map([...digests].sort())
}

export async function backupOf(
  custodyFolder: string,
  passphrase: string | null = null,
): Promise<BackupWritten> {
  const out = join(await newFolder(), 'backup.zip')
  return value(await writeBackup({ custodyFolder, out, passphrase, createdAt: AT }))
}

/** A custody in a folder of its own with nothing in it. */
export async function emptyCustody(): Promise<Custody> {
  return open(await newFolder())
}
