import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as XLSX from 'xlsx'
import { readRubric } from '../../../shared/spreadsheet/reading/read-rubric'
import type { Reading } from '../../../shared/spreadsheet/reading/reading'
import type { Book } from '../../../shared/spreadsheet/workbook/book'
import { openBook } from '../../../shared/spreadsheet/workbook/open-book'

export interface ReadingTimes {
  /**
   * ms each, in the order of measuring: xlsx alone, our opening, opening and reading without and with the clauses.
   * Without clauses there are no `unparsed-rule`, `parts-mismatch` and `rule-exceeds-points`, and no points from
   * parts; all other diagnostics need no clause.
   */
  readonly library: readonly number[]
  readonly open: readonly number[]
  readonly read: readonly number[]
  readonly compile: readonly number[]
  readonly items: number
}

/** Reads the same workbook of `count` items with xlsx, as a book, and as a standard without and with clauses, in turn. */
export function reading({
  root,
  count,
  form,
  times,
}: {
  readonly root: string
  readonly count: number
  /** 'xls': the sheet as an office keeps it, of 291 items. 'xlsx': those again and again in one table. */
  readonly form: 'xls' | 'xlsx'
  readonly times: number
}): ReadingTimes {
  const folder = join(root, 'tests/fixtures/workbooks')
  const bytes = new Uint8Array(
    form === 'xls' ? readFileSync(join(folder, 'biaozhun-c.xls')) : largeTable(folder, count),
  )
  const library: number[] = []
  const open: number[] = []
  const read: number[] = []
  const compile: number[] = []
  const timed = <T>(into: number[], work: () => T): T => {
    const before = performance.now()
    const result = work()
    into.push(performance.now() - before)
    return result
  }
  let items = 0
  for (let at = 0; at < times; at++) {
    timed(library, () => XLSX.read(bytes, { type: 'array', dense: true }))
    timed(open, () => opened(bytes))
    timed(read, () => readRubric(opened(bytes), [], () => ({ clauses: [] })))
    items = timed(compile, () => readRubric(opened(bytes))).items.length
  }
  if (items < count) throw new Error(`${items} items were read of ${count}`)
  return { library, open, read, compile, items }
}

function opened(bytes: Uint8Array): Book {
  const result = openBook(bytes, 'bench')
  if (!result.ok) throw new Error(`${result.code} ${result.detail}`)
  return result.book
}

/** One plain table of `count` items, no two alike, with the wording of real ones. */
function largeTable(folder: string, count: number): ArrayBuffer {
  const { items } = JSON.parse(readFileSync(join(folder, 'biaozhun-c.expected.json'), 'utf8')) as Reading
  const heads = ['大项', '编号', '小项', '考核内容', '分值', '评分标准', '检查方法', '责任单位']
  const rows = Array.from({ length: count }, (_, at) => {
    const item = items[at % items.length]
    if (item === undefined) throw new Error('no items')
    const round = Math.floor(at / items.length) + 1
    const place = `${Math.floor((at % items.length) / 30) + 1}`
    return [
      `第${round}片区第${place}类`,
      `${round}.${place}.${(at % 30) + 1}`,
      `${item.title ?? ''}${round}`,
      `${item.content}（第${round}片区）`,
      (item.points ?? 0) / 1000,
      // Other numbers in every round: nothing is gained by remembering a wording.
      item.rule.replace(/第/g, `第${round}`).replace(/(?<=每)(?=[条处个次])/g, String(round)),
      item.methods.join('、'),
      item.units.join('、'),
    ]
  })
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['评分标准'], heads, ...rows]), '评分标准')
  return XLSX.write(book, { type: 'array', bookType: 'xlsx', bookSST: true, compression: true })
}
