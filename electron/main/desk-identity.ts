import { diskFailure } from '../custody/disk-failure'
import { replaceFile } from '../custody/durable-file'
import { createIdentity, readIdentity, unlockIdentity } from '../result-package/identity'
import { encryptedPkcs8 } from '../result-package/pkcs8-export'
import { askWhereToSave } from './dialogs'
import type { Desk } from './ipc'

const PEM = [{ name: 'PKCS#8', extensions: ['pem'] }]

type IdentityCalls = Pick<Desk, 'readIdentity' | 'createIdentity' | 'exportIdentity'>

/** Who signs on this machine. The private key never leaves main, and never stands in clear on disk. */
export function deskIdentity(keysFolder: string, now: () => string): IdentityCalls {
  return {
    readIdentity: () => readIdentity(keysFolder),
    createIdentity: (name, unit, role, passphrase) =>
      createIdentity(keysFolder, { name, unit, role }, passphrase, now()),
    exportIdentity: async (passphrase) => {
      const unlocked = await unlockIdentity(keysFolder, passphrase, now)
      if (!unlocked.ok) return unlocked
      const { identity, pkcs8 } = unlocked.value
      const path = await askWhereToSave(`scorebench-${identity.fingerprint.slice(0, 16)}.pem`, PEM)
      if (path === null) return { ok: true, value: null }
      try {
        await replaceFile(path, Buffer.from(await encryptedPkcs8(pkcs8, passphrase)))
        return { ok: true, value: { path } }
      } catch (error) {
        return diskFailure(error)
      }
    },
  }
}
