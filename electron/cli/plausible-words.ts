import type { Seeded } from './seeded'

const PLACES = [
  '建设路与人民路交叉口',
  '中心广场东侧',
  '滨河路南段',
  '火车站站前广场',
  '第二农贸市场门前',
  '文化路背街',
  '科技大道西延段',
  '老城区三条街',
  '开发区东环路',
  '市民公园北门',
]
const NOTES = [
  '已当场告知责任单位，限期整改。',
  '现场已有人处置，次日复查。',
  '与台账记录不一致，已请责任单位说明。',
  '同类问题上次检查已指出。',
]
const EXCLUSIONS = ['本地无此类设施', '检查期间该项目尚未启用', '不在本次检查的区域内']

/** Why something was marked: where, and how it was found. */
export function plausibleReason(seeds: Seeded): string {
  const how = seeds.pick(['现场查看', '抽查台账', '询问值守人员', '沿线巡查'])
  return `${seeds.pick(PLACES)}，${how}发现`
}

export function plausiblePlace(seeds: Seeded): string {
  return seeds.pick(PLACES)
}

/** So many different places, in the order of the list from a place of chance on. */
export function plausiblePlaces(seeds: Seeded, count: number): readonly string[] {
  const start = seeds.below(PLACES.length)
  return [...PLACES.slice(start), ...PLACES.slice(0, start)].slice(0, count)
}

export function plausibleNote(seeds: Seeded): string {
  return seeds.pick(NOTES)
}

export function plausibleExclusion(seeds: Seeded): string {
  return seeds.pick(EXCLUSIONS)
}
