import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Subject, TeamMember } from '../../shared/domain/round/round'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import type { BuiltPackage } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import type { Clock } from '../custody/clock'
import { type Custody, openCustody } from '../custody/custody'
import { rubricDigest } from '../custody/digest'
import { diskFailure } from '../custody/disk-failure'
import { shippedRubric } from '../custody/shipped-rubric'
import { packageName } from '../result-package/bag'
import { buildPackage } from '../result-package/build-package'
import { createIdentity, unlockIdentity } from '../result-package/identity'
import { readSealedSheet } from '../result-package/sealed-sheet'
import { scoreByScript } from './score-by-script'
import { type Seeded, seeded } from './seeded'

export interface DemoRequest {
  readonly rubric: Rubric
  readonly subject: Subject
  readonly out: string
  readonly seed: number
  /** YYYY-MM-DD: the demonstration's clock starts at 9:00 in China on that day. */
  readonly date: string
}

export interface DemoPackage extends BuiltPackage {
  readonly path: string
}

const SCORER: TeamMember = { name: '演示检查员', unit: '演示考核组', role: 'inspector' }

/**
 * Scores the standard by a seeded script through the same domain, custody and package code as the application, in a
 * folder that is gone afterwards, and signs with a throw-away identity. The same seed gives the same result.json.
 */
export async function makeDemo(request: DemoRequest): Promise<Result<DemoPackage>> {
  const folder = await mkdtemp(join(tmpdir(), 'scorebench-demo-'))
  try {
    const seeds = seeded(request.seed)
    const clock = steadyClock(request.date, seeds)
    const custody = await openCustody(folder, clock, {
      builtin: [shippedRubric(request.rubric)],
      newId: seeds.uuid,
    })
    try {
      return await scoreAndPack(custody, folder, clock, seeds, request)
    } finally {
      await custody.close()
    }
  } catch (error) {
    return diskFailure(error)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function scoreAndPack(
  custody: Custody,
  folder: string,
  clock: Clock,
  seeds: Seeded,
  { rubric, subject, out, date }: DemoRequest,
): Promise<Result<DemoPackage>> {
  const round = await custody.createRound({
    kind: 'mock',
    title: '演示轮次（脚本评分）',
    date,
    rubricDigest: rubricDigest(rubric),
    subjects: [subject],
    team: [SCORER],
  })
  if (!round.ok) return round
  const sheet = await custody.createSheet(round.value.id, subject.id, SCORER)
  if (!sheet.ok) return sheet
  const { sheetId } = sheet.value.header
  const scored = await scoreByScript(custody, sheetId, rubric, seeds)
  if (!scored.ok) return scored
  const sheetFolder = custody.sheetFolder(sheetId)
  if (!sheetFolder.ok) return sheetFolder
  const sealed = await readSealedSheet(sheetFolder.value)
  if (!sealed.ok) return sealed

  const keys = join(folder, 'keys')
  const passphrase = `throw-away-${clock.boot}`
  const identity = await createIdentity(keys, SCORER, passphrase, clock.now())
  if (!identity.ok) return identity
  const signer = await unlockIdentity(keys, passphrase, clock.now)
  if (!signer.ok) return signer
  await mkdir(out, { recursive: true })
  const path = resolve(out, `${packageName(sealed.value.result)}.zip`)
  const built = await buildPackage({
    sheetFolder: sheetFolder.value,
    signer: signer.value,
    report: null,
    out: path,
  })
  return built.ok ? { ok: true, value: { ...built.value, path } } : built
}

/** A clock that goes on by some seconds at each reading, from 9:00 in China on the day. */
function steadyClock(date: string, seeds: Seeded): Clock {
  const start = Date.parse(`${date}T01:00:00.000Z`)
  let mono = 0
  return {
    now: () => {
      mono += 4000 + seeds.below(36_000)
      return new Date(start + mono).toISOString()
    },
    mono: () => mono,
    boot: seeds.uuid(),
  }
}
