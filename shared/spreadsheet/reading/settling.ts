import type { ColumnProfile } from './column-profile'
import type { Meaning } from './header-words'

/** The columns of a table and their meanings as far as they are settled. */
export interface Settling {
  readonly profiles: readonly ColumnProfile[]
  readonly given: Map<number, Meaning>
}

/** The columns that were given a meaning, from the left. */
export function all({ profiles, given }: Settling, meaning: Meaning): readonly ColumnProfile[] {
  return profiles.filter(({ column }) => given.get(column) === meaning)
}

/** The first of them. */
export function one(settling: Settling, meaning: Meaning): ColumnProfile | null {
  return all(settling, meaning)[0] ?? null
}
