import type { Signer } from '../../shared/ipc/contract'
import { readStrictly } from '../../shared/schema/read-strictly'
import { type Roster, rosterSchema } from '../../shared/schema/roster-schema'
import { parseJson } from './statement'

/** A roster file (名册); null when it is not one. */
export function parseRoster(bytes: Uint8Array): Roster | null {
  const read = readStrictly(rosterSchema, parseJson(bytes))
  return read.ok ? read.value : null
}

/** Why a signer is not as the roster lists them; null when they are. */
export function rosterFault(
  roster: Roster,
  { fingerprint, name, unit, role }: Omit<Signer, 'isKnown'>,
): string | null {
  const listed = roster.signers.filter((signer) => signer.fingerprint === fingerprint)
  if (listed.length === 0) return 'not on the roster'
  const isAsListed = listed.some(
    (signer) => signer.name === name && signer.unit === unit && signer.role === role,
  )
  return isAsListed ? null : 'on the roster with another name, unit or role'
}
