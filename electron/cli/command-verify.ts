import { readFile } from 'node:fs/promises'
import { formatMilli } from '../../shared/domain/points'
import type { Verdict, Verification } from '../../shared/ipc/contract'
import type { CliReplay, CliVerification } from '../../shared/schema/cli-schema'
import type { Roster } from '../../shared/schema/roster-schema'
import { diskFailure } from '../custody/disk-failure'
import type { CheckCode } from '../result-package/findings'
import { parseRoster } from '../result-package/roster'
import { verifyPackage } from '../result-package/verify-package'
import { EXIT, type Manner, shown, type Terminal, writeJson } from './terminal'
import { WORDS } from './words'

const EXIT_OF = {
  'valid-trusted': EXIT.ok,
  'valid-unknown-signer': EXIT.ok,
  tampered: EXIT.tampered,
  'signer-not-allowed': EXIT.signerNotAllowed,
  unreadable: EXIT.unreadable,
} satisfies Record<Verdict, number>

/** `verify`: verdict, signers, and every check. */
export async function verify(
  terminal: Terminal,
  path: string,
  rosterPath: string | null,
  manner: Manner,
): Promise<number> {
  const roster = rosterPath === null ? null : await readRoster(rosterPath)
  if (typeof roster === 'string') {
    terminal.err(`${WORDS[manner.language].usage}: --roster ${shown(`${rosterPath}: ${roster}`)}\n`)
    return EXIT.usage
  }
  const verification = await read(path, roster)
  const { verdict, fileName, signers, checks } = verification
  if (manner.isJson) writeJson(terminal, { verdict, fileName, signers, checks } satisfies CliVerification)
  else terminal.out(asText(verification, manner))
  return EXIT_OF[verdict]
}

/** `replay`: the result from the journal alone, and whether result.json says the same. */
export async function replay(terminal: Terminal, path: string, manner: Manner): Promise<number> {
  const words = WORDS[manner.language]
  const { verdict, replay: played, checks } = await read(path, null)
  const failed = checks.filter(({ ok }) => !ok)
  if (manner.isJson) {
    const result = played?.result ?? null
    writeJson(terminal, {
      equal: played?.equal ?? false,
      verdict,
      result,
      checks: failed,
    } satisfies CliReplay)
  } else if (played === null) {
    terminal.out(`${words.notReplayable}\n${failed.map((check) => checkLine(check, manner)).join('')}`)
  } else {
    const { low, high, gradeLow, gradeHigh } = played.result.score
    const total = low === high ? formatMilli(low) : `${formatMilli(low)}–${formatMilli(high)}`
    const grade = gradeLow === gradeHigh ? gradeLow : `${gradeLow}–${gradeHigh}`
    terminal.out(
      `${shown(`${played.result.sheet.subject.name}  ${words.total} ${total}  ${grade}`)}\n` +
        `${played.equal ? words.equal : words.unequal}\n`,
    )
  }
  if (verdict === 'unreadable') return EXIT.unreadable
  return played?.equal === true ? EXIT.ok : EXIT.tampered
}

/** A file that is not there or can't be opened is one that can't be read. */
async function read(path: string, roster: Roster | null): Promise<Verification> {
  const verified = await verifyPackage(path, { trust: { roster, known: [] } })
  if (verified.ok) return verified.value
  const detail = [verified.code, verified.detail].filter(Boolean).join(' ')
  const checks = [{ code: 'container', ok: false, detail }]
  const nothing = { signers: [], result: null, rubric: null, journal: null, replay: null }
  return { verdict: 'unreadable', fileName: path, checks, ...nothing }
}

async function readRoster(path: string): Promise<Roster | string> {
  try {
    return parseRoster(await readFile(path)) ?? 'scorebench.roster/1 ?'
  } catch (error) {
    return diskFailure(error).detail ?? ''
  }
}

function asText({ verdict, signers, checks }: Verification, manner: Manner): string {
  const words = WORDS[manner.language]
  const who = signers.map(({ name, unit, fingerprint, isKnown, signatureOk }) => {
    const trust = !signatureOk ? words.badSignature : isKnown ? words.known : words.unknown
    return `${words.signer}: ${shown(`${name}  ${unit}`)}  [${trust}]\n  ${words.fingerprint} ${grouped(fingerprint)}\n`
  })
  const failed = checks.filter(({ ok }) => !ok)
  const list =
    failed.length === 0
      ? `${words.allPassed(checks.length)}\n`
      : failed.map((check) => checkLine(check, manner)).join('')
  return `${words.verdicts[verdict]}\n${who.join('')}${list}`
}

function checkLine({ code, file, detail }: Verification['checks'][number], { language }: Manner): string {
  const name = WORDS[language].checks[code as CheckCode] ?? code
  return `✗ ${name}${file === undefined ? '' : `  ${shown(file)}`}${detail === undefined ? '' : `  (${shown(detail)})`}\n`
}

/** A fingerprint as it is printed: groups of four. */
function grouped(fingerprint: string): string {
  return fingerprint.match(/.{1,4}/g)?.join(' ') ?? fingerprint
}
