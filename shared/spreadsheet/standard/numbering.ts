import type { ReadItem } from '../reading/reading'
import { type Branch, isBranch, itemsIn } from './branches-of'

/** The code that is shown for a node, and the id that stays: by the same number the same, whenever it is read. */
export interface Numbered {
  readonly code: string
  readonly id: string
}

/** The longest code. */
const LONGEST = 50
const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 to 99 as 一 to 九十九; others in Arabic digits. */
export function inChinese(no: number): string {
  if (!Number.isSafeInteger(no) || no < 1 || no > 99) return String(no)
  const [tens, ones] = [Math.floor(no / 10), no % 10]
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[ones]}`
}

/**
 * Codes and ids of all nodes. Categories are 一, 二 … (or as printed, where that is no plain number: items have those);
 * groups have the number that their items' begin with, or 一（二）. Items have their printed number; where numbering
 * begins anew in each category (or group) that one's code stands before it: 一.3. A number that is printed twice in
 * one count stays twice: the proof says so. An item without a number is named by its place: 一-3.
 */
export function numberingOf(branches: readonly Branch[]): ReadonlyMap<Branch | ReadItem, Numbered> {
  const out = new Map<Branch | ReadItem, Numbered>()
  const codes = new Set<string>()
  const ids = new Set<string>()
  const isAnew = restarts(branches.map(itemsIn))
  branches.forEach((top, at) => {
    const own: Numbered = { code: take(categoryCodes(top, at), codes), id: once(`c${at + 1}`, ids) }
    out.set(top, own)
    const groups = top.children.filter(isBranch)
    const isAnewInGroups = restarts(groups.map(itemsIn))
    let place = 0
    const walk = (branch: Branch, parent: Numbered, prefix: Numbered | null) => {
      let groupNo = 0
      for (const child of branch.children) {
        if (isBranch(child)) {
          groupNo += 1
          const named = {
            code: take([child.code ?? '', `${parent.code}（${inChinese(groupNo)}）`], codes),
            id: once(`${parent.id}.g${groupNo}`, ids),
          }
          out.set(child, named)
          walk(child, named, isAnewInGroups && branch === top ? named : prefix)
          continue
        }
        place += 1
        const number = child.number?.trim() ?? ''
        const before = prefix === null ? '' : `${prefix.code}.`
        const code = number === '' ? `${own.code}-${place}` : `${before}${number}`
        const key =
          number === '' ? `${own.id}-${place}` : `${prefix === null ? '' : `${prefix.id}.`}${slug(number)}`
        out.set(child, { code: code.slice(0, LONGEST), id: once(`i-${key}`, ids) })
      }
    }
    walk(top, own, isAnew || isAnewInGroups ? own : null)
  })
  return out
}

/** Whether most lists after the first begin with a number that one before them has. */
function restarts(lists: readonly (readonly ReadItem[])[]): boolean {
  const seen = new Set<string>()
  let [anew, all] = [0, 0]
  for (const list of lists) {
    const numbers = list.flatMap(({ number }) =>
      number === null || number.trim() === '' ? [] : [number.trim()],
    )
    const [first] = numbers
    if (first === undefined) continue
    if (seen.size > 0) {
      all += 1
      if (seen.has(first)) anew += 1
    }
    for (const number of numbers) seen.add(number)
  }
  return all > 0 && anew * 2 >= all
}

const ORDINAL = /^(?:第)?([一二三四五六七八九十百]+|[A-Za-z]|[IVX]+)(?:部分|大项|章|类|项)?$/

/** As printed before the name: 一、 or 第三部分; then its place. */
function categoryCodes({ title, name }: Branch, at: number): readonly string[] {
  const lead = title.slice(0, Math.max(0, title.indexOf(name))).replace(/[\s、.．:：（）()]/g, '')
  return [ORDINAL.exec(lead)?.[1] ?? '', inChinese(at + 1), `${at + 1}类`]
}

function take(wanted: readonly string[], taken: Set<string>): string {
  const candidates = wanted.map((code) => code.slice(0, LONGEST)).filter((code) => code !== '')
  const last = candidates[candidates.length - 1] ?? '类'
  let code = candidates.find((each) => !taken.has(each)) ?? last
  for (let no = 2; taken.has(code); no += 1) code = `${last.slice(0, LONGEST - 6)}·${no}`
  taken.add(code)
  return code
}

function once(id: string, taken: Set<string>): string {
  let own = id
  for (let no = 2; taken.has(own); no += 1) own = `${id}:${no}`
  taken.add(own)
  return own
}

/** A printed number as part of an id. */
function slug(number: string): string {
  const plain = number.normalize('NFKC').replace(/[^\p{L}\p{N}_.-]+/gu, '-')
  return plain.replace(/^-+|-+$/g, '').slice(0, 100) || 'x'
}
