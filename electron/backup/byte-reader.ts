/** Bytes taken one after the other from a stream of pieces. */
export interface ByteReader {
  /** Exactly so many bytes; fewer only where the stream ends. */
  readonly take: (length: number) => Promise<Buffer>
  /** So many bytes in pieces as they come; fewer only where the stream ends. */
  readonly pieces: (length: number) => AsyncGenerator<Uint8Array>
  /** Ends the stream where it is. */
  readonly close: () => Promise<void>
}

const NOTHING = new Uint8Array(0)

export function byteReader(stream: AsyncIterable<Uint8Array>): ByteReader {
  const iterator = stream[Symbol.asyncIterator]()
  let rest: Uint8Array = NOTHING

  async function* pieces(length: number): AsyncGenerator<Uint8Array> {
    let left = length
    while (left > 0) {
      if (rest.length === 0) {
        const next = await iterator.next()
        if (next.done === true) return
        rest = next.value
      }
      const piece = rest.subarray(0, left)
      rest = rest.subarray(piece.length)
      left -= piece.length
      if (piece.length > 0) yield piece
    }
  }

  return {
    take: async (length) => {
      const taken: Uint8Array[] = []
      for await (const piece of pieces(length)) taken.push(piece)
      return Buffer.concat(taken)
    },
    pieces,
    close: async () => {
      await iterator.return?.()
    },
  }
}
