import type { ItemKind } from '../../domain/rubric/rubric'

// The filed language is Chinese in every locale: these are papers, not screens.

/** Every text of the standard's own workbook and of the blank sheet that is not data. */
export const STANDARD_WORDS = {
  standardSheet: '评分标准',
  summarySheet: '大项汇总',
  dataSheet: '标准数据（请勿修改）',
  facts: (version: string, full: string, items: number) => `版本${version}　满分${full}分　共${items}项`,
  source: (source: string) => `来源：${source}`,
  standardHeads: [
    '大项',
    '分组',
    '编号',
    '标题',
    '考核内容',
    '评分标准',
    '分值',
    '检查方式',
    '备查资料',
    '牵头单位',
    '配合单位',
    '类别',
  ] as const,
  node: (code: string, title: string, points: string) => `${code}　${title}（${points}分）`,
  list: '、',
  path: ' / ',
  outside: '不计分值',
  kinds: { normal: '', bonus: '加分项', penalty: '总分扣减项', veto: '一票否决项' } satisfies Record<
    ItemKind,
    string
  >,
  summaryTitle: (title: string) => `${title}：大项汇总`,
  summaryHeads: ['编号', '大项', '项数', '满分', '权重'] as const,
  sum: '合计',
  dataTitle: (digest: string) => `标准摘要（SHA-256）：${digest}`,
  dataNotice:
    '本表保存“评分标准”表中写不下的内容（条款形式与参数、舍入、等次、合理缺项等），导入时据此原样还原，请勿修改。要修改标准，请改“评分标准”表后重新导入，或在程序中修改。',
  dataHeads: ['层级', '类型', '编号', '标题', '段', '内容（JSON）'] as const,
  blankSheet: '空白评分表',
  blankTitle: (title: string) => `${title}　现场评分表`,
  blankFacts: ['考核对象：', '考核轮次：', '检查日期：　　　　年　　月　　日', '检查员：'] as const,
  blankHeads: ['编号', '考核项目', '考核内容', '评分标准', '分值', '扣分', '得分', '扣分原因'] as const,
  category: (code: string, title: string, weight: string, full: string) =>
    `${code}　${title}（权重${weight}，满分${full}分）`,
  subtotal: (title: string) => `小计：${title}`,
  total: '合计',
  weightedTotal: '总分（各大项得分按权重折算后相加）',
  continued: (code: string) => `${code}（续）`,
  footer: (title: string, version: string) => `${title}　版本${version}`,
} as const
