import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'

/** A private key under a passphrase: scrypt (RFC 7914), then AES-256-GCM with the public part as additional data. */
export interface SealedKey {
  readonly kdf: 'scrypt'
  readonly n: number
  readonly r: number
  readonly p: number
  readonly salt: string
  readonly cipher: 'aes-256-gcm'
  readonly iv: string
  readonly tag: string
  readonly data: string
}

/** 128 MiB and less than a second on a busy laptop: as much as an inspector at the kerb bears. */
const COST = { n: 1 << 17, r: 8, p: 1 } as const
const LARGEST_MEMORY = 192 << 20

export async function sealKey(pkcs8: Uint8Array, passphrase: string, bound: string): Promise<SealedKey> {
  const salt = randomBytes(16)
  const iv = randomBytes(12)
  const key = await derive(passphrase, salt, COST)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound, 'utf8'))
  const data = Buffer.concat([cipher.update(pkcs8), cipher.final()])
  const hex = (bytes: Buffer): string => bytes.toString('hex')
  return {
    kdf: 'scrypt',
    ...COST,
    salt: hex(salt),
    cipher: 'aes-256-gcm',
    iv: hex(iv),
    tag: hex(cipher.getAuthTag()),
    data: hex(data),
  }
}

/** PKCS#8 DER, or null when the passphrase is wrong. */
export async function openKey(sealed: SealedKey, passphrase: string, bound: string): Promise<Buffer | null> {
  const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex')
  const key = await derive(passphrase, bytes(sealed.salt), sealed)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes(sealed.iv), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(bound, 'utf8')).setAuthTag(bytes(sealed.tag))
  const opened = decipher.update(bytes(sealed.data))
  try {
    return Buffer.concat([opened, decipher.final()])
  } catch {
    // final() throws when the tag does not fit: that is what a wrong passphrase looks like.
    return null
  }
}

function derive(
  passphrase: string,
  salt: Buffer,
  { n, r, p }: { n: number; r: number; p: number },
): Promise<Buffer> {
  // Input methods compose the same characters differently: NFC is what was meant.
  const secret = Buffer.from(passphrase.normalize('NFC'), 'utf8')
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, 32, { N: n, r, p, maxmem: LARGEST_MEMORY }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}
