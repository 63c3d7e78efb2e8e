import { type ClausePattern, pattern } from './clause-pattern'
import { type Around, isRange, pts, type Reading } from './draft'
import { bareLabel, levelIn, sharedEnd } from './labels'
import type { Level, ReadForm, ReadTier } from './read-clause'
import { findLast, type Said } from './said'
import { isShareUnit } from './units'

/** What reaches beyond the item, and what is left to a person: vetoes, penalties, bonuses, judgement, lists of prices. */

type Scope = 'item' | 'category' | 'total'

const BEYOND =
  /(?:从|在|于)(?:年度|全年|当年|本年度|考核|年终|月度|季度)*(?:考核|综合)?(?:总分|总成绩|总得分|考核得分|考核成绩)|总分|总得分|总成绩/
const BEYOND_CATEGORY = /(?:从|在|于)(?:本|该|所在)?(?:大类|类别|类|大项|项目大类)(?:得分|总分)/

/** What a statement's words say of its reach; null where nothing. */
function scopeIn(said: Said): Scope | null {
  const words = said.lead + said.statement.tail.map((token) => token.text).join('')
  if (said.effect?.scope) return said.effect.scope
  if (/(?:该|本)部分(?:考核|得分)*$/.test(said.lead)) return 'category'
  if (/本大?类|该大?类|大类|类指标|大项|板块/.test(words)) return 'category'
  if (/总分|年度|全年|当年考核|评优|总成绩|不合格|评先|考核得分|考核资格/.test(words)) return 'total'
  if (/本项|该项|此项|本小项|该小项|本条|本指标/.test(words)) return 'item'
  return null
}

const isVetoWords = (said: Said): boolean =>
  /取消.{0,12}(?:资格|得分|成绩|评优|评先)|(?:定|评|确定|直接定)为“?不合格|一票否决/.test(
    said.lead + (said.effect?.text ?? ''),
  )

/** Each case with its points, called by its level (省级) or by what alone tells it from the others. */
function levelled(saids: readonly Said[]): readonly Level[] | null {
  const named = saids.map((said) => levelIn(said.lead))
  const isNamed = named.every((name) => name !== null) && new Set(named).size === named.length
  const labels = isNamed ? named.map((name) => name ?? '') : differing(saids)
  return labels && saids.map((said, i) => ({ label: labels[i] ?? '', points: pts(said.effect?.low) }))
}

/** The words of a case, before what it is counted by. */
function nameOf(said: Said): string {
  const { lead } = said.statement
  const at = said.step ? lead.indexOf(said.step.token) : -1
  const words = (at >= 0 ? lead.slice(0, at) : lead).map((token) => token.text).join('')
  const bare = bareLabel(words)
  return bareLabel(bare.slice(Math.max(bare.lastIndexOf(','), bare.lastIndexOf(':')) + 1))
}

/** 在全省推广 … 在全市推广: cases that end alike, by what stands before; or shares, by their words. */
function differing(saids: readonly Said[]): readonly string[] | null {
  const leads = saids.map(nameOf)
  if (new Set(saids.map((said) => said.effect?.low)).size < saids.length) return null
  if (saids.every((said) => said.band?.isNear && said.band.band.unit === '%')) return leads
  // 取得专利：发明专利每项加1分，实用新型每项加0.3分: cases listed under one head.
  const isListed = /:[^,:]*$/.test(saids[0]?.lead ?? '') && saids.every((said) => said.step?.isEach)
  if (isListed && leads.every((lead) => lead !== '')) return leads
  const first = leads[0] ?? ''
  const shared = Math.min(...leads.slice(1).map((lead) => sharedEnd(first, lead)))
  if (shared < 2 || leads.some((lead) => !lead.endsWith(first.slice(-shared)))) return null
  const labels = leads.map((lead) => lead.slice(0, -shared).replace(/^.*(?:被|获得?|受|在|列入)/, ''))
  return labels.every((label) => label.length > 0) ? labels : null
}

