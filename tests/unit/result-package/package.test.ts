import { execFileSync } from 'node:child_process'
import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../../electron/custody/digest'
import { buildPackage } from '../../../electron/result-package/build-package'
import { verifyPackage } from '../../../electron/result-package/verify-package'
import { canonicalJson } from '../../../shared/domain/canonical-json'
import { appendAll, kept, newFolder, openedSheet, value } from '../custody/sheet-fixture'
import { madePackage, newSigner, partsOf, verifyBytes } from './package-fixture'

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

describe('a package', () => {
  it('is valid, its replay equals its result, and every check is listed', async () => {
    const { path, signer } = await madePackage()
    const verification = value(await verifyPackage(path))
    expect(verification.checks.filter(({ ok }) => !ok)).toEqual([])
    expect(verification.verdict).toBe('valid-unknown-signer')
    expect(verification.replay?.equal).toBe(true)
    expect(verification.result?.score.count).toBe(5)
    expect(verification.signers).toMatchObject([
      { name: '检查员甲', fingerprint: signer.identity.fingerprint, signatureOk: true, isKnown: false },
    ])
    expect(canonicalJson(verification.result)).toBe(canonicalJson(verification.replay?.result))
  })

  it('gives a verdict on its signer by roster or by what is known', async () => {
    const { bytes, signer } = await madePackage()
    const { name, unit, role, fingerprint } = signer.identity
    const roster = (signers: object[]) => ({ schema: 'scorebench.roster/1', signers }) as never
    const verdict = async (trust: { roster: never | null; known: string[] }) =>
      (await verifyBytes(bytes, { trust })).verdict
    expect(await verdict({ roster: null, known: [fingerprint] })).toBe('valid-trusted')
    expect(await verdict({ roster: roster([{ name, unit, role, fingerprint }]), known: [] })).toBe(
      'valid-trusted',
    )
    expect(await verdict({ roster: roster([]), known: [fingerprint] })).toBe('signer-not-allowed')
    const renamed = roster([{ name: '别人', unit, role, fingerprint }])
    expect(await verdict({ roster: renamed, known: [] })).toBe('signer-not-allowed')
  })

  it('is the same bytes each time, up to the signature', async () => {
    const { sheetFolder, bytes, signer } = await madePackage()
    const again = join(sheetFolder, 'again.zip')
    value(await buildPackage({ sheetFolder, signer, report: null, out: again }))
    const strip = (zip: Buffer) => partsOf(zip).filter(({ name }) => !name.endsWith('.statement.sig'))
    expect(strip(await readFile(again))).toEqual(strip(bytes))
    const other = join(sheetFolder, 'other.zip')
    value(await buildPackage({ sheetFolder, signer: newSigner(), report: null, out: other }))
    const unsigned = (zip: Buffer) => partsOf(zip).filter(({ name }) => !name.includes('/signatures/'))
    expect(unsigned(await readFile(other))).toEqual(unsigned(bytes))
  })

  it('says whether it has a report', async () => {
    const without = partsOf((await madePackage()).bytes)
    const info = without.find(({ name }) => name.endsWith('/bag-info.txt'))?.bytes.toString()
    expect(info).toContain('Report: none (made without a window)\n')
    const made = await madePackage({ report: Buffer.from('%PDF-1.7') })
    expect((await verifyBytes(made.bytes)).verdict).toBe('valid-unknown-signer')
    const parts = partsOf(made.bytes)
    expect(parts.find(({ name }) => name.endsWith('/data/report.pdf'))?.bytes.toString()).toBe('%PDF-1.7')
    expect(parts.find(({ name }) => name.endsWith('/bag-info.txt'))?.bytes.toString()).toContain(
      'data/report.pdf',
    )
  })

  it('is checked by unzip, sha256sum and openssl alone', async () => {
    const { folder, path, signer } = await madePackage()
    expect(run('unzip', ['-t', path], folder)).toContain('No errors detected')
    run('unzip', ['-q', path, '-d', folder], folder)
    const [top] = (await readdir(folder)).filter((name) => name.startsWith('scorebench-'))
    const bag = join(folder, top ?? '')
    expect(run('sha256sum', ['--strict', '-c', 'manifest-sha256.txt'], bag)).not.toContain('FAILED')
    expect(run('sha256sum', ['--strict', '-c', 'tagmanifest-sha256.txt'], bag)).toContain('bag-info.txt: OK')
    const base = `signatures/${signer.identity.fingerprint.slice(0, 16)}`
    const args = [
      '-verify',
      `${base}.pub.pem`,
      '-signature',
      `${base}.statement.sig`,
      `${base}.statement.json`,
    ]
    expect(run('openssl', ['dgst', '-sha256', ...args], bag)).toContain('Verified OK')
    const statement = JSON.parse(await readFile(join(bag, `${base}.statement.json`), 'utf8'))
    expect(statement.subject[0].digest.sha256).toBe(
      sha256(await readFile(join(bag, 'tagmanifest-sha256.txt'))),
    )
    const der = execFileSync('openssl', ['pkey', '-pubin', '-in', `${base}.pub.pem`, '-outform', 'DER'], {
      cwd: bag,
    })
    expect(sha256(der)).toBe(signer.identity.fingerprint)
  })

  it('is refused for a sheet that is open, damaged, or whose evidence was changed', async () => {
    const { custody, id } = await openedSheet(await newFolder())
    const out = join(await newFolder(), 'p.zip')
    const build = (sheetFolder: string) =>
      buildPackage({ sheetFolder, signer: newSigner(), report: null, out })
    expect(await build(value(custody.sheetFolder(id)))).toEqual({ ok: false, code: 'not-sealed' })
    const { sheetFolder } = await madePackage()
    const [digest = ''] = await readdir(join(sheetFolder, 'evidence'))
    const changed = { ok: false, code: 'evidence-missing', detail: digest }
    await appendFile(join(sheetFolder, 'evidence', digest), 'x')
    expect(await build(sheetFolder)).toEqual(changed)
    const stranger = await madePackage()
    await writeFile(join(stranger.sheetFolder, 'evidence', 'note.txt'), 'x')
    expect(await build(stranger.sheetFolder)).toMatchObject({ detail: 'evidence/note.txt' })
    await appendFile(join(sheetFolder, 'journal.jsonl'), '{}')
    expect(await build(sheetFolder)).toMatchObject({ code: 'journal-damaged', detail: 'journal.jsonl:9' })
    expect(await readdir(join(out, '..'))).toEqual([])
  })

  it('encloses what stands on items: not what was taken off again, not what no event names', async () => {
    const { custody, id } = await openedSheet(await newFolder())
    const photos = [await kept(custody, id, Buffer.from('一')), await kept(custody, id, Buffer.from('二'))]
    value(await custody.putEvidence(id, Buffer.from('三')))
    await appendAll(custody, id, [
      { type: 'attached', item: 'sr-001', evidence: photos },
      { type: 'detached', item: 'sr-001', sha256: photos[0]?.sha256 ?? '' },
      { type: 'sealed', unchecked: 5, reason: '时间不足' },
    ])
    const sheetFolder = value(custody.sheetFolder(id))
    const out = join(await newFolder(), 'p.zip')
    const request = { sheetFolder, signer: newSigner(), report: null, out }
    value(await buildPackage(request))
    const bytes = await readFile(out)
    const enclosed = partsOf(bytes).flatMap(({ name }) => name.split('/data/evidence/')[1] ?? [])
    expect(enclosed).toEqual([photos[1]?.sha256])
    expect((await verifyBytes(bytes)).verdict).toBe('valid-unknown-signer')
    await rm(join(sheetFolder, 'evidence', photos[1]?.sha256 ?? ''))
    expect(await buildPackage(request)).toEqual({
      ok: false,
      code: 'evidence-missing',
      detail: photos[1]?.sha256,
    })
  })

  it('leaves no half file when it is cancelled', async () => {
    const { sheetFolder, path, bytes, signer } = await madePackage()
    const stop = new AbortController()
    const request = { sheetFolder, signer, report: null, out: path }
    const onProgress = (stage: string) => stage === 'evidence' && stop.abort()
    expect(await buildPackage(request, { onProgress, signal: stop.signal })).toEqual({
      ok: false,
      code: 'cancelled',
    })
    expect(await readFile(path)).toEqual(bytes)
    expect((await readdir(sheetFolder)).sort()).toEqual([
      'evidence',
      'journal.jsonl',
      'package.zip',
      'rubric.json',
    ])
    expect(await verifyPackage(path, { signal: stop.signal })).toEqual({ ok: false, code: 'cancelled' })
  })

  it('that is not there is a failure, not a verdict', async () => {
    expect(await verifyPackage('/no/such.zip')).toEqual({ ok: false, code: 'not-found', detail: 'such.zip' })
  })
})
