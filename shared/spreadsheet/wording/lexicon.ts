import type { Comparison } from './read-clause'

/** What a word in the lexicon is to the grammar. */
export type WordClass =
  | 'each'
  | 'ordinal'
  | 'front'
  | 'onward'
  | 'before'
  | 'after'
  | 'within'
  | 'deduct'
  | 'gain'
  | 'add'
  | 'zero'
  | 'nil'
  | 'none'
  | 'full'
  | 'emptied'
  | 'until'
  | 'most'
  | 'whole'
  | 'limit'
  | 'adverb'
  | 'own'
  | 'at'
  | 'rated'
  | 'severally'
  | 'judge'
  | 'share'
  | 'veto'
  | 'discretion'
  | 'scope'
  | 'caution'
  | 'else'
  | 'op'
  | 'word'
  | 'comma'
  | 'semi'
  | 'stop'
  | 'dun'
  | 'open'
  | 'close'
  | 'dash'
  | 'fen'
  | 'slash'
  | 'colon'

export interface Entry {
  readonly is: WordClass
  readonly word: string
  readonly cmp?: Comparison
  /** Said outright whether the bound belongs: 及以上, 不足. Otherwise its neighbours may decide. */
  readonly isFirm?: boolean
  readonly scope?: 'item' | 'category' | 'total'
}

function list(is: WordClass, words: string, more: Partial<Entry> = {}): readonly Entry[] {
  return words.split(' ').map((word) => ({ is, word, ...more }))
}

