import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { MARK, type Reply } from './inside/protocol'

/** A process that answers requests, one line of JSON each way. */
export interface LineProcess {
  readonly pid: number
  /** ms on this process's clock (`performance.now`) just before the start. */
  readonly startedAt: number
  readonly ask: <T>(call: string, argument?: unknown) => Promise<T>
  readonly close: () => Promise<void>
}

/** Starts a program whose code uses `answerRequests`. Whatever it prints besides is shown only when it dies. */
export function startLineProcess(
  executable: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): LineProcess {
  const startedAt = performance.now()
  const child = spawn(executable, args, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] })
  const ended = once(child, 'exit')
  const waiting = new Map<number, { done: (value: never) => void; fail: (error: Error) => void }>()
  let printed = ''
  let count = 0
  const overhear = (text: string) => {
    printed = `${printed}${text}\n`.slice(-4000)
  }
  createInterface({ input: child.stderr }).on('line', overhear)
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.startsWith(MARK)) return overhear(line)
    const reply = JSON.parse(line.slice(MARK.length)) as Reply
    const { done, fail } = waiting.get(reply.id) ?? {}
    waiting.delete(reply.id)
    if ('error' in reply) fail?.(new Error(reply.error))
    else done?.(reply.value as never)
  })
  child.once('exit', (code, signal) => {
    const error = new Error(`${executable} ended (${code ?? signal}):\n${printed}`)
    for (const { fail } of waiting.values()) fail(error)
  })
  return {
    pid: child.pid ?? 0,
    startedAt,
    ask: (call, argument = null) =>
      new Promise((done, fail) => {
        if (child.exitCode !== null) return fail(new Error(`${executable} has ended:\n${printed}`))
        const id = ++count
        waiting.set(id, { done, fail })
        child.stdin.write(`${JSON.stringify({ id, call, argument })}\n`)
      }),
    close: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill()
      await ended
    },
  }
}
