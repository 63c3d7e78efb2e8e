import type { Entry } from './entries'
import { type Mark, wholeMark } from './numbering'
import type { ReadSheet } from './read-sheet'
import type { ReadingDiagnostic } from './reading'
import { titlesOf } from './tree'

interface Numbered {
  readonly sheet: string
  readonly row: number
  readonly printed: string
  readonly mark: Mark
  readonly top: string
  readonly path: readonly string[]
  readonly isItem: boolean
}

/** One run of numbers in which none should come twice and none be left out. */
interface Run {
  readonly numbers: Numbered[]
}

/** More numbers left out at once than this is another way of counting, not a gap. */
const WIDEST_GAP = 20

/** Numbers that come twice and numbers that are left out, in each run of a section or of the whole. */
export function checkNumbers(sheets: readonly ReadSheet[]): readonly ReadingDiagnostic[] {
  const byStyle = new Map<string, Numbered[]>()
  for (const number of numberedOf(sheets)) {
    const style = number.mark.style === 'dotted' ? 'arabic' : number.mark.style
    const list = byStyle.get(style)
    if (list === undefined) byStyle.set(style, [number])
    else list.push(number)
  }
  return [...byStyle.values()].flatMap(runsOf).flatMap(checkRun)
}

function numberedOf(sheets: readonly ReadSheet[]): readonly Numbered[] {
  const found: Numbered[] = []
  for (const { sheet, walked } of sheets) {
    for (const { entries } of walked) {
      for (const [i, entry] of entries.entries()) {
        // A section that is an item itself has one number, not two.
        const next = entries[i + 1]
        const isOwnItem = entry.kind === 'heading' && next?.kind === 'item' && next.item.row === entry.row
        if (!isOwnItem) push(found, sheet.name, entry)
      }
    }
  }
  return found
}

function push(found: Numbered[], sheet: string, entry: Entry): void {
  if (entry.kind === 'sum') return
  const path = entry.kind === 'item' ? entry.item.path : entry.path.slice(0, -1)
  const printed = entry.kind === 'item' ? entry.item.number : (entry.path.at(-1)?.code ?? null)
  const mark = printed === null ? null : wholeMark(printed)
  if (printed === null || mark === null) return
  const row = entry.kind === 'item' ? entry.item.row : entry.row
  const titles = titlesOf(path)
  found.push({
    sheet,
    row,
    printed,
    mark,
    top: titles[0] ?? '',
    path: titles,
    isItem: entry.kind === 'item',
  })
}

function isSamePath(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((title, i) => title === b[i]))
}

/** A run ends where numbers start anew with another heading. */
function runsOf(numbers: readonly Numbered[]): readonly Run[] {
  const runs: Run[] = []
  let run: Run | null = null
  for (const number of numbers) {
    const before: Numbered | undefined = run?.numbers.at(-1)
    if (run === null || before === undefined || startsAnew(before, number)) {
      run = { numbers: [] }
      runs.push(run)
    }
    run.numbers.push(number)
  }
  return runs
}

function startsAnew(before: Numbered, { mark, top, path, sheet }: Numbered): boolean {
  const isElsewhere = top !== before.top || !isSamePath(path, before.path) || sheet !== before.sheet
  if (!isElsewhere) return false
  const first = mark.values[0] ?? 0
  if (mark.values.length > 1 || before.mark.values.length > 1)
    return top !== before.top && first <= (before.mark.values[0] ?? 0)
  return first === 1 && first <= (before.mark.values[0] ?? 0)
}

function checkRun({ numbers }: Run): readonly ReadingDiagnostic[] {
  const found: ReadingDiagnostic[] = []
  const seen = new Map<string, Numbered>()
  for (const number of numbers) {
    const key = number.mark.values.join('.')
    const first = seen.get(key)
    if (first === undefined) {
      seen.set(key, number)
      continue
    }
    if (!number.isItem) continue
    const both = first.sheet === number.sheet ? { rows: [first.row + 1, number.row + 1] } : {}
    found.push({
      kind: 'duplicate-number',
      level: 'problem',
      sheet: number.sheet,
      row: number.row + 1,
      ...both,
      number: number.printed,
    })
  }
  const last = new Map<string, number>()
  const twice = new Map<string, number>()
  for (const number of numbers) {
    const { values } = number.mark
    const above = values.slice(0, -1).join('.')
    const value = values.at(-1) ?? 0
    const before = last.get(above) ?? (values.length > 1 ? 0 : null)
    const missing: number[] = []
    if (before !== null)
      for (let each = before + 1; each < value && each - before <= WIDEST_GAP; each += 1) missing.push(each)
    const left = missing.filter((each) => !seen.has([...values.slice(0, -1), each].join('.')))
    // 8, 9, 9, 11: the second 9 stands for the 10.
    const excused = Math.min(twice.get(above) ?? 0, left.length)
    twice.set(above, before === value ? (twice.get(above) ?? 0) + 1 : 0)
    if (value - (before ?? value) <= WIDEST_GAP) {
      for (const each of left.slice(excused)) {
        found.push({
          kind: 'number-gap',
          level: 'problem',
          sheet: number.sheet,
          row: number.row + 1,
          number: printedLike(number, each),
        })
      }
    }
    last.set(above, Math.max(before ?? 0, value))
  }
  return found
}

/** The number that is missing, written as its neighbour is. */
function printedLike({ printed, mark }: Numbered, value: number): string {
  if (!/\d/.test(printed)) return String(value)
  const own = String(mark.values.at(-1) ?? '')
  const at = printed.lastIndexOf(own)
  return at < 0 ? String(value) : `${printed.slice(0, at)}${value}${printed.slice(at + own.length)}`
}
