/** The names of cases: what a tier or a part is called. */

const LEVEL =
  /(?:国家级|省部级|省级|部级|市级|区县级|县区级|区级|县级|镇级|街道级)(?:及?以上)?(?:媒体)?|全国性?会议|中央(?=媒体)|全省会议|全市会议|全区会议|全县会议/

/** A case as printed, without particles at its ends. */
export function bareLabel(lead: string): string {
  return lead
    .replace(/^[,、]+/, '')
    .replace(/[的者]?[,、:]*$/, '')
    .replace(/的$/, '')
}

/** The level of whoever praises or disapproves (省级, 市级媒体); null where none is named. */
export const levelIn = (lead: string): string | null => LEVEL.exec(lead)?.[0] ?? null

/** The cases without the subject that they share, which only the first one names. */
export function caseLabels(labels: readonly string[]): readonly string[] {
  const levels = labels.map(levelIn)
  if (levels.every((level) => level !== null) && new Set(levels).size === labels.length) {
    return levels.map((level) => level ?? '')
  }
  const [first, second] = labels
  if (first === undefined || second === undefined) return labels
  // 被市级命名为示范街区 … 被区级命名: the level tells one from the other.
  if (levels[0] && levels[1] && levels[0] !== levels[1]) return labels.map((label, i) => levels[i] ?? label)
  const own = withoutSubject(first, labels.slice(1))
  return [own, ...labels.slice(1)].map((label) => label.replace(/^(?:评定?为|为|属于?|达到)(?=.)/, ''))
}

function withoutSubject(first: string, others: readonly string[]): string {
  const comma = Math.max(first.lastIndexOf(','), first.lastIndexOf(':'))
  const part = first.slice(comma + 1)
  const second = others[0] ?? ''
  if (others.some((other) => other.includes(part.slice(0, 2)) && part.length > 2)) return part
  const shared = sharedEnd(part, second)
  if (shared >= 2 && part.length > second.length + 1) return part.slice(part.length - second.length)
  const named = /(?:等级|等次|级别|结果)?(?:评定?为|为|排名)(.{1,4})$/.exec(part)?.[1]
  if (named && second.length <= 6 && !second.includes(named)) return named
  const start = part.indexOf(second.charAt(0), 1)
  if (/[未不无没]$/.test(part.slice(0, Math.max(0, start))) || second.startsWith(part.slice(start)))
    return part
  if (start > 1 && second.charAt(0) !== '' && part.length - start <= second.length + 2)
    return part.slice(start)
  return part.replace(/^同比(?=.)/, '')
}

const ORDINAL = '[0-9一二三四五六七八九十]{1,3}'
const RANK = new RegExp(
  `((?:倒数)?第${ORDINAL}(?:[-至到、]第?${ORDINAL})?(?:名|位|次)?(?:[及和或]?以[后上下前])?|[前后末]${ORDINAL}名)(?:发现|出现|发生)?[的者,]*$`,
)

/** The rank or ordinal that a case is called by (第1-3名, 第二次); null where it ends in none. */
export const rankIn = (lead: string): string | null => RANK.exec(lead)?.[1] ?? null

/** Whether two names have two characters in a row in common. */
export function sharesWord(a: string, b: string): boolean {
  for (let i = 0; i + 2 <= a.length; i += 1) if (b.includes(a.slice(i, i + 2))) return true
  return false
}

/** How many characters two words end alike. */
export function sharedEnd(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a.charAt(a.length - 1 - n) === b.charAt(b.length - 1 - n)) n += 1
  return n
}

const NONE = /^(?:全?年内?|年度|当年|半年内?|[0-9]{1,2}月底?前|逾期)?(?:未|无|没有|没|不)/
const NONE_OF = /^.{1,8}?(?:未|无|没有|没)/
const RECORD = /(?:日志|台账|记录|档案|资料|制度|方案|清单).{0,3}(?:缺失|空白)$/

/**
 * Whether a second case can only stand where the first does not: 未设置 … 设置但未公示, 无台账 … 台账不完整,
 * 半年内未更新 … 一年内未更新.
 */
export function excludes(first: string, second: string): boolean {
  if (
    sharedEnd(first, second) >= 3 &&
    first !== second &&
    /[年月天日时次]/.test(first) &&
    /[年月天日时次]/.test(second)
  ) {
    return true
  }
  if (takesUp(first, second)) return true
  const [grade, other] = [GRADE.exec(first)?.[0], GRADE.exec(second)?.[0]]
  if (grade && other && grade !== other && second.length <= first.length + 6) return true
  if (RECORD.test(first) && /^(?:记录|台账|内容|资料|填写|登记)/.test(second)) return true
  if (NONE_OF.test(first) && second.startsWith(first.slice(-2)) && /[未不无没]/.test(second)) return true
  if (/[未无没]/.test(first) && second.startsWith(first.slice(-2)) && POOR.test(second.slice(2))) return true
  const denied = NONE.exec(first)
  if (!denied) return affirms(first, second)
  const done = first.slice(denied[0].length)
  const key = done.slice(0, 2)
  if (key.length < 2) return false
  if (/^(?:未|无|没有|没|不)/.test(second)) return false
  return second.includes(key) || sharesKey(done, second)
}

/** 未建立台账 … 台账不规范: there, but not as it should be. */
const POOR = /^(?:内容|记录|管理)?不(?:够)?(?:完善|健全|规范|完整|齐全|详细|全|清)/

/** How bad or how far: two of these in a row are cases of one thing. */
const GRADE =
  /(?:轻微|较轻|较重|特别严重|严重|轻度|中度|重度|较差|很差|一般|较大|特别重大|重大)(?=$|的$|问题$|污染$|破损$|者$|事故$)/

const DENIED = /(?:没有|未|没|无|不)([\u4e00-\u9fff]{2})/g
const LESS = /^(?:但|[不未无没缺少差低]|逾期|超期)/

/** 未到岗 … 到岗不足15天, 没有 … 有但不全, 隐瞒未报 … 上报但未修复: what was denied begins the second case, done in part. */
export function takesUp(first: string, second: string): boolean {
  const part = first.slice(first.lastIndexOf(',') + 1)
  const start = second.slice(0, 4)
  if (/(?:没有|无)$/.test(part) && second.startsWith('有')) return LESS.test(second.slice(1))
  for (const [, word] of part.matchAll(DENIED)) {
    if (word && second.startsWith(word)) return LESS.test(second.slice(2))
  }
  const [, last] = /[未没不]([\u4e00-\u9fff])$/.exec(part) ?? []
  const [, done] = /^([\u4e00-\u9fff]{1,3})但/.exec(start) ?? []
  return last !== undefined && (done?.includes(last) ?? false)
}

/** 组织机构未成立 … 成立但未开会: what was denied begins the second case, affirmed. */
function affirms(first: string, second: string): boolean {
  const denied = NONE_OF.exec(first.slice(first.lastIndexOf(',') + 1))
  const done = denied ? denied.input.slice(denied[0].length) : ''
  if (/^(?:已|虽|仅)/.test(second) && sharesKey(done, second)) return true
  const key = done.slice(0, 2)
  return (
    key.length === 2 &&
    (second.startsWith(key) || second.startsWith(`已${key}`) || second.startsWith(`虽${key}`))
  )
}

/** 未制定清单 … 已制定但未应用: a word of what was denied comes back, affirmed. */
function sharesKey(done: string, second: string): boolean {
  if (!/^(?:已|虽|有|仅|只|设|建|制|成立|完成)/.test(second)) return false
  for (let i = 0; i + 2 <= done.length; i += 1) if (second.includes(done.slice(i, i + 2))) return true
  return false
}
