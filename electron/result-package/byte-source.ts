import type { FileHandle } from 'node:fs/promises'

/** Where a package's bytes come from: a file, or memory in tests. `read` answers fewer bytes only at the end. */
export interface ByteSource {
  readonly size: number
  readonly read: (offset: number, length: number) => Promise<Buffer>
}

export async function fileSource(handle: FileHandle): Promise<ByteSource> {
  const { size } = await handle.stat()
  return {
    size,
    read: async (offset, length) => {
      const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - offset)))
      let done = 0
      while (done < bytes.length) {
        const { bytesRead } = await handle.read(bytes, done, bytes.length - done, offset + done)
        if (bytesRead === 0) break
        done += bytesRead
      }
      return bytes.subarray(0, done)
    },
  }
}

export function memorySource(bytes: Uint8Array): ByteSource {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { size: all.length, read: async (offset, length) => all.subarray(offset, offset + length) }
}