const ENTRIES: readonly Entry[] = [
  ...list('each', '每'),
  ...list('ordinal', '第'),
  ...list('front', '前 头 最初'),
  ...list('onward', '起 开始 以后每 之后每 起算'),
  // A bound's word before its number …
  ...list('before', '低于 不足 不满 不到 小于 少于 未达到 达不到 未达 未满 没达到 没有达到 未能达到 不达 <', {
    cmp: '<',
    isFirm: true,
  }),
  ...list(
    'before',
    '不超过 不高于 不大于 不多于 未超过 未超出 不超出 小于等于 小于或等于 低于或等于 低于等于 不得超过 不得高于 ≤',
    {
      cmp: '<=',
      isFirm: true,
    },
  ),
  ...list('before', '超过 超出 高于 大于 多于 超 >', { cmp: '>', isFirm: true }),
  ...list(
    'before',
    '达到 达 达到或超过 不低于 不少于 不小于 不得低于 不得少于 大于等于 大于或等于 高于或等于 高于等于 至少 满 累计达 累计达到 ≥',
    { cmp: '>=', isFirm: true },
  ),
  ...list('before', '控制在 保持在', { cmp: '<=' }),
  // … and after it.
  ...list('after', '以上', { cmp: '>=' }),
  ...list('after', '及以上 或以上 含以上 及其以上 和以上', { cmp: '>=', isFirm: true }),
  ...list('after', '以下', { cmp: '<' }),
  ...list('after', '及以下 或以下 含以下 及其以下 和以下', { cmp: '<=', isFirm: true }),
  ...list('after', '以内 之内', { cmp: '<=' }),
  ...list('after', '及以内 含以内', { cmp: '<=', isFirm: true }),
  ...list('after', '以外', { cmp: '>', isFirm: true }),
  ...list('within', '含 包含 含本数 不含 不包含 不含本数'),
  // What a clause does to the points.
  ...list('deduct', '扣 扣除 扣减 扣分 减 减分 减去 计扣 减扣 酌扣 扣掉 扣去 罚 罚扣'),
  ...list('gain', '得 计 记 给 给予 可得 各得 计得 赋 记入 赋分'),
  ...list('add', '加 加分 奖 奖励 加计 另加 再加 增加 奖励加 奖励分 加奖'),
  ...list(
    'zero',
    '不得分 不给分 不予给分 不计分 不予计分 不予得分 不得该项分 不得本项分 不得此项分 不记分 得分清零 分数清零 作零分处理 按零分处理 作0分处理 按0分处理 按零分计 按0分计 以零分计 以0分计 计为零分 计为0分 扣满分 扣该项全部分值 扣本项全部分值 扣该项全部分 扣本项全部分 扣该项分 扣本项分 扣全部分 扣除该项分 扣除本项分 扣除该项全部分 扣除本项全部分 扣除全部 全扣 全部扣除 全部扣完 扣完本项 扣完该项 扣除全部分值 扣除全部分 扣全部分值 扣全分 扣除本项全部分值 扣除该项全部分值 扣除本项分值 扣除全部得分 扣完本项分值 扣完该项分值 扣完本项全部分值 扣完全部分值 扣完此项分 扣完该项分 扣完本项分 分值全扣 扣光 不得任何分 该项分数全扣 分数全扣 扣除该项分值 扣除本项得分',
  ),
  ...list('nil', '零分'),
  ...list(
    'none',
    '免扣 不扣分 不予扣分 免予扣分 不扣 不作扣分 免扣分 不减分 不加分 不再扣分 免于扣分 不计扣分 不予加分',
  ),
  ...list('full', '满分 全分 全部分值'),
  ...list('emptied', '扣完 扣满 扣至 扣到 扣光'),
  ...list(
    'until',
    '减完为止 减至0分为止 扣完为止 直至扣完 直至扣完为止 至扣完为止 扣完即止 扣完止 直到扣完 直到扣完为止 至扣完 至扣完止 扣光为止 扣至零分为止 扣至0分为止 扣到0分为止 扣到零分为止 扣至0分止 至0分为止 扣分扣完为止 直至0分 直至扣完该项分值 直至扣完本项分值 直至本项分值扣完 直至本项分值扣完为止 直至该项分值扣完为止 直至扣光 扣至本项0分为止 扣完本项分值为止 扣完该项分值为止 扣完本项为止 扣完该项为止 扣完该项分为止 扣完本项分为止 至本项扣完为止 至本项分值扣完为止 本项扣完为止 该项扣完为止 扣完所有分值为止 扣完全部分值为止 至扣完本项分值为止 至扣完本项分为止',
  ),
  ...list('most', '最多 最高 至多 上限 上限为 限额 封顶 限扣 累计最高 累计最多 以内封顶'),
  ...list(
    'whole',
    '累计 合计 总计 总和 全年累计 两项合计 以上合计 共计 合并 总共 扣分合计 累计扣分 合计扣分 累计加分 合计加分 加分合计 加分累计 加分总和 扣分总和 扣分累计 总扣分 总加分 累计得分 合计得分 本项累计 本条累计 全年 单项 本条 年度累计',
  ),
  ...list('limit', '为限 封顶 为止 止 为上限 为最高限'),
  ...list(
    'adverb',
    '再 另 另外 各 即 则 均 应 须 需 将 相应 一次性 直接 并 予以 给予 可 额外 加 累加 追加 就 都 也 在此基础上',
  ),
  ...list(
    'own',
    '基本分 基础分 本项 该项 此项 本小项 该小项 此小项 本条 该条 本指标 该指标 本款 本子项 该子项 本项目 该项目 本项指标 其',
    { scope: 'item' },
  ),
  ...list(
    'scope',
    '本类 本大类 该类 该大类 大类 该大项 本大项 本类别 类指标 所在大类 该部分 本部分 本章 本板块',
    {
      scope: 'category',
    },
  ),
  ...list(
    'scope',
    '总分 年度总分 考核总分 全年总分 总成绩 总得分 考核总成绩 全年考核 年度考核 当年考核 全年考核得分',
    { scope: 'total' },
  ),
  ...list('at', '按 按照 以 照'),
  ...list('rated', '计算 的标准 标准 扣除 扣分 扣减 计扣 计分 计 扣'),
  ...list('severally', '分别 依次'),
  ...list(
    'judge',
    '视情节 视情况 视情 酌情 视程度 视严重程度 视情节轻重 视情节严重程度 视数量 视整改情况 视影响程度 视问题严重程度 视现场情况 根据情况 根据情节 根据情节轻重 根据程度 根据严重程度 根据实际情况 视具体情形 视具体情况 视完成情况 视轻重 视范围大小 视面积大小 视现场情况酌情 视情酌情 视情况酌情 由检查组酌情 由考核组酌情 酌情予以 视质量 视效果 视面积 视影响 视后果',
  ),
  ...list(
    'share',
    '比例得分 比例计分 比例折算 比例给分 比例计算 比例赋分 比例扣分 比例扣减 比例扣除 比例记分 比例核算 比例换算 比例折算得分 比例折算计分 比例计算得分 比例换算得分 比率折算 比率计分 比率得分 按实得分 按实际得分 折算得分 折算计分 折算成得分 之比计分 之比得分 之比折算 乘以本项分值计分 乘以本项分值 乘以该项分值 乘以分值 ×本项分值 ×该项分值 ×本项满分 ×满分 ×该项满分 ×标准分 ×本项标准分 ×本项标准分值 乘以本项满分 乘以满分 乘以该项满分 乘以标准分 乘以本项标准分 ×分值 比例得相应分值 比例得相应分 比例计相应分值',
  ),
  ...list('op', '乘以 乘'),
  ...list('zero', '扣除本类全部得分 扣除本类全部分值 扣除本大类全部得分 扣除所在大类全部得分', {
    scope: 'category',
  }),
  ...list('front', '首 初'),
  ...list(
    'discretion',
    '酌情评分 酌情给分 酌情打分 酌情计分 酌情得分 酌情赋分 酌情扣分 酌情扣减 酌情评定 综合评分 综合打分 综合评定得分 综合评定',
  ),
  ...list('share', '率计分 率得分 率给分 率折算 率计算得分 率折算计分'),
  ...list('veto', '一票否决 一票否决制 实行一票否决 予以一票否决'),
  ...list('else', '否则 其余 其他 其它 反之'),
  ...list('op', '× ÷ = + ≈'),
  ...list('slash', '/'),
  ...list(
    'caution',
    '加倍 该件 该处 该户 该起 该座 该点 双倍 翻倍 翻番 减半 折半 倒扣 负分 至负 顺延 以此类推 依此类推 依次类推 同上 同前 同理 参照上 除外 例外 递增 递减 递进 逐级 逐次 累进 折扣 两倍 三倍 2倍 3倍 1.5倍 一倍 5倍 加重 从重 从轻 减轻 打折 对半 一半 三倍 四倍 按倍 成倍 权重 分摊 该条道路 该路段 该小区 该工地 该店 该家 换算 折合 为准 系数 加权 扣分值',
  ),
  ...list('fen', '分'),
  ...list('comma', ', :'),
  ...list('semi', ';'),
  ...list('stop', '。 ! ? \n'),
  ...list('dun', '、'),
  ...list('open', '('),
  ...list('close', ')'),
  ...list('dash', '- 至 到'),
  // Words that look like something above and are not.
  ...list(
    'word',
    '统一 一次性 一次性告知 一般 一经 一旦 一律 一致 一并 一些 一定 一切 一直 一体 一线 一把手 同一 唯一 单一 进一步 之一 一户一表 一店一牌 第一时间 第三方 一张图 一站式 一条龙 一件事 一岗双责 ' +
      '评分 打分 给分 计分法 积分 分值 分数 部分 分类 分档 分级 充分 分包 分布 分工 分解 分散 分析 分管 区分 划分 成分 水分 失分 学分 十分 百分制 分开 ' +
      '扣件 扣押 扣留 暂扣 克扣 纽扣 查扣 挂扣 搭扣 收得 取得 获得 不得 使得 值得 懂得 记得 求得 难得 得到落实 得到有效 得当 得体 计划 计量 统计 设计 合计数 计入 计时 审计 预计 估计 会计 计算机 ' +
      '记录 登记 标记 书记 笔记 记载 日记 记者 给水 供给 补给 自给 发给 交给 加强 加工 加大 加快 增加值 参加 加装 加盖 加油 加固 加剧 加班 加气 加氯 附加 施加 添加 加梯 加密 加压 ' +
      '减少 减排 减速 减量 减免 减缓 削减 裁减 缩减 到位 达标 到达 下达 发达 传达 抵达 到期 到场 到岗 到户 到人 收到 受到 遭到 接到 得到 做到 达不到位 看到 到户率 到位率 直到 及到 遇到 感到 ' +
      '夏至 冬至 甚至 以至 至今 及至 前三包 门前 之前 目前 提前 前期 事前 当前 前后 前往 前端 前置 头部 街头 路头 接头 龙头 水龙头 码头 前款 前述 前列 汛前 节前 会前 底前 期前 年前 日前 月前 前厅 ' +
      '起草 发起 引起 起火 一起来 起到 起诉 起重 起码 起立 起居 翘起 起拱 起砂 起皮 起泡 隆起 起伏 拱起 其中 其余零散 其他零散 极其 尤其 及其 与其 其实 何其 ' +
      '满足 满意 圆满 满溢 饱满 满载 爆满 充满 期满 满意度 满意率 满员 布满 届满 超标 超限 超期 超时 超员 超载 超范围 超高 超宽 超速 超重 超负荷 超市 商超 超额 超编 超规模 超门线 超店 赶超 超前 超出门 ' +
      '罚款 处罚 刑罚 罚缴 罚没 罚单 惩罚 责罚 首违不罚 免罚 应知 应急 应当 响应 供应 相应措施 效应 应用 反应 对应 适应 应检 应配 应收 应退 应移 应审 应亮 应灭 应承 应签 应整 应设 应建 应办 应付 应补 应报 应拆 应公 应开 应达 应换 应清 应保 ' +
      '即时 立即 随即 当即 及时 即可 须知 必须 无须 需要 急需 必需 需求 均匀 平均 人均 均衡 户均 日均 可以 可能 可靠 可视 许可 认可 可燃 可回收 可再生 可追溯 可口 可查 可见 就近 就业 成就 就餐 就医 就诊 再生 再次 再度 再利用 另有 直接责任 并网 并轨 合并 并列 并存 并行 并联 并未 予以整改 各类 各项 各级 各种 各区 各单位 各部门 各县 各街道 各处 各个 各自 各地 各方 都市 也门 ' +
      '含量 包含在 含水 含氧 含油 含硫 含义 奖牌 获奖 奖项 评奖 奖惩 奖金 大奖 有奖 将要 即将 将来 ' +
      '按时 按期 按规定 按要求 按计划 按月 按季 按年 按日 按周 按标准 按规范 按图 按批准 按核准 按照规定 按照要求 按需 按程序 按户 按人 按序 按量 按质 按比例配备 按照标准 以及 以来 以前 以后 以便 以免 可以 予以 加以 难以 足以 所以 以旧 以岗 以路 以克论净 ' +
      '标准化 计算公式 总体 全部 全年无 单项工程 累计时间 最高人民 最高点 最高处 最高温 最高气温',
  ),
]

const BY_FIRST = new Map<string, Entry[]>()
for (const entry of ENTRIES) {
  const first = entry.word.charAt(0)
  const list = BY_FIRST.get(first)
  if (list) list.push(entry)
  else BY_FIRST.set(first, [entry])
}
for (const entries of BY_FIRST.values()) entries.sort((a, b) => b.word.length - a.word.length)

/** The longest entry that begins at `from` of plain text; null where none does. */
export function entryAt(text: string, from: number): Entry | null {
  return BY_FIRST.get(text.charAt(from))?.find((entry) => text.startsWith(entry.word, from)) ?? null
}
