import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildPackage } from '../../../electron/result-package/build-package'
import { memorySource } from '../../../electron/result-package/byte-source'
import { crc32 } from '../../../electron/result-package/crc32'
import type { SigningKey } from '../../../electron/result-package/identity'
import { newKeyPair } from '../../../electron/result-package/signing'
import { type VerifyOptions, verifySource } from '../../../electron/result-package/verify-package'
import { directory, localHeader } from '../../../electron/result-package/zip-format'
import type { Verification } from '../../../shared/ipc/contract'
import { newFolder, sealedSheet, value } from '../custody/sheet-fixture'

/** A signer without a passphrase file: making one takes scrypt's third of a second. */
export function newSigner(name = '检查员甲'): SigningKey {
  const { pkcs8, publicKeyPem, fingerprint } = newKeyPair()
  const createdAt = '2026-01-15T00:00:00.000Z'
  return {
    identity: { name, unit: '考核组', role: 'inspector', fingerprint, publicKeyPem, createdAt },
    pkcs8,
  }
}

export interface Made {
  readonly folder: string
  readonly sheetFolder: string
  readonly path: string
  readonly bytes: Buffer
  readonly signer: SigningKey
}

/** A small sealed sheet with two pieces of evidence, packed. */
export async function madePackage(options: { report?: Uint8Array; signer?: SigningKey } = {}): Promise<Made> {
  const { signer = newSigner(), report = null } = options
  const folder = await newFolder()
  const photos = [Buffer.alloc(5000, '现场照片一'), Buffer.alloc(70_000, '现场照片二')]
  const { custody, id } = await sealedSheet(folder, ...photos)
  const sheetFolder = value(custody.sheetFolder(id))
  const path = join(sheetFolder, 'package.zip')
  value(await buildPackage({ sheetFolder, signer, report, out: path }))
  return { folder, sheetFolder, path, bytes: await readFile(path), signer }
}

export function verifyBytes(bytes: Uint8Array, options: VerifyOptions = {}): Promise<Verification> {
  return verifySource(memorySource(bytes), 'test.zip', options)
}

export interface Part {
  readonly name: string
  readonly bytes: Buffer
}

/** The entries of a package that is as it was written. */
export function partsOf(zip: Buffer): Part[] {
  const parts: Part[] = []
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const size = zip.readUInt32LE(at + 18)
    const nameEnd = at + 30 + zip.readUInt16LE(at + 26)
    parts.push({
      name: zip.toString('latin1', at + 30, nameEnd),
      bytes: zip.subarray(nameEnd, nameEnd + size),
    })
    at = nameEnd + size
  }
  return parts
}

/** A container of these entries, in the order given, with every header as the writer makes it. */
export function packParts(parts: readonly Part[]): Buffer {
  let offset = 0
  const placed = parts.map(({ name, bytes }) => {
    const entry = { name, size: bytes.length, crc: crc32(bytes), offset }
    offset += 30 + name.length + bytes.length
    return { entry, bytes }
  })
  const bodies = placed.flatMap(({ entry, bytes }) => [localHeader(entry), bytes])
  return Buffer.concat([
    ...bodies,
    directory(
      placed.map(({ entry }) => entry),
      offset,
    ),
  ])
}

/** A deterministic source of numbers below `n` (mulberry32). */
export function seeded(seed: number): (n: number) => number {
  let state = seed
  return (n) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * n)
  }
}

/** A copy of a list with some of its members taken out and others put in. */
export function spliced<T>(list: readonly T[], at: number, out: number, ...put: readonly T[]): T[] {
  const copy = [...list]
  copy.splice(at, out, ...put)
  return copy
}
