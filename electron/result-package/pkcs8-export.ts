import { createCipheriv, pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'

/** OWASP's figure for PBKDF2-HMAC-SHA256 (2023). Node's own export would use 2048 rounds. */
const ROUNDS = 600_000

const OID = {
  pbes2: '06092a864886f70d01050d',
  pbkdf2: '06092a864886f70d01050c',
  hmacSha256: '06082a864886f70d0209',
  aes256Cbc: '060960864801650304012a',
} as const

/**
 * A private key (PKCS#8 DER) as standard encrypted PKCS#8 PEM: PBES2 with PBKDF2-HMAC-SHA256 and AES-256-CBC
 * (RFC 8018), as `openssl pkey -in` reads it. The passphrase is taken as typed, in NFC.
 */
export async function encryptedPkcs8(pkcs8: Uint8Array, passphrase: string): Promise<string> {
  const salt = randomBytes(16)
  const iv = randomBytes(16)
  const key = await promisify(pbkdf2)(passphrase.normalize('NFC'), salt, ROUNDS, 32, 'sha256')
  const cipher = createCipheriv('aes-256-cbc', key, iv)
  const data = Buffer.concat([cipher.update(pkcs8), cipher.final()])
  const prf = sequence(hex(OID.hmacSha256), hex('0500'))
  const derivation = sequence(hex(OID.pbkdf2), sequence(octets(salt), integer(ROUNDS), prf))
  const encryption = sequence(hex(OID.aes256Cbc), octets(iv))
  const der = sequence(sequence(hex(OID.pbes2), sequence(derivation, encryption)), octets(data))
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN ENCRYPTED PRIVATE KEY-----\n${lines.join('\n')}\n-----END ENCRYPTED PRIVATE KEY-----\n`
}

function hex(text: string): Buffer {
  return Buffer.from(text, 'hex')
}

function tagged(tag: number, body: Buffer): Buffer {
  const size = body.length
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts))
}

function octets(body: Buffer): Buffer {
  return tagged(0x04, body)
}

/** A positive number below 2^31. */
function integer(value: number): Buffer {
  const body = Buffer.alloc(4)
  body.writeUInt32BE(value)
  let from = 0
  while (from < 3 && body[from] === 0 && (body[from + 1] ?? 0) < 0x80) from++
  return tagged(0x02, body.subarray(from))
}
