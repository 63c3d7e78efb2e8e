import type { BookRefusal } from './book'

/** Carries a refusal out of the depths of a file to `openBook`, which makes it a value; it never leaves this folder. */
export class Refused extends Error {
  readonly code: BookRefusal
  readonly detail: string

  constructor(code: BookRefusal, detail: string) {
    super(`${code}: ${detail}`)
    this.name = 'Refused'
    this.code = code
    this.detail = detail
  }
}

/** `detail` is short and of no language: a part's name, a kind of file, a bound that was passed. */
export function refuse(code: BookRefusal, detail: string): never {
  throw new Refused(code, detail)
}
