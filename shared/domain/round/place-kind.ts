import { PLACE_KINDS, type PlaceKind, placeName } from './place'

/** What a name ends with, or has in it, and what that is: the first that fits, so that 垃圾中转站 is no station. */
const SIGNS: readonly (readonly [PlaceKind, RegExp])[] = [
  ['waste', /垃圾|中转站|转运站|处理厂|填埋场/],
  ['toilet', /公厕|厕所|卫生间/],
  ['site', /工地|项目部|施工/],
  ['market', /市场|农贸|菜场|商城|夜市/],
  ['school', /学校|大学|中学|小学|学院|幼儿园/],
  ['hospital', /医院|卫生院|诊所/],
  ['station', /[车客货地]站|火车站|汽车站|地铁站|公交站|站前|高铁站|机场|[^服务]站$/],
  ['estate', /小区|社区|家园|花园|公寓|家属院|新村|苑$/],
  ['park', /公园|游园|绿地|广场|绿化带|植物园/],
  ['water', /[河湖渠塘溪]$|水库|湿地/],
  ['lane', /[巷弄]$|胡同|背街|小巷/],
  ['road', /[路街]$|大道$|大街$|街道$|高架|桥$|路口$|路段$|路[（(]/],
  ['office', /[局委厅]$|政府|中心$|办事处|大厅|公司$/],
]

/** What a place is by its name; 'other' where the name does not say. */
export function kindByName(name: string): PlaceKind {
  const words = placeName(name)
  return SIGNS.find(([, sign]) => sign.test(words))?.[0] ?? 'other'
}

/** What people write in a column of kinds. */
const KIND_WORDS: Readonly<Record<PlaceKind, readonly string[]>> = {
  road: ['道路', '街道', '主干道', '次干道', '支路', '路段'],
  lane: ['背街小巷', '小巷', '背街', '巷道'],
  market: ['市场', '农贸市场', '集贸市场'],
  station: ['车站', '站点', '火车站', '汽车站'],
  estate: ['小区', '住宅小区', '社区', '居民小区'],
  site: ['工地', '建筑工地', '施工工地'],
  park: ['公园', '绿地', '公园绿地', '广场', '游园'],
  water: ['河道', '水体', '河湖', '河道水体'],
  toilet: ['公厕', '厕所'],
  waste: ['垃圾站', '中转站', '垃圾站点', '垃圾中转站', '环卫设施'],
  school: ['学校', '校园'],
  hospital: ['医院'],
  office: ['单位', '机关', '部门', '办事大厅'],
  other: ['其他', '其它'],
}

/** The kind that a word of a list means (its Chinese words, or its name in the file format); null where it is none. */
export function kindByWord(word: string): PlaceKind | null {
  const said = placeName(word)
  return PLACE_KINDS.find((kind) => kind === said.toLowerCase() || KIND_WORDS[kind].includes(said)) ?? null
}
