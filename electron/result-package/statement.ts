import { canonicalJson } from '../../shared/domain/canonical-json'
import type { SheetResult } from '../../shared/domain/sheet/result'
import type { Identity } from '../../shared/ipc/contract'
import { readStrictly } from '../../shared/schema/read-strictly'
import { type Statement, statementSchema } from '../../shared/schema/statement-schema'
import { TAG_MANIFEST_FILE } from './bag'

/** What one signer says of a result: an in-toto Statement v1. `tagDigest`: SHA-256 of tagmanifest-sha256.txt. */
export function statementOf(
  result: SheetResult,
  tagDigest: string,
  signer: Identity,
  nonce: string | null,
): Statement {
  const { sheet, score, sealed, journal } = result
  const { id, kind, title, date, rubricDigest } = sheet.round
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: TAG_MANIFEST_FILE, digest: { sha256: tagDigest } }],
    predicateType: 'https://scorebench.example/predicates/sheet-result/v1',
    predicate: {
      sheetId: sheet.sheetId,
      round: { id, kind, title, date },
      subject: sheet.subject,
      rubricDigest,
      total: { low: score.low, high: score.high },
      grade: { low: score.gradeLow, high: score.gradeHigh },
      unchecked: sealed.unchecked,
      journalHead: journal.head,
      sealedAt: sealed.at,
      predecessor:
        sheet.correction === null
          ? null
          : { no: sheet.correction.no, sheetId: sheet.correction.sheetId, head: sheet.correction.head },
      nonce,
      signer: { name: signer.name, unit: signer.unit, role: signer.role, fingerprint: signer.fingerprint },
    },
  }
}

/** The bytes that are signed. */
export function statementBytes(statement: Statement): Buffer {
  return Buffer.from(canonicalJson(statement), 'utf8')
}

/** A statement from a package; null when it is not one, or a byte of it is not canonical. */
export function parseStatement(bytes: Uint8Array): Statement | null {
  const value = parseJson(bytes)
  const read = readStrictly(statementSchema, value)
  return read.ok && statementBytes(read.value).equals(bytes) ? read.value : null
}

/** JSON from untrusted bytes; undefined when they are not UTF-8 JSON. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
