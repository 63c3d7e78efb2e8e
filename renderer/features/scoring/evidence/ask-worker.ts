import { isShown } from '../../../../shared/domain/evidence/evidence'
import { PHOTO_HEAD, type PhotoFacts } from '../../../../shared/domain/evidence/photo'
import type { PhotoMark } from '../../../../shared/domain/evidence/photo-mark'
import type { FromWorker, Made, Original, ToWorker } from './protocol'

/** One file takes no longer than this, in milliseconds; then the worker is ended, and the file named broken. */
const LIMIT = 20_000

let worker: Worker | null = null
let latest = 0
/** Pictures are decoded one at a time, four bytes a pixel; heads are small, and four wait for the disk at once. */
const HEADS = 4
const turns: Promise<unknown>[] = Array.from({ length: HEADS + 1 }, () => Promise.resolve())

/** What an original's first bytes say; null where it is not there, or the reader broke on it. */
export async function inspect(original: Original): Promise<PhotoFacts | null> {
  const answer = await inTurn({ id: ++latest, kind: 'inspect', ...original })
  if (answer?.kind !== 'inspect') return null
  return answer.facts ?? inspectFile(original)
}

/** A file that is not served as a picture: its first bytes come through main. */
async function inspectFile({ sheetId, sha256 }: Original): Promise<PhotoFacts | null> {
  const head = await window.scorebench.readEvidence(sheetId, sha256, PHOTO_HEAD)
  if (!head.ok) return null
  const answer = await inTurn({ id: ++latest, kind: 'inspect-bytes', bytes: head.value })
  return answer?.kind === 'inspect' ? answer.facts : null
}

/** An original's thumbnail, or why there is none; null where it is not there. */
export async function makeThumbnail(original: Original): Promise<Made | null> {
  const answer = await inTurn({ id: ++latest, kind: 'thumbnail', ...original })
  if (answer?.kind !== 'thumbnail') return without('broken')
  if (answer.made !== null) return answer.made
  const facts = await inspectFile(original)
  if (facts === null) return null
  if (!facts.media.startsWith('image/')) return without('file')
  // A kind that could be shown, and was not served: too large.
  return without(isShown(facts.media) ? 'too-many-pixels' : 'no-decoder')
}

/** A copy of a picture with what was drawn on it and a band below, as a JPEG; null where it cannot be drawn. */
export async function drawCopy(
  original: Original,
  marks: readonly PhotoMark[],
  band: ImageBitmap,
  words: readonly ImageBitmap[],
): Promise<Uint8Array | null> {
  const answer = await inTurn({ id: ++latest, kind: 'copy', ...original, marks, band, words })
  return answer?.kind === 'copy' ? answer.bytes : null
}

function without(state: Exclude<Made['state'], 'ready'>): Made {
  return { state, blob: null, hash: null }
}

function inTurn(message: ToWorker): Promise<FromWorker | null> {
  const lane = message.kind === 'thumbnail' || message.kind === 'copy' ? HEADS : message.id % HEADS
  const answer = (turns[lane] ?? Promise.resolve()).then(() => ask(message))
  turns[lane] = answer
  return answer
}

/** What the worker gets for its own, and nobody copies. */
function handedOver(message: ToWorker): Transferable[] {
  if (message.kind === 'inspect-bytes') return [message.bytes.buffer as ArrayBuffer]
  return message.kind === 'copy' ? [message.band, ...message.words] : []
}

function ask(message: ToWorker): Promise<FromWorker | null> {
  worker ??= new Worker(new URL('./evidence-worker.ts', import.meta.url), { type: 'module' })
  const asked = worker
  return new Promise((resolve) => {
    const done = (answer: FromWorker | null) => {
      clearTimeout(limit)
      asked.removeEventListener('message', hear)
      asked.removeEventListener('error', fail)
      resolve(answer)
    }
    const fail = () => {
      asked.terminate()
      if (worker === asked) worker = null
      done(null)
    }
    const hear = ({ data }: MessageEvent<FromWorker>) => {
      if (data.id === message.id) done(data)
    }
    const limit = setTimeout(fail, LIMIT)
    asked.addEventListener('message', hear)
    asked.addEventListener('error', fail)
    asked.postMessage(message, handedOver(message))
  })
}