type Reward = Extract<ReadForm, { form: 'bonus' }>

function reward(saids: readonly Said[]): Omit<Reward, 'form'> | null {
  const [first] = saids
  if (!first || saids.some(isRange)) return null
  const step = first.step
  const unit = step?.unit ?? null
  const per = step?.per ?? 1
  if (saids.length === 1) return { unit, per, pointsPerUnit: pts(first.effect?.low), cap: null }
  const levels = levelled(saids)
  if (!levels || saids.some((said) => said.step && said.step.unit !== unit)) return null
  return { unit, per, pointsPerUnit: null, levels, cap: null }
}

const DISAPPROVED = /曝光|通报|督办|批评|媒体|挂牌|约谈|点名|问责/

function penalty(saids: readonly Said[], scope: Scope): Reading | null {
  const fields = reward(saids)
  return fields && { form: { form: 'penalty', ...fields, scope } }
}

export const BEYOND_PATTERNS: readonly ClausePattern[] = [
  pattern(
    'veto',
    'veto nought|plain?',
    ([said, lost], around) => {
      if (!said) return null
      const isSame =
        lost?.is === 'plain' ||
        (lost !== undefined &&
          /^(?:并?(?:且|在|将|对|其)?|本大项|本大类|本类|该类|该大类|所在大类|本项|年度|考核|总分|全年|当年|取消)*$/.test(
            lost.lead,
          ))
      const scope = scopeIn(said) ?? (isSame && lost ? (scopeIn(lost) ?? 'item') : null)
      const isBare = scope === null && around.setting.kind !== 'veto'
      return {
        form: { form: 'veto', scope: scope ?? (around.setting.kind === 'veto' ? 'total' : 'category') },
        takes: isSame ? 2 : 1,
        confidence: isBare ? 0.45 : 1,
      }
    },
    [
      { rule: '擅自处置的，一票否决，本项计0分', form: { form: 'veto', scope: 'item' } },
      {
        rule: '发生重大安全责任事故的，一票否决，年度考核定为不合格等次',
        form: { form: 'veto', scope: 'total' },
      },
      { rule: '发生事故的，一票否决', kind: 'veto', form: { form: 'veto', scope: 'total' } },
    ],
  ),
  pattern(
    'veto-in-other-words',
    'plain',
    ([said]) => {
      if (!said || !isVetoWords(said)) return null
      const scope = scopeIn(said)
      if (scope === 'item') return { form: { form: 'all-or-nothing', deduct: 'all' } }
      return scope && { form: { form: 'veto', scope } }
    },
    [
      { rule: '造成恶劣影响的，取消年度评优资格', form: { form: 'veto', scope: 'total' } },
      { rule: '漏电伤人的，直接取消本类评优资格', form: { form: 'veto', scope: 'category' } },
    ],
  ),
  pattern(
    'all-of-more-than-the-item',
    'nought',
    ([said], around) => {
      const scope = said && scopeIn(said)
      if (!said || said.band?.isNear || said.isElse) return null
      if (around.setting.kind === 'veto') return { form: { form: 'veto', scope: scope ?? 'total' } }
      const isSaid = said.effect?.scope === scope || /(?:指标|得分|分值)?(?:全部|均|一律)?$/.test(said.lead)
      if ((scope !== 'category' && scope !== 'total') || !isSaid) return null
      if (scope === 'total' && !/(?:总分|总成绩|全年|年度)(?:考核|得分|成绩|总分)*$/.test(said.lead))
        return null
      if (
        scope === 'category' &&
        said.effect?.scope !== 'category' &&
        !/类|大项|部分|板块/.test(said.lead.slice(-10))
      )
        return null
      return { form: { form: 'veto', scope } }
    },
    [
      { rule: '坐支罚没款的，本大类不得分', form: { form: 'veto', scope: 'category' } },
      { rule: '发生事故的，园林绿化类指标全部不得分', form: { form: 'veto', scope: 'category' } },
    ],
  ),
  pattern(
    'levels-of-disapproval',
    'cost cost+',
    (saids, around) => {
      const isRow = around.setting.kind === 'penalty'
      const end = saids.findIndex(
        (said, i) => i > 0 && ((!isRow && !DISAPPROVED.test(said.lead)) || said.statement.join === 'stop'),
      )
      const group = end < 0 ? saids : saids.slice(0, end)
      const [first] = group
      if (!first || group.length < 2 || (!isRow && (!first.step || !DISAPPROVED.test(first.lead))))
        return null
      if (group.some((said) => /[再另追]/.test(said.effect?.text ?? ''))) return null
      const reading = penalty(group, isRow ? 'total' : 'item')
      return reading && { ...reading, takes: group.length }
    },
    [
      {
        rule: '被市级媒体曝光一次扣1分，省级媒体曝光一次扣2分',
        form: {
          form: 'penalty',
          unit: '次',
          pointsPerUnit: null,
          levels: [
            { label: '市级媒体', points: 1000 },
            { label: '省级媒体', points: 2000 },
          ],
          scope: 'item',
        },
      },
    ],
  ),
  pattern(
    'beyond-the-item',
    'cost',
    ([said], around) => {
      if (!said) return null
      const words =
        said.lead + (said.effect?.text ?? '') + said.statement.tail.map((token) => token.text).join('')
      const isRow = around.setting.kind === 'penalty'
      const scope: Scope | null = BEYOND.test(words)
        ? 'total'
        : BEYOND_CATEGORY.test(words)
          ? 'category'
          : null
      if (!scope && !isRow) return null
      return penalty([said], scope ?? 'total')
    },
    [
      {
        rule: '影响特别恶劣的从总分中再扣5分',
        form: { form: 'penalty', unit: null, pointsPerUnit: 5000, scope: 'total' },
      },
      {
        rule: '被媒体曝光一次扣3分',
        kind: 'penalty',
        form: { form: 'penalty', unit: '次', pointsPerUnit: 3000, scope: 'total' },
      },
    ],
  ),
  pattern(
    'won-beside',
    'bonus bonus*',
    (saids) => {
      const end = saids.findIndex((said, i) => i > 0 && said.statement.join === 'stop')
      let group = end < 0 ? saids : saids.slice(0, end)
      const more = group.findIndex((said, i) => i > 0 && /[再另]/.test(said.effect?.text ?? ''))
      if (more > 0) group = group.slice(0, more)
      const fields = group.length > 1 ? reward(group) : null
      if (fields) return { form: { form: 'bonus', ...fields }, takes: group.length }
      const one = saids[0] && reward([saids[0]])
      const isByShare = isShareUnit(one?.unit ?? '')
      return one ? { form: { form: 'bonus', ...one }, takes: 1, confidence: isByShare ? 0.45 : 1 } : null
    },
    [
      { rule: '设有文明劝导岗的加0.5分', form: { form: 'bonus', unit: null, pointsPerUnit: 500 } },
      {
        rule: '获省部级以上表彰每项加2分，市级表彰每项加1分',
        form: {
          form: 'bonus',
          unit: '项',
          pointsPerUnit: null,
          levels: [
            { label: '省部级以上', points: 2000 },
            { label: '市级', points: 1000 },
          ],
        },
      },
    ],
  ),
  pattern(
    'judged-by-bands',
    'discretion? judged-range judged-range+',
    (saids) => {
      const priced = saids.filter((said) => said.is !== 'discretion')
      const low = Math.min(...priced.map((said) => said.effect?.low ?? 0))
      const high = Math.max(...priced.map((said) => said.effect?.high ?? 0))
      // The bands themselves have no place in the form: a person gives them.
      return { form: { form: 'judgement', min: pts(low), max: pts(high) }, confidence: 0.45 }
    },
    [
      {
        rule: '视落实效果得分：效果良好的得4—5分，不完整的得2—3.5分',
        form: { form: 'judgement', min: 2000, max: 5000 },
      },
    ],
  ),
  pattern('judged-or-full', 'all discretion', () => ({ form: { form: 'judgement', min: null, max: null } }), [
    { rule: '完成整治的得满分，否则根据进度酌情给分', form: { form: 'judgement', min: null, max: null } },
  ]),
  pattern('judged', 'discretion', () => ({ form: { form: 'judgement', min: null, max: null } }), [
    { rule: '执行走样的另行酌情扣分', form: { form: 'judgement', min: null, max: null } },
  ]),
  pattern(
    'judged-within',
    'cost|win',
    ([said]) => {
      if (!said || said.step || said.free > 0 || said.band?.isNear) return null
      if (isRange(said)) {
        return { form: { form: 'judgement', min: pts(said.effect?.low), max: pts(said.effect?.high) } }
      }
      return said.isJudged
        ? { form: { form: 'judgement', min: null, max: pts(said.effect?.low) }, confidence: 0.45 }
        : null
    },
    [
      { rule: '存在安全隐患的，视情节扣0.5—2分', form: { form: 'judgement', min: 500, max: 2000 } },
      { rule: '站区脏乱扣1—2分', form: { form: 'judgement', min: 1000, max: 2000 } },
    ],
  ),
  pattern(
    'listed-prices',
    'prices',
    ([said], around: Around) => {
      const prices = said?.effect?.prices ?? []
      const part = said?.statement.lead ?? []
      const comma = findLast(part, (token) => token.is === 'comma')
      const isLast = comma === part.length - 1
      const head = isLast ? part.slice(0, -1) : part
      const from = findLast(head, (token) => token.is === 'comma') + 1
      const isRateLast = head[head.length - 1]?.is === 'rate' && head[head.length - 2]?.is === 'comma'
      const words = isRateLast ? head.slice(0, -2) : head
      const names = words
        .slice(isRateLast ? findLast(words, (token) => token.is === 'comma') + 1 : from)
        .map((token) => token.text)
        .join('')
        .replace(/^[按对]/, '')
        .split('、')
        .map(bareLabel)
      if (!said || names.length !== prices.length) return { form: { form: 'unparsed' } }
      const gains = said.effect?.verb === 'gain'
      const tiers: ReadTier[] = names.map((label, i) => ({
        label,
        result: { effect: gains ? 'gain' : 'deduct', points: pts(prices[i]) },
      }))
      const sum = prices.reduce((a, b) => a + b, 0)
      if (gains && sum === around.points && Math.max(...prices) !== sum) {
        return {
          form: { form: 'additive', parts: names.map((label, i) => ({ label, points: pts(prices[i]) })) },
        }
      }
      const rate = part.find((token) => token.is === 'rate')
      if (around.setting.kind === 'bonus' || said.effect?.verb === 'add') {
        const levels = names.map((label, i) => ({ label, points: pts(prices[i]) }))
        const unit = said.effect?.unit ?? rate?.unit ?? null
        return { form: { form: 'bonus', unit, per: 1, pointsPerUnit: null, levels, cap: null } }
      }
      if (around.setting.kind === 'penalty') {
        const levels = names.map((label, i) => ({ label, points: pts(prices[i]) }))
        const unit = said.effect?.unit ?? rate?.unit ?? null
        return {
          form: { form: 'penalty', unit, per: 1, pointsPerUnit: null, levels, cap: null, scope: 'total' },
        }
      }
      return { form: { form: 'tier', unit: said.effect?.unit ?? rate?.unit ?? null, tiers } }
    },
    [
      {
        rule: '伸缩缝堵塞、栏杆缺损，分别按每处0.3分、0.5分扣除',
        form: {
          form: 'tier',
          unit: '处',
          tiers: [
            { label: '伸缩缝堵塞', result: { effect: 'deduct', points: 300 } },
            { label: '栏杆缺损', result: { effect: 'deduct', points: 500 } },
          ],
        },
      },
    ],
  ),
]
