import { readFile } from 'node:fs/promises'
import { diskFailure } from '../custody/disk-failure'
import type { Terminal } from './terminal'

/** The environment variable that holds a backup's passphrase. */
export const PASSPHRASE_VARIABLE = 'SCOREBENCH_PASSPHRASE'

export type Given =
  | { readonly ok: true; readonly passphrase: string | null }
  | { readonly ok: false; readonly detail: string }

/**
 * A passphrase from a file (its first line), else the environment; null where neither is. Never an argument: those can
 * be read by everybody on the machine.
 */
export async function givenPassphrase(file: string | null): Promise<Given> {
  if (file === null) return { ok: true, passphrase: process.env[PASSPHRASE_VARIABLE] || null }
  try {
    const [line = ''] = (await readFile(file, 'utf8')).split(/\r?\n/)
    return line === ''
      ? { ok: false, detail: `--passphrase-file ${file}: empty` }
      : { ok: true, passphrase: line }
  } catch (error) {
    return { ok: false, detail: `--passphrase-file ${file}: ${diskFailure(error).detail ?? ''}` }
  }
}

/** Asked at the terminal without showing it; null where there is no terminal, or nothing was typed. */
export async function askedPassphrase({ ask }: Terminal, prompt: string): Promise<string | null> {
  return ask === undefined ? null : (await ask(prompt)) || null
}
