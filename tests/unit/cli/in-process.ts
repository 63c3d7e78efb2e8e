import { join } from 'node:path'
import { runCli } from '../../../electron/cli/run-cli'

export const resourcesFolder = join(__dirname, '../../../resources')

/** Runs one command in this process; what it printed and its exit code. */
export async function cli(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let out = ''
  let err = ''
  const code = await runCli(args, {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    resourcesFolder,
  })
  return { code, out, err }
}
