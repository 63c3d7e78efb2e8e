import { randomBytes } from 'node:crypto'
import { open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { scoreByScript } from '../../../electron/cli/score-by-script'
import { seeded } from '../../../electron/cli/seeded'
import { readBuiltinRubric } from '../../../electron/custody/builtin-rubric'
import { systemClock } from '../../../electron/custody/clock'
import { openCustody } from '../../../electron/custody/custody'
import { rubricDigest } from '../../../electron/custody/digest'
import { shippedRubric } from '../../../electron/custody/shipped-rubric'
import { buildPackage } from '../../../electron/result-package/build-package'
import { newKeyPair } from '../../../electron/result-package/signing'
import { verifyPackage } from '../../../electron/result-package/verify-package'
import { allItems } from '../../../shared/domain/rubric/rubric'
import type { Result } from '../../../shared/ipc/result'

const SCORER = { name: '检查员甲', unit: '考核组', role: 'inspector' } as const

export interface Prepared {
  readonly sheetFolder: string
  readonly evidenceFolder: string
}

/** A sealed sheet of the built-in standard in custody, with `count` random files of `size` bytes as its evidence. */
export async function prepare({
  root,
  folder,
  count,
  size,
}: {
  readonly root: string
  readonly folder: string
  readonly count: number
  readonly size: number
}): Promise<Prepared> {
  const rubric = readBuiltinRubric(join(root, 'resources'))
  const seeds = seeded(11)
  const custody = await openCustody(folder, systemClock(), { builtin: [shippedRubric(rubric)] })
  const subject = { id: 'zz', name: '郑州市', league: '省辖市' }
  const round = value(
    await custody.createRound({
      kind: 'mock',
      title: '模拟考核',
      date: '2026-01-15',
      rubricDigest: rubricDigest(rubric),
      subjects: [subject],
      team: [],
    }),
  )
  const { header } = value(await custody.createSheet(round.id, subject.id, SCORER))
  const item = allItems(rubric)[0]?.id ?? ''
  for (let at = 0; at < count; at++) {
    const sha256 = value(await custody.putEvidence(header.sheetId, randomBytes(size)))
    const photo = { sha256, name: `${at}.jpg`, media: 'image/jpeg', size, flags: ['no-exif' as const] }
    const attached = { type: 'attached' as const, item, evidence: [photo] }
    value(await custody.appendEvents(header.sheetId, at + 1, [attached]))
  }
  value(await scoreByScript(custody, header.sheetId, rubric, seeds))
  const sheetFolder = value(custody.sheetFolder(header.sheetId))
  await custody.close()
  return { sheetFolder, evidenceFolder: join(sheetFolder, 'evidence') }
}

/** Seals into `out`; ms. */
export async function seal({
  sheetFolder,
  out,
}: {
  readonly sheetFolder: string
  readonly out: string
}): Promise<number> {
  await rm(out, { force: true })
  const { pkcs8, publicKeyPem, fingerprint } = newKeyPair()
  const identity = { ...SCORER, fingerprint, publicKeyPem, createdAt: '2026-01-15T00:00:00.000Z' }
  const before = performance.now()
  value(await buildPackage({ sheetFolder, signer: { identity, pkcs8 }, report: null, out }))
  return performance.now() - before
}

/** Verifies a package that is whole; ms. */
export async function verify({ path }: { readonly path: string }): Promise<number> {
  const before = performance.now()
  const { verdict, checks } = value(await verifyPackage(path))
  const time = performance.now() - before
  if (verdict !== 'valid-unknown-signer') throw new Error(JSON.stringify(checks.filter(({ ok }) => !ok)))
  return time
}

/** Writes the bytes of a file once more and fsyncs them: what the disk alone takes; ms. */
export async function writeAndSync({
  path,
  out,
}: {
  readonly path: string
  readonly out: string
}): Promise<number> {
  await rm(out, { force: true })
  const from = await open(path, 'r')
  const to = await open(out, 'w')
  const bytes = Buffer.allocUnsafe(4 << 20)
  const { size } = await stat(path)
  const before = performance.now()
  for (let at = 0; at < size; at += bytes.length) {
    const { bytesRead } = await from.read(bytes, 0, bytes.length, at)
    await to.write(bytes, 0, bytesRead, at)
  }
  await to.sync()
  const time = performance.now() - before
  await from.close()
  await to.close()
  await rm(out)
  return time
}

/** What a call answered; throws where it was refused. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${result.detail ?? ''}`)
  return result.value
}
