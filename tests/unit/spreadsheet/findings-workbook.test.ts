import { describe, expect, it } from 'vitest'
import type { AttachedEvidence } from '../../../shared/domain/evidence/evidence'
import { findingsOf } from '../../../shared/domain/findings/findings-of'
import { findingsPaper } from '../../../shared/domain/findings/paper'
import { points } from '../../../shared/domain/points'
import { opening } from '../../../shared/domain/sheet/event'
import { writeFindingsWorkbook } from '../../../shared/spreadsheet/findings-workbook'
import { BOOK_LIMITS, tallyOf } from '../../../shared/spreadsheet/workbook/limits'
import { openBook } from '../../../shared/spreadsheet/workbook/open-book'
import { scanXml } from '../../../shared/spreadsheet/workbook/xml-scanner'
import { openZip } from '../../../shared/spreadsheet/workbook/zip-archive'
import { drawingXml } from '../../../shared/spreadsheet/xlsx-writer/drawing-xml'
import { categoryOf, itemOf, rubricOf } from '../domain/scoring/small-standard'
import { headerOf, NEW, run, write } from '../domain/sheet/journal'

const litter = { form: 'per-occurrence', unit: '处', pointsPerUnit: points(200), cap: points(5000) } as const
const rubric = rubricOf([
  categoryOf('k', 10_000, [
    itemOf('x', 5_000, [litter], { units: { lead: ['城管局'], support: ['公安局'] } }),
    itemOf('y', 5_000, [litter], { units: { lead: ['城管局', '住建局'], support: [] } }),
  ]),
])
const begun = write(rubric, NEW, opening(headerOf(), [{ name: '人民路', kind: 'road', zone: '建成区' }]))
const photo = (no: number, media = 'image/jpeg'): AttachedEvidence => ({
  sha256: no.toString(16).padStart(8, '0').repeat(8),
  name: `P${no}.jpg`,
  media,
  size: 9,
  flags: [],
})
const marked = (item: string, place: string, note = '') =>
  ({
    type: 'mark',
    item,
    clause: 'a',
    mark: { value: { kind: 'places', at: [{ place, value: { kind: 'count', n: 2 }, note }] }, reason: '' },
  }) as const
const { state, lines } = run(rubric, begun, [
  marked('x', '人民路', '=1+1'),
  marked('y', '汽车站', '缺盖板'),
  {
    type: 'attach',
    item: 'x',
    clause: 'a',
    place: '人民路',
    evidence: [1, 2, 3, 4, 5].map((no) => photo(no)),
  },
  { type: 'attach', item: 'y', clause: 'a', place: '汽车站', evidence: [photo(1), photo(9, 'image/heic')] },
])
const all = findingsOf(rubric, state, lines)
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xd9])
const thumbnails = new Map(
  [1, 2, 3, 4, 5].map((no) => [photo(no).sha256, { bytes: JPEG.slice(), width: 132, height: 99 }]),
)

function made(by: 'place' | 'unit', chosen: readonly string[] | null = null) {
  const paper = findingsPaper(all, state, { by, chosen })
  const given = { rubric, header: headerOf(), paper, at: '2026-11-24T10:00:00.000Z' }
  const bytes = writeFindingsWorkbook({ ...given, thumbnails })
  const opened = openBook(bytes, 'findings.xlsx')
  if (!opened.ok) throw new Error(opened.code)
  const rows = opened.book.sheets.map(({ rows: own }) =>
    own.map(({ cells }) => cells.map(({ text }) => text)).filter(([no]) => /^\d+$/.test(no ?? '')),
  )
  return { paper, bytes, zip: openZip(bytes, tallyOf(BOOK_LIMITS)), rows }
}

describe('findings on paper', () => {
  it('are those of what was chosen, numbered as they come up', () => {
    const place = made('place', ['汽车站']).paper
    expect(place.findings.map(({ item }) => item)).toEqual(['y'])
    expect([...place.numbers.values()]).toEqual([1])
    expect(place.units.map(({ unit }) => unit)).toEqual(['城管局', '住建局'])
    const unit = made('unit', ['公安局']).paper
    expect(unit.units.map((one) => [one.unit, one.findings.length, one.supports.length])).toEqual([
      ['公安局', 0, 1],
    ])
    expect(unit.places.map(({ name }) => name)).toEqual(['人民路'])
  })
})

