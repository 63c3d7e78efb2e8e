import { wordIndex } from './word-index'

/**
 * What is counted and measured in standards. The list is open: where a word stands in a unit's place (每…扣) it is
 * taken for one, with less confidence.
 */
const COUNTED =
  '处 次 个 项 件 起 人 人次 户 户次 家 座 条 块 辆 辆次 车次 台 台次 套 株 棵 盏 根 基 篇 份 期 场 场次 店 站 站点 点 点位 片 段 路段 栋 幢 单元 层 楼 楼栋 楼层 ' +
  '组 只 例 摊 案 卷 档 类 种 样 名 班次 班 单 封 宗 本 张 幅 面 井 部 处次 项次 件次 条次 家次 座次 个次 泊位 工地 地块 门 间 房 桶 箱 车 船 艘 轮 遍 趟 页 枚 支 ' +
  '柱 杆 盆 批 批次 笔 街 巷 村 镇 乡 校 院 园 位 路 厂 坑 洞 排 列 串 堆 袋 把 扇 匹 头 群 团 道 栏 款 目 单位 社区 小区 企业 路口 街道 项目 部门 学校 问题 卷宗 网格 市场 ' +
  '车位 井盖 摊位 台账 车辆 标段 环节 岗位 楼院 广告 牌 亭 箱体 树 穴 杯 口 题 册 屏 晚 图斑 蹲位 厕位 席 餐位 摊点'
const MEASURED =
  '微克/立方米 毫克/立方米 毫克/升 克/平方米 吨/平方公里 米 延米 延长米 平方米 平米 平方 立方米 立方 方 公里 千米 平方公里 厘米 毫米 公分 克 千克 公斤 斤 吨 亩 公顷 元 成 万元 亿元 分贝 ℃ 摄氏度 度 倍 毫克 兆帕 千瓦时 勒克斯 升 ' +
  '% ‰ 个百分点 百分点 m ㎡ m² m2 m³ m3 km cm mm g kg t dB dB(A) g/㎡ MPa kPa Pa mg/L mg/m³ μg/m³ ug/m3 NTU lx Lx cd V kV A kW hm² ha km²'
const PERIODS =
  '天 日 小时 分钟 秒 周 月 个月 年 季度 季 学时 课时 工作日 自然日 半天 半年 旬 年度 星期 昼夜 月份 个工作日 个小时 个自然日 个季度 个学时 个课时 个星期 个年度'
/** After 个 these say what is counted: 每个工地 counts 工地, while 每个问题 counts 个. */
const PLACES =
  '工地 点位 地块 单元 站点 泊位 路段 标段 路口 网格 班次 街区 楼栋 楼层 公厕 点段 站点位 节点 车位 门店 店铺 楼院 院落 项目 小区 社区 企业 单位 街道 学校 市场 村 镇 乡'

const MEASURES = new Set(MEASURED.split(' '))
const TIMES = new Set(PERIODS.split(' '))
const UNITS = wordIndex(
  [...`${COUNTED} ${MEASURED} ${PERIODS}`.split(' '), ...PLACES.split(' ').map((place) => `个${place}`)],
  (unit) => unit,
)

/** A word that begins like a unit and is none: 100个性化…, 三天门…. */
const NO_UNIT =
  /^(?:点(?:[前后钟至到整半]|多)|度假|面积|日常|年级|方面|层面|条件|单独|级|类似|次干|名单|名录|件数|户外|部分|本项|个别|场所|场地|台风|家庭|人员|人均|人民|处理|处置|处罚|处分|路面|位置|位于|项下|道路|车身|群众|口头|头部|牌照|站台|张贴|块状|片区|株距|案由|例外|例行|路灯|路牌|路长|栏杆|人行|人力|班组|班长|台阶|箱盖|门店|门头|牌匾|店招|店铺|店面|楼道|桶站|桶身|井圈|树池|房屋|口罩|屏幕|街长|组长|站长|段长|道口|户主|场馆|厂区|园区|校园|村庄|镇区|院墙|车主|车间|船只|盆景)/

export interface UnitAt {
  /** As clauses name it: 个 is dropped before 百分点, 工作日 and places. */
  readonly unit: string
  readonly to: number
}

/** The longest known unit at `from` of plain text; null where none begins there. */
export function unitAt(text: string, from: number): UnitAt | null {
  const found = UNITS.longestAt(text, from)
  if (found === null || NO_UNIT.test(text.slice(from, from + 3))) return null
  const to = from + found.length
  // 每只次, 每株次: times that something is found.
  if (
    found.length === 1 &&
    text.charAt(to) === '次' &&
    !TIMES.has(found) &&
    /^[扣的,(不每]/.test(text.charAt(to + 1))
  )
    return { unit: `${found}次`, to: to + 1 }
  return { unit: clauseUnit(found), to }
}

function clauseUnit(printed: string): string {
  if (printed === '个月' || printed.length < 3 || !printed.startsWith('个')) return printed
  return printed.slice(1)
}

/** A share in a hundred: 80% and 5个百分点 measure the same thing. */
export const isShareUnit = (unit: string): boolean => unit === '%' || unit === '百分点' || unit === '‰'
/** Measured, not counted: metres, grams, degrees, shares. */
export const isMeasuredUnit = (unit: string): boolean => MEASURES.has(unit) || isShareUnit(unit)
/** A stretch of time. */
export const isTimeUnit = (unit: string): boolean => TIMES.has(unit)
/** The same scale: 98% and 1个百分点, 95分 and 1分. */
export const isSameScale = (a: string, b: string): boolean => a === b || (isShareUnit(a) && isShareUnit(b))
