import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createIdentity, readIdentity, unlockIdentity } from '../../../electron/result-package/identity'
import { delaySeconds } from '../../../electron/result-package/passphrase-delay'
import { encryptedPkcs8 } from '../../../electron/result-package/pkcs8-export'
import { isSignature, readPublicKey, signBytes } from '../../../electron/result-package/signing'
import { code, newFolder, value } from '../custody/sheet-fixture'

const WHO = { name: '检查员甲', unit: '考核组', role: 'inspector' } as const
const PASSPHRASE = '春江花月夜 2026'
const at = (seconds: number) => () => new Date(Date.UTC(2026, 0, 15) + seconds * 1000).toISOString()

describe('an identity', () => {
  it('is made once, read again, and signs with the right passphrase', async () => {
    const keys = join(await newFolder(), 'keys')
    expect(value(await readIdentity(keys))).toBe(null)
    expect(code(await unlockIdentity(keys, PASSPHRASE, at(0)))).toBe('no-identity')
    expect(code(await createIdentity(keys, WHO, '七个字不够长啊', at(0)()))).toBe('bad-request')
    expect(code(await createIdentity(keys, { ...WHO, name: '' }, PASSPHRASE, at(0)()))).toBe('bad-request')
    const identity = value(await createIdentity(keys, WHO, PASSPHRASE, at(0)()))
    expect(value(await readIdentity(keys))).toEqual(identity)
    expect(code(await createIdentity(keys, WHO, PASSPHRASE, at(0)()))).toBe('identity-exists')
    const { pkcs8 } = value(await unlockIdentity(keys, PASSPHRASE, at(0)))
    const key = readPublicKey(Buffer.from(identity.publicKeyPem))
    if (key === null) throw new Error('no key')
    expect(key.fingerprint).toBe(identity.fingerprint)
    expect(isSignature(key.key, Buffer.from('x'), signBytes(pkcs8, Buffer.from('x')))).toBe(true)
    const file = await readFile(join(keys, 'identity.json'))
    expect(file.includes(Buffer.from(pkcs8)) || file.includes(Buffer.from(pkcs8).toString('hex'))).toBe(false)
  })

  it('makes those who guess wait, longer each time, whatever is restarted', async () => {
    const keys = join(await newFolder(), 'keys')
    value(await createIdentity(keys, WHO, PASSPHRASE, at(0)()))
    const guess = (seconds: number) => unlockIdentity(keys, 'wrong passphrase', at(seconds))
    expect(code(await guess(0))).toBe('wrong-passphrase')
    expect(code(await guess(0))).toBe('wrong-passphrase')
    expect(code(await guess(0))).toBe('wrong-passphrase')
    expect(await guess(0)).toEqual({ ok: false, code: 'passphrase-delay', detail: '1' })
    expect(await unlockIdentity(keys, PASSPHRASE, at(0))).toMatchObject({ code: 'passphrase-delay' })
    expect(code(await guess(1))).toBe('wrong-passphrase')
    expect(await guess(1)).toEqual({ ok: false, code: 'passphrase-delay', detail: '2' })
    // A clock that was set back does not lock out for longer than the delay.
    expect(await guess(-100_000)).toEqual({ ok: false, code: 'passphrase-delay', detail: '2' })
    expect(code(await unlockIdentity(keys, PASSPHRASE, at(4)))).toBe(null)
    expect(code(await guess(4))).toBe('wrong-passphrase')
    expect([1, 2, 3, 4, 5, 10, 100].map(delaySeconds)).toEqual([0, 0, 1, 2, 4, 128, 900])
  })

  it('that is damaged is said to be damaged, not to have a wrong passphrase', async () => {
    const keys = join(await newFolder(), 'keys')
    value(await createIdentity(keys, WHO, PASSPHRASE, at(0)()))
    const path = join(keys, 'identity.json')
    const text = await readFile(path, 'utf8')
    for (const damaged of [
      '',
      '{}',
      text.slice(0, -2),
      text.replace('检查员甲', '检查员乙'),
      text.replace('"r":8', '"r":9'),
    ]) {
      await writeFile(path, damaged)
      expect(code(await readIdentity(keys))).toBe('key-damaged')
      expect(code(await unlockIdentity(keys, PASSPHRASE, at(0)))).toBe('key-damaged')
      expect(code(await createIdentity(keys, WHO, PASSPHRASE, at(0)()))).toBe('key-damaged')
    }
  })

  it('is exported so that openssl reads it', async () => {
    const folder = await newFolder()
    const keys = join(folder, 'keys')
    const identity = value(await createIdentity(keys, WHO, PASSPHRASE, at(0)()))
    const { pkcs8 } = value(await unlockIdentity(keys, PASSPHRASE, at(0)))
    const path = join(folder, 'key.pem')
    await writeFile(path, await encryptedPkcs8(pkcs8, PASSPHRASE))
    const openssl = (passphrase: string) =>
      execFileSync('openssl', ['pkey', '-in', path, '-passin', `pass:${passphrase}`, '-pubout'], {
        encoding: 'utf8',
        stdio: 'pipe',
      })
    expect(openssl(PASSPHRASE)).toBe(identity.publicKeyPem)
    expect(() => openssl('wrong')).toThrow()
  })
})