describe('the workbook of findings', () => {
  const { zip, rows, bytes } = made('place')
  const [byPlace = [], byUnit = []] = rows

  it('has a row for each finding by place, and for each unit that leads or supports', () => {
    expect(byPlace.map(([, place]) => place)).toEqual(['人民路', '汽车站'])
    expect(byPlace[0]?.slice(0, 4)).toEqual(['1', '人民路', '道路 · 建成区', 'x'])
    expect(byUnit.map(([no, unit, part]) => [no, unit, part])).toEqual([
      ['1', '城管局', '牵头'],
      ['2', '城管局', '牵头'],
      ['2', '住建局', '牵头'],
      ['1', '公安局', '配合'],
    ])
    expect(byPlace[0]).toContain("'=1+1")
  })

  it('shows four photos and names the fifth, and what is no picture', () => {
    expect(byPlace[0]?.slice(12)).toEqual([
      '00000001',
      '00000002',
      '00000003',
      '00000004',
      'P5.jpg（00000005）',
    ])
    expect(byPlace[1]?.at(-1)).toBe('P9.jpg（00000009）')
  })

  it('is well-formed in every part, and each relation and type leads to a part that is there', () => {
    const types = zip.textOf('[Content_Types].xml') ?? ''
    for (const name of zip.names.filter((path) => /\.(xml|rels)$/.test(path))) {
      const xml = scanXml(zip.textOf(name) ?? '')
      const open: string[] = []
      while (xml.next()) {
        if (xml.isClosing) expect(open.pop()).toBe(xml.name)
        else if (!xml.isEmpty) open.push(xml.name)
      }
      expect(open).toEqual([])
      if (!name.endsWith('.rels')) continue
      const folder = name.replace(/_rels\/[^/]*$/, '')
      for (const [, target = ''] of (zip.textOf(name) ?? '').matchAll(/Target="([^"]+)"/g))
        expect(zip.has(new URL(target, `zip:///${folder}`).pathname.slice(1)), `${name}: ${target}`).toBe(
          true,
        )
    }
    for (const [, part = ''] of types.matchAll(/PartName="\/([^"]+)"/g)) expect(zip.has(part)).toBe(true)
    expect(types).toContain('<Default Extension="jpeg" ContentType="image/jpeg"/>')
    expect(types.match(/drawing\+xml/g)).toHaveLength(2)
    const media = zip.names.filter((name) => name.startsWith('xl/media/'))
    expect(media).toHaveLength(4)
    expect(zip.bytesOf(media[0] ?? '')).toEqual(JPEG)
  })

  it('holds each photo at both corners within its cell, filters by its heads, and is the same each time', () => {
    const drawing = zip.textOf('xl/drawings/drawing1.xml') ?? ''
    const corners = [...drawing.matchAll(/<xdr:(from|to)><xdr:col>(\d+)<.*?<xdr:row>(\d+)</g)]
    expect(corners.map(([, , column, row]) => `${column} ${row}`)).toEqual(
      ['12 4', '13 4', '14 4', '15 4', '12 5'].flatMap((cell) => [cell, cell]),
    )
    expect(drawing).toContain('<a:ext cx="1257300" cy="942975"/>')
    const sheet = zip.textOf('xl/worksheets/sheet1.xml') ?? ''
    expect(sheet).toContain('<autoFilter ref="A4:Q6"/>')
    expect(sheet).toContain('<drawing r:id="rId1"/></worksheet>')
    expect(zip.textOf('xl/workbook.xml')).toContain("'按点位'!$A$4:$Q$6</definedName>")
    expect(made('place').bytes).toEqual(bytes)
  })

  it('takes no picture that is not small', () => {
    const where = { media: 'image/jpeg', column: 0, row: 0, description: '' } as const
    expect(() => drawingXml([{ ...where, bytes: JPEG, width: 4000, height: 3000 }])).toThrow(RangeError)
    expect(() => drawingXml([{ ...where, bytes: new Uint8Array(2_000_000), width: 40, height: 30 }])).toThrow(
      RangeError,
    )
  })
})
