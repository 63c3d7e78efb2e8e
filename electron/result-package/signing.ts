import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { sha256 } from '../custody/digest'

/** SubjectPublicKeyInfo of an uncompressed P-256 point: this, and 64 bytes (RFC 5480). */
const SPKI_PREFIX = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d03010703420004', 'hex')
const SPKI_SIZE = SPKI_PREFIX.length + 64
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

export interface KeyPair {
  /** PKCS#8 DER: never written anywhere in clear. */
  readonly pkcs8: Uint8Array
  readonly publicKeyPem: string
  readonly fingerprint: string
}

export function newKeyPair(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  return { pkcs8: privateKey.export({ type: 'pkcs8', format: 'der' }), ...publicPart(publicKey) }
}

function publicPart(key: KeyObject): { publicKeyPem: string; fingerprint: string } {
  const der = key.export({ type: 'spki', format: 'der' })
  return { publicKeyPem: pemOf(der), fingerprint: sha256(der) }
}

/** The public part of a private key in PKCS#8 DER. */
export function publicPartOf(pkcs8: Uint8Array): { publicKeyPem: string; fingerprint: string } {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  return publicPart(createPublicKey(key))
}

function pemOf(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN PUBLIC KEY-----\n${lines.join('\n')}\n-----END PUBLIC KEY-----\n`
}

/** A P-256 public key in PEM, byte for byte as openssl writes it; null otherwise. `fingerprint`: SHA-256 of its SPKI. */
export function readPublicKey(pem: Uint8Array): { key: KeyObject; fingerprint: string } | null {
  if (pem.length > 1000) return null
  const text = Buffer.from(pem).toString('latin1')
  const body = /^-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/=\n]+)\n-----END PUBLIC KEY-----\n$/.exec(text)?.[1]
  if (body === undefined) return null
  const der = Buffer.from(body, 'base64')
  if (der.length !== SPKI_SIZE || !der.subarray(0, SPKI_PREFIX.length).equals(SPKI_PREFIX)) return null
  if (pemOf(der) !== text) return null
  try {
    return { key: createPublicKey({ key: der, format: 'der', type: 'spki' }), fingerprint: sha256(der) }
  } catch {
    // The crypto library throws its own errors on a point that is not on the curve: no key, whatever it says.
    return null
  }
}

/** ECDSA P-256 / SHA-256, DER. */
export function signBytes(pkcs8: Uint8Array, bytes: Uint8Array): Buffer {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  return sign('sha256', bytes, key)
}

export function isSignature(key: KeyObject, bytes: Uint8Array, signature: Uint8Array): boolean {
  return isStrictDer(signature) && verify('sha256', bytes, key, signature)
}

/** SEQUENCE of two positive INTEGERs below the group's order, each as short as it can be, and nothing after (X.690). */
export function isStrictDer(bytes: Uint8Array): boolean {
  if (bytes.length < 8 || bytes.length > 72 || bytes[0] !== 0x30 || bytes[1] !== bytes.length - 2)
    return false
  const rEnd = integerEnd(bytes, 2)
  return rEnd !== null && integerEnd(bytes, rEnd) === bytes.length
}

function integerEnd(bytes: Uint8Array, at: number): number | null {
  const length = bytes[at + 1] ?? 0
  const end = at + 2 + length
  if (bytes[at] !== 0x02 || length < 1 || length > 33 || end > bytes.length) return null
  const first = bytes[at + 2] ?? 0
  if (first >= 0x80 || (first === 0 && (length === 1 || (bytes[at + 3] ?? 0) < 0x80))) return null
  const value = BigInt(`0x${Buffer.from(bytes.subarray(at + 2, end)).toString('hex')}`)
  return value > 0n && value < ORDER ? end : null
}
