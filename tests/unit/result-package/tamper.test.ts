import { beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '../../../electron/custody/digest'
import { hashOf, lineText } from '../../../electron/custody/journal-line'
import { manifestText, TAGGED_FILES } from '../../../electron/result-package/bag'
import { isStrictDer, signBytes } from '../../../electron/result-package/signing'
import { statementBytes } from '../../../electron/result-package/statement'
import { inNameOrder } from '../../../electron/result-package/zip-format'
import { canonicalJson } from '../../../shared/domain/canonical-json'
import type { StampedEvent } from '../../../shared/domain/sheet/event'
import type { Verdict } from '../../../shared/ipc/contract'
import {
  madePackage,
  newSigner,
  type Part,
  packParts,
  partsOf,
  seeded,
  spliced,
  verifyBytes,
} from './package-fixture'

let zip: Buffer
let parts: Part[]
let top: string

beforeAll(async () => {
  const made = await madePackage({ report: Buffer.from('%PDF-1.7 report') })
  zip = made.bytes
  parts = partsOf(zip)
  top = parts[0]?.name.split('/')[0] ?? ''
  expect(packParts(parts)).toEqual(zip)
  expect((await verifyBytes(zip)).verdict).toBe('valid-unknown-signer')
})

const REFUSED: readonly Verdict[] = ['tampered', 'unreadable']

describe('one changed byte', () => {
  it('anywhere in the file is refused: 2,500 random flips', async () => {
    const below = seeded(20260115)
    for (let flip = 0; flip < 2500; flip++) {
      const bytes = Buffer.from(zip)
      const at = below(bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 + below(255))
      const { verdict, checks } = await verifyBytes(bytes, { isBrief: flip % 25 !== 0 })
      expect(REFUSED, `byte ${at}`).toContain(verdict)
      expect(checks.some(({ ok }) => !ok)).toBe(true)
    }
  })

  it('in a header, the directory or the end record is refused: each bit of them', async () => {
    const data = new Set<number>()
    let at = 0
    for (const { name, bytes } of parts) {
      const from = at + 30 + name.length
      for (let byte = from; byte < from + bytes.length; byte++) data.add(byte)
      at = from + bytes.length
    }
    for (let byte = 0; byte < zip.length; byte++) {
      if (data.has(byte)) continue
      const bytes = Buffer.from(zip)
      bytes[byte] = (bytes[byte] ?? 0) ^ (1 << (byte % 8))
      expect(REFUSED, `byte ${byte}`).toContain((await verifyBytes(bytes, { isBrief: true })).verdict)
    }
  })

  it('in a file, with a container that is whole again, is refused and the file is named', async () => {
    const below = seeded(7)
    for (const [index, part] of parts.entries()) {
      for (let flip = 0; flip < 12; flip++) {
        const bytes = Buffer.from(part.bytes)
        const at = below(bytes.length)
        bytes[at] = (bytes[at] ?? 0) ^ (1 + below(255))
        const { verdict, checks } = await verifyBytes(packParts(spliced(parts, index, 1, { ...part, bytes })))
        const failed = checks.filter(({ ok }) => !ok)
        expect(verdict, `${part.name} byte ${at}`).toBe('tampered')
        const path = part.name.slice(top.length + 1)
        const base = path.replace(/\.(pub\.pem|statement\.json|statement\.sig)$/, '')
        expect(
          failed.some(({ file, detail }) => file?.startsWith(base) || detail?.includes(path)),
          path,
        ).toBe(true)
      }
    }
  })
})

/** A package made again from changed payload files, all manifests right, signed by somebody else's key. */
function forged(change: (payload: Map<string, Buffer>) => void): Buffer {
  const files = new Map(parts.map(({ name, bytes }) => [name.slice(top.length + 1), bytes]))
  change(files)
  const digests = (paths: readonly string[]) =>
    new Map(paths.map((path) => [path, sha256(files.get(path) ?? '')]))
  const payload = [...files.keys()].filter((path) => path.startsWith('data/'))
  files.set('manifest-sha256.txt', Buffer.from(manifestText(digests(payload))))
  files.set('tagmanifest-sha256.txt', Buffer.from(manifestText(digests(TAGGED_FILES))))
  const signer = newSigner('别人')
  const old = [...files.keys()].find((path) => path.endsWith('.statement.json')) ?? ''
  const statement = JSON.parse(files.get(old)?.toString() ?? '')
  statement.subject[0].digest.sha256 = sha256(files.get('tagmanifest-sha256.txt') ?? '')
  const { name, unit, role, fingerprint } = signer.identity
  statement.predicate.signer = { name, unit, role, fingerprint }
  for (const path of [...files.keys()]) if (path.startsWith('signatures/')) files.delete(path)
  const base = `signatures/${fingerprint.slice(0, 16)}`
  const bytes = statementBytes(statement)
  files.set(`${base}.pub.pem`, Buffer.from(signer.identity.publicKeyPem))
  files.set(`${base}.statement.json`, bytes)
  files.set(`${base}.statement.sig`, signBytes(signer.pkcs8, bytes))
  return packParts(
    [...files].map(([path, data]) => ({ name: `${top}/${path}`, bytes: data })).sort(inNameOrder),
  )
}

function editJson(files: Map<string, Buffer>, path: string, edit: (value: never) => void): void {
  const value = JSON.parse(files.get(path)?.toString() ?? '')
  edit(value as never)
  files.set(path, Buffer.from(canonicalJson(value)))
}

function editJournal(files: Map<string, Buffer>, edit: (lines: StampedEvent[]) => StampedEvent[]): void {
  const lines = (files.get('data/journal.jsonl')?.toString() ?? '').trimEnd().split('\n')
  const edited = edit(lines.map((line) => JSON.parse(line)))
  files.set('data/journal.jsonl', Buffer.from(edited.map(lineText).join('')))
}

/** Numbers and hashes made right again, as somebody would who knows the format. */
function rechained(lines: readonly StampedEvent[]): StampedEvent[] {
  let prev = '0'.repeat(64)
  return lines.map((line, index) => {
    const next = { ...line, seq: index + 1, prev }
    prev = hashOf(next)
    return { ...next, hash: prev }
  })
}

describe('a forgery with manifests that agree and a signature that holds', () => {
  it('is as valid as its key when nothing was changed', async () => {
    expect((await verifyBytes(forged(() => undefined))).verdict).toBe('valid-unknown-signer')
  })

  const forgeries: readonly [string, string, (files: Map<string, Buffer>) => void][] = [
    [
      'a better total',
      'result-replay',
      (files) =>
        editJson(files, 'data/result.json', (r: { score: { low: number } }) => {
          r.score.low = 100_000
        }),
    ],
    [
      'another subject',
      'result-replay',
      (files) =>
        editJson(files, 'data/result.json', (r: { sheet: { subject: { name: string } } }) => {
          r.sheet.subject.name = '洛阳市'
        }),
    ],
    [
      'a result that is not JSON',
      'result-replay',
      (files) => files.set('data/result.json', Buffer.from('{')),
    ],
    [
      'a rubric with other points',
      'rubric-digest',
      (files) =>
        editJson(files, 'data/rubric.json', (r: { bonusCap: number }) => {
          r.bonusCap = 5000
        }),
    ],
    [
      'a rubric that is none',
      'rubric',
      (files) => files.set('data/rubric.json', Buffer.from('{"schema":"scorebench.rubric/1"}')),
    ],
    [
      'a rubric nested a hundred thousand deep',
      'rubric',
      (files) => files.set('data/rubric.json', Buffer.from('['.repeat(100_000) + ']'.repeat(100_000))),
    ],
    [
      'a rubric with white space',
      'rubric',
      (files) =>
        files.set(
          'data/rubric.json',
          Buffer.concat([files.get('data/rubric.json') ?? Buffer.alloc(0), Buffer.from('\n')]),
        ),
    ],
    ['an event removed', 'journal-chain', (files) => editJournal(files, (lines) => spliced(lines, 2, 1))],
    [
      'events reordered',
      'journal-chain',
      (files) => editJournal(files, ([a, b, c, ...rest]) => [a, c, b, ...rest] as StampedEvent[]),
    ],
    [
      'an event edited',
      'journal-chain',
      (files) =>
        editJournal(files, (lines) =>
          spliced(lines, 1, 1, { ...(lines[1] as StampedEvent), at: '2026-01-15T05:00:00.000Z' }),
        ),
    ],
    ['the seal removed', 'journal-sealed', (files) => editJournal(files, (lines) => lines.slice(0, -1))],
    [
      'an event removed and chained anew',
      'journal-admitted',
      (files) => editJournal(files, (lines) => rechained(spliced(lines, 1, 1))),
    ],
    [
      'a mark softened and chained anew',
      'result-replay',
      (files) =>
        editJournal(files, (lines) =>
          rechained(
            spliced(lines, 4, 1, {
              ...(lines[4] as StampedEvent),
              event: { type: 'cleared', item: 'sr-004' },
            }),
          ),
        ),
    ],
    [
      'an unknown item and chained anew',
      'journal-admitted',
      (files) =>
        editJournal(files, (lines) =>
          rechained(
            spliced(lines, 2, 0, {
              ...(lines[2] as StampedEvent),
              event: { type: 'cleared', item: 'no-such' },
            }),
          ),
        ),
    ],
    [
      'another hand and chained anew',
      'journal-admitted',
      (files) => editJournal(files, (lines) => rechained(lines.map((line) => ({ ...line, by: '别人' })))),
    ],
    [
      'an event after the seal',
      'journal-admitted',
      (files) => editJournal(files, (lines) => rechained([...lines, { ...(lines[2] as StampedEvent) }])),
    ],
    ['no journal lines', 'journal-chain', (files) => files.set('data/journal.jsonl', Buffer.alloc(0))],
    [
      'evidence under a wrong name',
      'evidence',
      (files) => files.set(`data/evidence/${'a'.repeat(64)}`, Buffer.from('x')),
    ],
    [
      'evidence that is on no item',
      'evidence',
      (files) => files.set(`data/evidence/${sha256('x')}`, Buffer.from('x')),
    ],
    [
      'evidence left out',
      'evidence',
      (files) => files.delete([...files.keys()].find((path) => path.startsWith('data/evidence/')) ?? ''),
    ],
    [
      'a file beside the evidence',
      'unknown-file',
      (files) => files.set('data/evidence/photo.jpg', Buffer.from('x')),
    ],
    ['a program in the payload', 'unknown-file', (files) => files.set('data/open-me.exe', Buffer.from('MZ'))],
    ['no workbook', 'workbook', (files) => files.delete('data/results.xlsx')],
    ['no report though it is announced', 'report', (files) => files.delete('data/report.pdf')],
    [
      'bag-info with another day',
      'bag-info',
      (files) =>
        files.set(
          'bag-info.txt',
          Buffer.from((files.get('bag-info.txt')?.toString() ?? '').replace('2026', '2025')),
        ),
    ],
    [
      'a statement with a better total',
      'statement-result',
      (files) =>
        editJson(
          files,
          [...files.keys()].find((path) => path.endsWith('.json') && path.startsWith('signatures')) ?? '',
          (s: { predicate: { total: { low: number } } }) => {
            s.predicate.total.low = 100_000
          },
        ),
    ],
  ]

  it.each(forgeries)('%s: refused by %s', async (_, code, change) => {
    const { verdict, checks } = await verifyBytes(forged(change))
    expect(verdict).toBe('tampered')
    const failed = checks.filter(({ ok }) => !ok).map((check) => check.code)
    if (code === 'report') expect(failed).toEqual(expect.arrayContaining(['bag-info']))
    else expect(failed).toContain(code)
  })
})

describe('signatures', () => {
  const signature = (end: string) => parts.findIndex(({ name }) => name.endsWith(end))

  it('from another key, by another key, and over another statement are refused', async () => {
    const other = newSigner()
    const statement = parts[signature('.statement.json')]
    const sig = parts[signature('.statement.sig')]
    const pem = parts[signature('.pub.pem')]
    if (!statement || !sig || !pem) throw new Error('no signature')
    const swap = (end: string, bytes: Buffer) =>
      verifyBytes(
        packParts(spliced(parts, signature(end), 1, { name: parts[signature(end)]?.name ?? '', bytes })),
      )
    const failed = async (answer: ReturnType<typeof swap>) =>
      (await answer).checks.filter(({ ok }) => !ok).map(({ code }) => code)
    expect(await failed(swap('.statement.sig', signBytes(other.pkcs8, statement.bytes)))).toEqual([
      'signature',
    ])
    expect(await failed(swap('.pub.pem', Buffer.from(other.identity.publicKeyPem)))).toEqual(['public-key'])
    expect(await failed(swap('.pub.pem', Buffer.concat([pem.bytes, Buffer.from('\n')])))).toEqual([
      'public-key',
    ])
    expect(await failed(swap('.statement.sig', Buffer.concat([sig.bytes, Buffer.from([0])])))).toEqual([
      'signature',
    ])
    expect(await failed(swap('.statement.json', Buffer.concat([statement.bytes, Buffer.from(' ')])))).toEqual(
      ['statement'],
    )
  })

  it('must be there, all three files of each', async () => {
    const without = (test: (name: string) => boolean) =>
      verifyBytes(packParts(parts.filter(({ name }) => !test(name))))
    expect(await without((name) => name.includes('/signatures/'))).toMatchObject({
      verdict: 'tampered',
      signers: [],
    })
    for (const end of ['.pub.pem', '.statement.json', '.statement.sig']) {
      const { verdict, checks } = await without((name) => name.endsWith(end))
      expect(verdict).toBe('tampered')
      expect(checks.filter(({ ok }) => !ok)).toMatchObject([{ code: 'signature-files' }])
    }
  })

  it('are DER and nothing else', () => {
    const good = signBytes(newSigner().pkcs8, Buffer.from('x'))
    expect(isStrictDer(good)).toBe(true)
    expect(isStrictDer(good.subarray(1))).toBe(false)
    expect(isStrictDer(Buffer.from('3006020100020101', 'hex'))).toBe(false)
    expect(isStrictDer(Buffer.from('300602018102010a', 'hex'))).toBe(false)
    expect(isStrictDer(Buffer.from('30080202000102020001', 'hex'))).toBe(false)
    expect(isStrictDer(Buffer.from('3006020101020101', 'hex'))).toBe(true)
  })
})

describe('files added, missing, emptied, lengthened, exchanged', () => {
  it('are refused, each named', async () => {
    let changes = 0
    const refuse = async (changed: readonly Part[], named: string) => {
      const { verdict, checks } = await verifyBytes(packParts([...changed].sort(inNameOrder)))
      expect(verdict, named).toBe('tampered')
      const failed = checks.filter(({ ok }) => !ok)
      const base = named.slice(top.length + 1).replace(/\.(pub\.pem|statement\.json|statement\.sig)$/, '')
      expect(
        failed.some(({ file, detail }) => file?.includes(base) || detail?.includes(base)),
        named,
      ).toBe(true)
      changes++
    }
    for (const [index, part] of parts.entries()) {
      await refuse(spliced(parts, index, 1), part.name)
      await refuse(spliced(parts, index, 1, { ...part, bytes: Buffer.alloc(0) }), part.name)
      await refuse(
        spliced(parts, index, 1, { ...part, bytes: Buffer.concat([part.bytes, Buffer.from('\n')]) }),
        part.name,
      )
      const next = parts[(index + 1) % parts.length] as Part
      await refuse(spliced(parts, index, 1, { ...part, bytes: next.bytes }), part.name)
    }
    for (const path of [
      'data/extra.txt',
      'extra.txt',
      'data/evidence/x',
      'signatures/x.pem',
      'data/sub/result.json',
      'fetch.txt',
    ]) {
      await refuse([...parts, { name: `${top}/${path}`, bytes: Buffer.from('x') }], `${top}/${path}`)
    }
    expect(changes).toBeGreaterThan(50)
  })

  it('under another top folder are refused', async () => {
    const renamed = parts.map((part) => ({ ...part, name: part.name.replace(top, 'scorebench-11111111-0') }))
    expect((await verifyBytes(packParts(renamed))).checks.filter(({ ok }) => !ok)).toMatchObject([
      { code: 'bag-info' },
    ])
    const foreign = parts.map((part) => ({ ...part, name: part.name.replace(top, 'holiday-pictures') }))
    expect((await verifyBytes(packParts(foreign))).verdict).toBe('unreadable')
  })
})
