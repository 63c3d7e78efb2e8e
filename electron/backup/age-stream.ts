import { webcrypto } from 'node:crypto'
import { ReadableStream } from 'node:stream/web'

/** How every age file begins (age-encryption.org/v1). */
export const AGE_MAGIC = 'age-encryption.org/v1\n'

/** What an age file says when it is opened, as a value. */
export type AgeFault = 'wrong-passphrase' | 'damaged'

/** A cipher text that was changed, cut off, or is none. */
export class Undecipherable extends Error {
  override readonly name = 'Undecipherable'
  constructor(readonly fault: AgeFault) {
    super(fault)
  }
}

/** The age file of a stream under a passphrase: `age -d` opens it. scrypt takes a second or two and 256 MiB. */
export async function* encrypted(
  plain: AsyncIterable<Uint8Array>,
  passphrase: string,
): AsyncGenerator<Uint8Array> {
  provideCrypto()
  const { Encrypter } = await library()
  const encrypter = new Encrypter()
  encrypter.setPassphrase(secretOf(passphrase))
  yield* await encrypter.encrypt(streamOf(plain))
}

/** What is in an age file. Throws Undecipherable; what was given out before is then not to be used. */
export async function* decrypted(
  cipher: AsyncIterable<Uint8Array>,
  passphrase: string,
): AsyncGenerator<Uint8Array> {
  provideCrypto()
  const { Decrypter } = await library()
  const decrypter = new Decrypter()
  decrypter.addPassphrase(secretOf(passphrase))
  const readFault: { error?: unknown } = {}
  try {
    yield* await decrypter.decrypt(streamOf(noting(cipher, readFault)))
  } catch (error) {
    if (readFault.error !== undefined) throw readFault.error
    // The library says it in words alone; they are its own, and the version is pinned.
    const isPassphrase = error instanceof Error && error.message.startsWith('no identity matched')
    throw new Undecipherable(isPassphrase ? 'wrong-passphrase' : 'damaged')
  }
}

/** Read when a passphrase is at hand, and not before: no start waits for it. */
function library() {
  return import('age-encryption')
}

/** What the disk or an abort says is no fault of the file. */
async function* noting(
  pieces: AsyncIterable<Uint8Array>,
  fault: { error?: unknown },
): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces
  } catch (error) {
    fault.error = error
    throw error
  }
}

function streamOf(pieces: AsyncIterable<Uint8Array>): globalThis.ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await iterator.next()
      if (done === true) controller.close()
      else controller.enqueue(value)
    },
    cancel: async () => {
      await iterator.return?.()
    },
  }) as globalThis.ReadableStream<Uint8Array>
}

/** Input methods compose the same characters differently: NFC is what was meant. */
function secretOf(passphrase: string): string {
  return passphrase.normalize('NFC')
}

/** Node 18 (Electron 25) has the Web Crypto API without its global name; the library's random numbers come from it. */
function provideCrypto(): void {
  if (globalThis.crypto === undefined) Object.defineProperty(globalThis, 'crypto', { value: webcrypto })
}
