import type { PlaceKind } from '../domain/round/place'
import type { Role, RoundKind } from '../domain/round/round'
import type { Stand } from '../domain/sheet/mark'

// The filed language is Chinese in every locale: workbook and report are papers, not screens.

export const KIND_WORDS = {
  self: '自评',
  peer: '互查',
  mock: '模拟考核',
  formal: '正式考核',
  recheck: '复查',
} as const satisfies Record<RoundKind, string>

export const ROLE_WORDS = {
  inspector: '检查员',
  'team-leader': '组长',
  office: '领导小组办公室',
} as const satisfies Record<Role, string>

export const PLACE_KIND_WORDS = {
  road: '道路',
  lane: '背街小巷',
  market: '市场',
  station: '车站',
  estate: '小区',
  site: '工地',
  park: '公园绿地',
  water: '河道水体',
  toilet: '公厕',
  waste: '垃圾站点',
  school: '学校',
  hospital: '医院',
  office: '单位',
  other: '其他',
} as const satisfies Record<PlaceKind, string>

export const STATUS_WORDS = {
  unchecked: '未查',
  clear: '已查无问题',
  'clear-together': '无问题（成批）',
  scored: '已评分',
  excluded: '合理缺项',
} as const satisfies Record<Stand, string>

/** '2026-11-23' as 2026年11月23日; anything else as it is. */
export function dayWords(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  return match === null ? day : `${match[1]}年${Number(match[2])}月${Number(match[3])}日`
}

/** An ISO 8601 UTC time as Beijing time (UTC+8, the one time of the country): never the machine's own zone. */
export function timeWords(at: string): string {
  const time = Date.parse(at)
  if (Number.isNaN(time)) return at
  const local = new Date(time + 8 * 3_600_000).toISOString()
  return `${dayWords(local.slice(0, 10))} ${local.slice(11, 19)}（北京时间）`
}

/** Basis points as a percentage: 1000 → 10%, 1050 → 10.5%. */
export function weightWords(weight: number): string {
  return `${(weight / 100).toFixed(2).replace(/\.?0+$/, '')}%`
}

/** Thousandths with two decimals, three where the third counts: 200 → 0.20, 125 → 0.125. */
export function scoreWords(milli: number): string {
  return (milli / 1000).toFixed(milli % 10 === 0 ? 2 : 3)
}

/** One number, or the range still reachable. */
export function rangeWords(low: number, high: number): string {
  return low === high ? scoreWords(high) : `${scoreWords(low)}～${scoreWords(high)}`
}

/** What a category brings to the total, always with three decimals: a column of such shares is added up by eye. */
export function shareWords(low: number, high: number): string {
  const figure = (milli: number) => (milli / 1000).toFixed(3)
  return low === high ? figure(high) : `${figure(low)}～${figure(high)}`
}
