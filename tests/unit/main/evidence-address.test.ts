import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evidenceAt, headAsked, readPicture } from '../../../electron/main/evidence-address'
import { MOST_SHOWN } from '../../../shared/domain/evidence/evidence'
import { newFolder } from '../custody/sheet-fixture'
import { madeJpeg } from '../domain/evidence/made-photo'

const SHEET = '00000000-0000-4000-8000-000000000002'
const OTHER = '00000000-0000-4000-8000-000000000003'
const DIGEST = 'ab'.repeat(32)
const ADDRESS = `app://scorebench/evidence/${SHEET}/${DIGEST}`

describe('an address of evidence', () => {
  it('names a sheet and a digest', () => {
    expect(evidenceAt(ADDRESS)).toEqual({ sheetId: SHEET, sha256: DIGEST })
  })

  it.each([
    ['another scheme', ADDRESS.replace('app:', 'https:')],
    ['another host', ADDRESS.replace('scorebench', 'elsewhere')],
    ['a user', ADDRESS.replace('//', '//me@')],
    ['another folder', ADDRESS.replace('/evidence/', '/keys/')],
    ['a way out', `app://scorebench/evidence/${SHEET}/../../keys/${DIGEST}`],
    ['an escaped way out', `app://scorebench/evidence/%2e%2e/${DIGEST}`],
    ['an escaped slash', `app://scorebench/evidence/${SHEET}%2f${OTHER}/${DIGEST}`],
    ['an escaped digit', ADDRESS.replace(/b$/, '%62')],
    ['a backslash', `app://scorebench/evidence/${SHEET}\\${DIGEST}`],
    ['no digest', `app://scorebench/evidence/${SHEET}/`],
    ['a digest in capitals', ADDRESS.toUpperCase()],
    ['a short digest', ADDRESS.slice(0, -1)],
    ['a draft', `app://scorebench/evidence/${SHEET}/.new-1-2`],
    ['more behind it', `${ADDRESS}/x`],
    ['a query', `${ADDRESS}?x`],
    ['the journal', `app://scorebench/evidence/${SHEET}/journal.jsonl`],
    ['not an address', 'evidence'],
  ])('is none: %s', (_what, address) => {
    expect(evidenceAt(address)).toBeNull()
  })
})

it.each([
  ['bytes=0-99', 100],
  ['bytes=1-99', null],
  ['bytes=0-', null],
  ['bytes=0-9, 20-29', null],
  ['bytes=0-99999999999', null],
  [null, null],
])('a range of the beginning alone is answered: %s', (range, most) => {
  expect(headAsked(range)).toBe(most)
})

describe('a picture', () => {
  const place = async () => {
    const sheets = await newFolder()
    const folder = join(sheets, SHEET, 'evidence')
    await mkdir(folder, { recursive: true })
    await mkdir(join(sheets, OTHER, 'evidence'), { recursive: true })
    return { sheets, path: join(folder, DIGEST) }
  }
  const at = { sheetId: SHEET, sha256: DIGEST }

  it('is served with the media type of its bytes, from its own sheet alone', async () => {
    const { sheets, path } = await place()
    const bytes = madeJpeg(null)
    await writeFile(path, bytes)
    expect(await readPicture(sheets, at)).toEqual({ bytes, media: 'image/jpeg', size: bytes.length })
    expect((await readPicture(sheets, at, 20))?.bytes).toEqual(bytes.subarray(0, 20))
    expect(await readPicture(sheets, { ...at, sheetId: OTHER })).toBeNull()
  })

  it.each([
    ['SVG with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['PDF', '%PDF-1.7'],
    ['a video', '\0\0\0\x18ftypisom'],
    ['HEIC', '\0\0\0\x18ftypheic'],
    ['nothing', ''],
  ])('is not %s', async (_what, text) => {
    const { sheets, path } = await place()
    await writeFile(path, text, 'latin1')
    expect(await readPicture(sheets, at)).toBeNull()
  })

  it('is none where there is no file, a folder, a link, or far too much', async () => {
    const { sheets, path } = await place()
    expect(await readPicture(sheets, at)).toBeNull()
    await symlink('/etc/hostname', path)
    expect(await readPicture(sheets, at)).toBeNull()
    const large = { ...at, sha256: 'cd'.repeat(32) }
    const largePath = join(sheets, SHEET, 'evidence', large.sha256)
    await writeFile(largePath, madeJpeg(null))
    await truncate(largePath, MOST_SHOWN + 1)
    expect(await readPicture(sheets, large)).toBeNull()
    await mkdir(join(sheets, SHEET, 'evidence', 'ef'.repeat(32)))
    expect(await readPicture(sheets, { ...at, sha256: 'ef'.repeat(32) })).toBeNull()
  })
})
