/** In front of every line that is a reply: a program may print other things too. */
export const MARK = '@bench '

export interface Request {
  readonly id: number
  readonly call: string
  readonly argument: unknown
}

export type Reply = { readonly id: number } & ({ readonly value: unknown } | { readonly error: string })
