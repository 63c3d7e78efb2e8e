import type { AttachedEvidence } from '../domain/evidence/evidence'
import type { Finding } from '../domain/findings/finding'
import { photoId, pictureKey } from '../domain/findings/paper'
import { scoreWords, timeWords } from './filed-words'
import { findingFound, findingRemarks } from './finding-wording'
import { FINDINGS_TEXT as T } from './findings-text'
import type { FindingsWorkbook } from './findings-workbook'
import { heightFor, rowHeight } from './row-height'
import { STYLES, scoreCell, textCell } from './sheet-styles'
import type { CellStyle, Picture, Row, Sheet } from './xlsx-writer/workbook-model'

/** A photo made small; a JPEG. Width and height as it is shown, pixels of 1/96 inch. */
export interface Thumbnail {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** A finding under a place or a unit, and what place that is or what the unit has to do with it. */
export interface Entry {
  readonly finding: Finding
  readonly under: string
  readonly part: string
}

/** Longer side of a photo in its cell, pixels of 1/96 inch. */
export const THUMBNAIL_SHOWN = 132
/** Photos beside a finding; further ones are named. */
const MOST_PHOTOS = 4
const HEAD_ROW = 4
const CAPTION: CellStyle = { border: 'thin', size: 8, horizontal: 'left', vertical: 'bottom', format: '@' }
/** Room below a photo for its number, and around it, in points. */
const AROUND = 20
const PHOTO_WIDTH = 23
const FILES_WIDTH = 30

/** Widths of the columns before the photos, in characters. */
const WIDTHS = [6, 18, 16, 9, 22, 40, 20, 10, 28, 22, 20, 9] as const

/** One row for each finding under each of its places or units, so that the sheet can be filtered and sorted. */
export function findingsSheet(
  by: 'place' | 'unit',
  entries: readonly Entry[],
  { rubric, header, paper, thumbnails, at }: FindingsWorkbook,
): Sheet {
  const shown = (finding: Finding) => finding.evidence.filter((one) => thumbnails.has(pictureKey(one)))
  const most = entries.reduce((sum, { finding }) => Math.max(sum, shown(finding).length), 0)
  const photos = Math.min(MOST_PHOTOS, most)
  const h = T.heads
  const heads = [
    h.no,
    ...(by === 'place' ? [h.place, h.placeKind] : [h.unit, h.part]),
    h.code,
    h.item,
    h.clause,
    h.found,
    h.cost,
    h.note,
    by === 'place' ? h.unit : h.place,
    h.said,
    h.by,
    ...Array.from({ length: photos }, (_, no) => h.photo(no + 1)),
    h.files,
  ]
  const takes = paper.findings.reduce((sum, one) => sum + one.takes, 0)
  const about = `${T.about(header.round.title, header.subject.name, header.scorer.name)}　${T.counts(paper.findings.length, scoreWords(takes))}　${T.madeAt(timeWords(at))}`
  const rows = entries.map((entry): Row => {
    const { finding, under, part } = entry
    const small = shown(finding).slice(0, photos)
    const rest = finding.evidence
      .filter((one) => !small.includes(one))
      .map(fileWords)
      .join('\n')
    const found = [findingFound(rubric, finding), ...findingRemarks(rubric, finding)].join('；')
    const other = by === 'place' ? finding.of.units.lead.join('、') : (finding.place ?? '')
    const texts = [under, part, finding.of.code, finding.of.title, finding.words, found] as const
    const [, under1, part1, , title1, words1, found1, , note1, other1] = WIDTHS
    return {
      height: Math.max(
        rowHeight([
          [under, under1],
          [part, part1],
          [finding.of.title, title1],
          [finding.words, words1],
          [found, found1],
          [finding.note, note1],
          [other, other1],
          [rest, FILES_WIDTH],
        ]),
        ...small.map((one) => ((thumbnails.get(pictureKey(one))?.height ?? 0) * 3) / 4 + AROUND),
      ),
      cells: [
        { value: { decimal: String(paper.numbers.get(finding.key) ?? 0) }, style: STYLES.middle },
        ...texts.map((text) => textCell(text)),
        scoreCell(finding.takes),
        textCell(finding.note),
        textCell(other),
        textCell(timeWords(finding.at).replace('（北京时间）', '')),
        textCell(finding.by),
        ...Array.from({ length: photos }, (_, no) => textCell(captionOf(small[no]), CAPTION)),
        textCell(rest),
      ],
    }
  })
  const widths = [...WIDTHS, ...Array.from({ length: photos }, () => PHOTO_WIDTH), FILES_WIDTH]
  const all = widths.reduce((sum, width) => sum + width, 0)
  const title = `${header.subject.name}${T.title}（${T.by[by]}）`
  return {
    name: by === 'place' ? T.placeSheet : T.unitSheet,
    columnWidths: widths,
    rows: [
      { cells: [textCell(title, STYLES.title, widths.length)], height: 32 },
      { cells: [textCell(about, STYLES.notice, widths.length)], height: heightFor(about, all, 12) },
      { cells: [textCell(T.warning, STYLES.warning, widths.length)], height: heightFor(T.warning, all, 12) },
      { cells: heads.map((head) => textCell(head, STYLES.head)), height: 20 },
      ...(rows.length === 0 ? [{ cells: [textCell(T.nothing, STYLES.fact, widths.length)] }] : rows),
    ],
    frozenRows: HEAD_ROW,
    repeatedRows: [HEAD_ROW, HEAD_ROW],
    footer: { left: T.footer(header.sheetId), right: header.subject.name },
    ...(rows.length === 0 ? {} : { filterRow: HEAD_ROW }),
    pictures: entries.flatMap(({ finding }, at): readonly Picture[] =>
      shown(finding)
        .slice(0, photos)
        .flatMap((one, no) => {
          const small = thumbnails.get(pictureKey(one))
          if (small === undefined) return []
          const where = { column: WIDTHS.length + no, row: HEAD_ROW + at }
          return [{ ...small, ...where, media: 'image/jpeg', description: photoId(one.sha256) }]
        }),
    ),
  }
}

function captionOf(one: AttachedEvidence | undefined): string {
  return one === undefined ? '' : photoId(one.sha256)
}

function fileWords({ name, sha256 }: AttachedEvidence): string {
  return `${name}（${photoId(sha256)}）`
}
