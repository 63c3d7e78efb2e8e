import { createInterface } from 'node:readline'
import { MARK, type Reply, type Request } from './protocol'

export type Handlers = Readonly<Record<string, (argument: never) => unknown>>

/** Answers the requests that come on stdin, each as soon as it is done; stdout takes the replies. */
export function answerRequests(handlers: Handlers): void {
  createInterface({ input: process.stdin }).on('line', (line) => {
    const { id, call, argument } = JSON.parse(line) as Request
    const reply = (what: Reply) => process.stdout.write(`${MARK}${JSON.stringify(what)}\n`)
    const handler = handlers[call]
    if (handler === undefined) reply({ id, error: `there is no ${call}` })
    else {
      Promise.resolve(argument as never)
        .then(handler)
        .then((value) => reply({ id, value: value ?? null }))
        .catch((error: unknown) =>
          reply({ id, error: error instanceof Error ? (error.stack ?? '') : String(error) }),
        )
    }
  })
}
