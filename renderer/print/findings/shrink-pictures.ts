import type { PaperPicture } from '../../../shared/domain/findings/paper'
import { photoWords } from '../../components/photo-words'
import type { Shrunk, ToPictureWorker } from './picture-worker'

/** One picture takes no longer than this, in milliseconds; then it is named broken, and the next has a new worker. */
const LIMIT = 20_000

/**
 * Originals made small with what was drawn over them, one after another, so that no more than one is ever open; by the
 * picture's key. `side` is the longer one, pixels. `onEach` hears how many are done and is waited for.
 */
export async function shrinkPictures(
  sheetId: string,
  originals: readonly PaperPicture[],
  side: number,
  onEach: (done: number) => Promise<void>,
): Promise<ReadonlyMap<string, Shrunk>> {
  const made = new Map<string, Shrunk>()
  let worker: Worker | null = null
  for (const { key, sha256, marks } of originals) {
    const words = await photoWords(marks)
    worker ??= new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module' })
    const answer = await ask(worker, { sheetId, sha256, marks, words, side })
    if (answer === null) {
      worker.terminate()
      worker = null
    }
    made.set(key, answer ?? { state: 'broken' })
    await onEach(made.size)
  }
  worker?.terminate()
  return made
}

/** Null where the worker gave no answer in time, or broke. */
function ask(worker: Worker, original: ToPictureWorker): Promise<Shrunk | null> {
  return new Promise((resolve) => {
    const done = (answer: Shrunk | null) => {
      clearTimeout(limit)
      worker.onmessage = null
      worker.onerror = null
      resolve(answer)
    }
    const limit = setTimeout(() => done(null), LIMIT)
    worker.onmessage = ({ data }: MessageEvent<Shrunk>) => done(data)
    worker.onerror = () => done(null)
    worker.postMessage(original, [...original.words])
  })
}
