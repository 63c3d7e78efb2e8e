import type { PhotoFacts } from '../../../../shared/domain/evidence/photo'
import type { FromWorker, Made, ToWorker } from './protocol'

/** One file takes no longer than this, in milliseconds; then the worker is ended, and the file named broken. */
const LIMIT = 20_000

let worker: Worker | null = null
let latest = 0
let turn: Promise<unknown> = Promise.resolve()

/** What a file's first bytes say; null where the reader broke on them. */
export async function inspect(bytes: Uint8Array): Promise<PhotoFacts | null> {
  const answer = await inTurn({ id: ++latest, kind: 'inspect', bytes })
  return answer?.kind === 'inspect' ? answer.facts : null
}

/** A file's thumbnail, or why there is none. */
export async function makeThumbnail(bytes: Uint8Array): Promise<Made> {
  const answer = await inTurn({ id: ++latest, kind: 'thumbnail', bytes })
  return answer?.kind === 'thumbnail' ? answer.made : { state: 'broken', blob: null, hash: null }
}

/** One at a time: a decoded picture takes four bytes a pixel. */
function inTurn(message: ToWorker): Promise<FromWorker | null> {
  const answer = turn.then(() => ask(message))
  turn = answer
  return answer
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
      worker = null
      done(null)
    }
    const hear = ({ data }: MessageEvent<FromWorker>) => {
      if (data.id === message.id) done(data)
    }
    const limit = setTimeout(fail, LIMIT)
    asked.addEventListener('message', hear)
    asked.addEventListener('error', fail)
    asked.postMessage(message, [message.bytes.buffer])
  })
}
