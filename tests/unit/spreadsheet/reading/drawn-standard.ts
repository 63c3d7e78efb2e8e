import fc from 'fast-check'

/** A standard as one thinks of it, before it is laid out: categories, groups where there are any, items. */
export interface DrawnItem {
  readonly title: string
  readonly content: string
  readonly rule: string
  /** In 分; 0: none, as it adds to the total. */
  readonly points: number
  readonly units: readonly string[]
  readonly methods: readonly string[]
}
export interface DrawnGroup {
  readonly name: string
  readonly items: readonly DrawnItem[]
}
export interface DrawnCategory {
  readonly name: string
  readonly groups: readonly DrawnGroup[]
}

// biome-ignore format: lists of words
const CATEGORIES = ['市容秩序', '环境卫生', '园林绿化', '市政设施', '户外广告', '垃圾分类', '数字城管', '违法建设治理', '综合管理'] as const
// biome-ignore format: lists of words
const GROUPS = ['占道经营', '流动摊点', '道路清扫', '公厕管理', '绿地养护', '行道树', '路灯照明', '井盖设施', '门头招牌', '城市家具', '案件处置', '宣传培训', '建筑工地', '河道水面', '停车秩序', '背街小巷'] as const
// biome-ignore format: lists of words
const PLACES = ['主次干道', '背街小巷', '农贸市场周边', '广场公园', '居民小区', '城乡结合部', '学校医院门前', '沿河两岸'] as const
// biome-ignore format: lists of words
const WANTED = ['路面整洁，无积存垃圾、无污水', '无占道经营、无店外经营', '设施完好，无缺失、破损', '立面干净，无乱贴乱画', '绿地内无杂物，补栽及时', '车辆停放有序', '记录齐全，按月上报', '机械化清扫率不低于80%'] as const
// biome-ignore format: lists of words
const RULES = ['每处扣0.2分，扣完为止', '发现一处不合格扣0.5分', '未达到要求的不得分', '每缺一项扣1分', '每低1个百分点扣0.5分', '视情况扣0.5-1分', '发现一处扣0.1分；情节严重的扣1分', '未按时完成的，每起扣0.5分'] as const
const UNITS = ['城管局', '环卫处', '园林局', '市政公司', '各街道办事处', '住建局'] as const
const METHODS = ['实地查看', '查阅资料', '暗访', '现场检查', '数据调取'] as const

const points = fc.constantFrom(1, 2, 3, 4, 5, 6, 8, 10, 1.5, 2.5)

/** What adds to the total, by 1 or 2 items. */
export const BONUS: DrawnCategory = {
  name: '加分项',
  groups: [
    {
      name: '创新工作',
      items: [
        {
          title: '经验推广',
          content: '工作经验在全市推广的',
          rule: '每项加1分，最高加2分',
          points: 0,
          units: ['各街道办事处'],
          methods: ['查阅资料'],
        },
        {
          title: '表彰奖励',
          content: '获得市级以上表彰的',
          rule: '每项加0.5分',
          points: 0,
          units: ['城管局'],
          methods: ['查阅资料'],
        },
      ],
    },
  ],
}

/** A tree of up to 4 categories; every title and every text once. `depth` 2 has groups between category and item. */
export function standardOf(depth: 1 | 2): fc.Arbitrary<readonly DrawnCategory[]> {
  const item = fc.record({
    rule: fc.constantFrom(...RULES),
    points,
    units: fc.subarray([...UNITS], { minLength: 1, maxLength: 2 }),
    methods: fc.subarray([...METHODS], { minLength: 1, maxLength: 2 }),
    wanted: fc.constantFrom(...WANTED),
  })
  const counts = fc.array(
    fc.array(fc.array(item, { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: depth === 2 ? 3 : 1,
    }),
    { minLength: 2, maxLength: 4 },
  )
  return counts.map((categories) => {
    let group = 0
    let seq = 0
    return categories.map((groups, i) => ({
      name: CATEGORIES[i] ?? '其他工作',
      groups: groups.map((items) => ({
        name: GROUPS[group++] ?? `其他${group}`,
        items: items.map(({ wanted, ...rest }) => {
          const place = PLACES[seq % PLACES.length] ?? ''
          const road =
            seq < PLACES.length ? '' : `第${'二三四五六七八九'[Math.floor(seq / PLACES.length) - 1]}片区`
          seq += 1
          return { ...rest, title: `${road}${place}`, content: `${road}${place}${wanted}` }
        }),
      })),
    }))
  })
}

export function itemsOf(categories: readonly DrawnCategory[]): readonly DrawnItem[] {
  return categories.flatMap(({ groups }) => groups.flatMap(({ items }) => items))
}

export function worthOf(items: readonly DrawnItem[]): number {
  return items.reduce((sum, item) => sum + item.points, 0)
}
