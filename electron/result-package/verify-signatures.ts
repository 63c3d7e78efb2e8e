import { canonicalJson } from '../../shared/domain/canonical-json'
import type { SheetResult } from '../../shared/domain/sheet/result'
import type { Identity, Signer } from '../../shared/ipc/contract'
import type { Roster } from '../../shared/schema/roster-schema'
import type { Statement } from '../../shared/schema/statement-schema'
import { SIGNATURE_FOLDER, TAG_MANIFEST_FILE } from './bag'
import type { Findings } from './findings'
import { rosterFault } from './roster'
import { isSignature, readPublicKey } from './signing'
import { parseStatement, statementOf } from './statement'
import type { Files } from './verify-bag'

/** Whom the verifier knows: a roster (then everyone must be on it), or fingerprints of its own. */
export interface Trust {
  readonly roster: Roster | null
  readonly known: readonly string[]
}

/** Every signature in the package: its key, its statement, what the statement says, and who made it. */
export function checkSignatures(
  files: Files,
  result: SheetResult | null,
  trust: Trust,
  findings: Findings,
): readonly Signer[] {
  const names = [...files.keys()].filter((path) => path.startsWith(SIGNATURE_FOLDER))
  const bases = [
    ...new Set(names.map((path) => path.replace(/\.(?:pub\.pem|statement\.json|statement\.sig)$/, ''))),
  ]
  if (bases.length === 0) {
    findings.fail('tampered', 'signature-files', SIGNATURE_FOLDER, 'no signature')
    return []
  }
  return bases.flatMap((base) => {
    const signer = checkOne(base, files, result, findings)
    return signer === null ? [] : [judge(base, signer, trust, findings)]
  })
}

function checkOne(
  base: string,
  files: Files,
  result: SheetResult | null,
  findings: Findings,
): Omit<Signer, 'isKnown'> | null {
  const [pem, json, der] = ['.pub.pem', '.statement.json', '.statement.sig'].map(
    (end) => files.get(`${base}${end}`)?.bytes ?? null,
  )
  if (!pem || !json || !der) {
    const missing = !pem ? '.pub.pem' : !json ? '.statement.json' : '.statement.sig'
    findings.fail('tampered', 'signature-files', `${base}${missing}`, 'missing')
    return null
  }
  findings.pass('signature-files', base)
  const key = readPublicKey(pem)
  if (key === null || `${SIGNATURE_FOLDER}${key.fingerprint.slice(0, 16)}` !== base) {
    const detail =
      key === null ? 'not a P-256 public key as openssl writes it' : `its fingerprint is ${key.fingerprint}`
    findings.fail('tampered', 'public-key', `${base}.pub.pem`, detail)
    return null
  }
  findings.pass('public-key', `${base}.pub.pem`)
  const statement = parseStatement(json)
  if (statement === null || statement.predicate.signer.fingerprint !== key.fingerprint) {
    const detail = statement === null ? 'not a statement in canonical JSON' : 'names another key'
    findings.fail('tampered', 'statement', `${base}.statement.json`, detail)
    return null
  }
  findings.pass('statement', `${base}.statement.json`)
  const signatureOk = isSignature(key.key, json, der)
  if (signatureOk) findings.pass('signature', `${base}.statement.sig`)
  else
    findings.fail(
      'tampered',
      'signature',
      `${base}.statement.sig`,
      'not made by this key over this statement',
    )
  checkStatement(`${base}.statement.json`, statement, files, result, findings)
  const { name, unit, role, fingerprint } = statement.predicate.signer
  return { name, unit, role, fingerprint, signatureOk }
}

/** A statement must be on this tag manifest, and say of the result what the replay says. */
function checkStatement(
  file: string,
  statement: Statement,
  files: Files,
  result: SheetResult | null,
  findings: Findings,
): void {
  const digest = files.get(TAG_MANIFEST_FILE)?.sha256 ?? ''
  if (statement.subject[0].digest.sha256 === digest) findings.pass('statement-digest', file)
  else findings.fail('tampered', 'statement-digest', file, `${TAG_MANIFEST_FILE} has the digest ${digest}`)
  if (result === null) return
  const { signer, nonce } = statement.predicate
  const identity: Identity = { ...signer, publicKeyPem: '', createdAt: '' }
  const expected = statementOf(result, statement.subject[0].digest.sha256, identity, nonce)
  if (canonicalJson(expected) === canonicalJson(statement)) findings.pass('statement-result', file)
  else findings.fail('tampered', 'statement-result', file, differing(expected.predicate, statement.predicate))
}

function differing(expected: Statement['predicate'], stated: Statement['predicate']): string {
  const keys = Object.keys(expected) as (keyof Statement['predicate'])[]
  return keys.filter((key) => canonicalJson(expected[key]) !== canonicalJson(stated[key])).join(', ')
}

function judge(base: string, signer: Omit<Signer, 'isKnown'>, trust: Trust, findings: Findings): Signer {
  const file = `${base}.pub.pem`
  if (trust.roster === null) return { ...signer, isKnown: trust.known.includes(signer.fingerprint) }
  const fault = rosterFault(trust.roster, signer)
  if (fault === null) findings.pass('roster', file)
  else findings.fail('signer-not-allowed', 'roster', file, fault)
  return { ...signer, isKnown: fault === null }
}
