import type { Language } from './words'

/** Where a command writes, and what it was told. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly resourcesFolder: string
  /** Asks for a line that is not shown; only where there is a terminal to ask at. */
  readonly ask?: ((prompt: string) => Promise<string>) | undefined
}

/** Exit codes (EX_USAGE of sysexits.h is 64). */
export const EXIT = {
  ok: 0,
  /** A case came out otherwise than worked out by hand; a work was not done. */
  failed: 1,
  tampered: 2,
  signerNotAllowed: 3,
  /** A workbook or backup was read, and something is wrong in it; a restore left something alone. */
  problems: 3,
  unreadable: 4,
  /** The standard has errors. */
  unusable: 5,
  /** The sheet did not allow some of the commands. */
  refused: 6,
  /** A backup has a passphrase, and it was not given or is another. */
  passphrase: 7,
  usage: 64,
} as const

export interface Manner {
  readonly isJson: boolean
  readonly language: Language
}

export function writeJson(terminal: Terminal, value: unknown): void {
  terminal.out(`${JSON.stringify(value, null, 2)}\n`)
}

/** Bytes from a package may hold terminal escapes: control characters are shown, not obeyed. */
export function shown(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (c) => {
    return `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
