/** A cell's numbered parts: '1.…（2分）'. Offsets are into plain text. */
export interface Section {
  readonly no: string | null
  /** Where its number stands, without brackets and points; null where none is printed. */
  readonly noAt: readonly [number, number] | null
  /** Where its wording begins, after the number and points printed before it. */
  readonly from: number
  /** Where tokens are read from: past a head with its own points ('机制建设2分：'). */
  readonly readFrom: number
  readonly to: number
  /** The points printed for it, in thousandths. */
  readonly points: number | null
  /** Where these stand within its wording (配置率达到100%（1分），每低…): read over. */
  readonly pointsAt?: readonly [number, number]
}

interface Mark {
  readonly at: number
  readonly to: number
  readonly no: string
  readonly style: string
  readonly rank: number
}

const CHINESE = '一二三四五六七八九十'
const MARK =
  /([0-9]{1,2})[.、)](?![0-9])|\(([0-9]{1,2})\)|\(([一二三四五六七八九十]{1,3})\)|([①-⑳⑴-⒇])|([一二三四五六七八九十]{1,3})、|(第[一二三四五六七八九十])[,、:]|([a-hA-H])[.、)]/g
const MAY_STAND_AFTER = '\n。;:,)分!'

function rankOf(no: string): number {
  if (/^[0-9]+$/.test(no)) return Number(no)
  const circled = no.charCodeAt(0) - 0x245f
  if (circled >= 1 && circled <= 40) return ((circled - 1) % 20) + 1
  if (no.startsWith('第')) return CHINESE.indexOf(no.charAt(1)) + 1
  if (/^[a-h]$/i.test(no)) return no.toLowerCase().charCodeAt(0) - 96
  if (no.length === 1) return CHINESE.indexOf(no) + 1
  return no.startsWith('十') ? 10 + CHINESE.indexOf(no.charAt(1)) + 1 : 0
}

function marksIn(text: string): readonly Mark[] {
  const marks: Mark[] = []
  for (const found of text.matchAll(MARK)) {
    const at = found.index
    const before = text.charAt(at - 1)
    const style = found.slice(1).findIndex((group) => group !== undefined)
    const no = found.slice(1)[style] ?? ''
    if (at > 0 && !MAY_STAND_AFTER.includes(before)) continue
    if (at > 0 && before === ',' && style === 0) continue
    if (at > 0 && (style === 4 || (style === 0 && !found[0].endsWith(')'))) && before === '分') continue
    marks.push({ at, to: at + found[0].length, no, style: String(style), rank: rankOf(no) })
  }
  return marks
}

/** The marks that number the parts: of the style that begins first, one after the other from 1. */
function chain(all: readonly Mark[], outer: string | null): readonly Mark[] {
  const isInner = outer !== null
  const marks = all.filter((mark) => mark.style !== outer)
  const first = marks.find((mark) => mark.rank === 1)
  if (!first) return []
  const chosen: Mark[] = []
  for (const mark of marks) {
    if (mark.style === first.style && mark.rank === chosen.length + 1) chosen.push(mark)
  }
  return chosen.length > 1 || first.at === 0 || isInner ? chosen : []
}

const OWN_AT_END = /[(](?:本项|分值|满分|计|共|小计)?:?([0-9]+(?:\.[0-9]+)?)分[)][。;,.\n]*$/
const OWN_AT_START = /^[(](?:本项|分值|满分|计|共)?:?([0-9]+(?:\.[0-9]+)?)分[)][:,]?/
// 按完成比例计2.5分，… is no head: it gives them.
const OWN_IN_HEAD = /^[^:,。;扣得加(]{2,18}?[(]?(?<![计记赋][(]?|[0-9.])([0-9]+(?:\.[0-9]+)?)分[)]?[:,。]/

/** 投放准确率(2分)80%以上…: after what is measured, or after its standard. */
const OWN_INSIDE = /^([^:;。扣得加(]{2,30})[(]([0-9]+(?:\.[0-9]+)?)分[)](?=[0-9,])/
const BOUNDED = /[0-9%]|[率比量度]$|[于到少][一二两三四五六七八九十]{1,3}[次个项处人篇家场座条]$/

const thousandths = (printed: string | undefined): number => Math.round(Number(printed) * 1000)

type NoAt = Section['noAt']

function section(text: string, noAt: NoAt, from: number, to: number): Section {
  const no = noAt && text.slice(noAt[0], noAt[1])
  const body = text.slice(from, to)
  const atStart = OWN_AT_START.exec(body)
  if (atStart) {
    const start = from + atStart[0].length
    return { no, noAt, from: start, readFrom: start, to, points: thousandths(atStart[1]) }
  }
  const atEnd = OWN_AT_END.exec(body)
  if (atEnd && !(no === null && atEnd[0].includes('满分')))
    return { no, noAt, from, readFrom: from, to: from + atEnd.index, points: thousandths(atEnd[1]) }
  const inside = no === null ? null : OWN_INSIDE.exec(body)
  if (inside && BOUNDED.test(inside[1] ?? '')) {
    const at = from + (inside[1] ?? '').length
    const pointsAt = [at, from + inside[0].length] as const
    return { no, noAt, from, readFrom: from, to, points: thousandths(inside[2]), pointsAt }
  }
  const head = no === null ? null : OWN_IN_HEAD.exec(body)
  if (head) return { no, noAt, from, readFrom: from + head[0].length, to, points: thousandths(head[1]) }
  return { no, noAt, from, readFrom: from, to, points: null }
}

const SCORES = /[扣得加减][^0-9]{0,3}[0-9]|[0-9]分|不得分|一票否决/

/** The parts of `text`, in order; one without a number where nothing is numbered. */
export function sectionsOf(text: string): readonly Section[] {
  return partsOf(text, null, 0, text.length)
}

function partsOf(
  text: string,
  noAt: NoAt,
  from: number,
  to: number,
  outer: string | null = null,
): readonly Section[] {
  const marks = chain(marksIn(text.slice(from, to)), outer)
  const first = marks[0]
  if (!first) return [section(text, noAt, from, to)]
  const head = text.slice(from, from + first.at)
  // A head only names what follows; one that scores is a part of its own.
  const isScoring = SCORES.test(head)
  // 有下列情形之一的，每次扣1分：（1）…；（2）…: a list of cases under one rate.
  if (
    isScoring &&
    head.endsWith(':') &&
    !SCORES.test(text.slice(from + first.at, to).replace(/[。;]最[^。;]*$/, ''))
  ) {
    return [section(text, noAt, from, to)]
  }
  const parts = marks.flatMap((mark, i) => {
    const start = from + mark.at + (mark.to - mark.at)
    const at = from + mark.at + Math.max(0, text.slice(from + mark.at, start).indexOf(mark.no))
    const end = from + (marks[i + 1]?.at ?? to - from)
    return partsOf(text, [at, at + mark.no.length], start, end, mark.style)
  })
  return isScoring ? [section(text, noAt, from, from + first.at), ...parts] : parts
}
