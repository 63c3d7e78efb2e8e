import { type ClausePattern, pattern } from './clause-pattern'
import { isRange, pts, type Reading } from './draft'
import { bareLabel, levelIn, sharedEnd } from './labels'
import type { Level, ReadForm } from './read-clause'
import type { Said } from './said'
import { isShareUnit } from './units'

/** What reaches beyond the item: vetoes, penalties, bonuses. */

type Scope = 'item' | 'category' | 'total'

const BEYOND =
  /(?:从|在|于)(?:年度|全年|当年|本年度|考核|年终|月度|季度)*(?:考核|综合)?(?:总分|总成绩|总得分|考核得分|考核成绩)|总分|总得分|总成绩/
const BEYOND_CATEGORY = /(?:从|在|于)(?:本|该|所在)?(?:大类|类别|类|大项|项目大类)(?:得分|总分)/

/** What a statement's words say of its reach; null where nothing. */
function scopeIn(said: Said): Scope | null {
  const words = said.lead + said.statement.tail.map((token) => token.text).join('')
  if (said.effect?.scope) return said.effect.scope
  if (/(?:该|本)部分(?:考核|得分)*$/.test(said.lead)) return 'category'
  if (/本大?类|该大?类|大类|类(?:指标|考核|得分|成绩|分值|评分)|大项|板块/.test(words)) return 'category'
  if (
    /总分|年度|全年|当年考核|评优|总成绩|(?:考核|评|定|判|等次|等级|结果)[为是]?.{0,3}不合格|评先|考核得分|考核资格/.test(
      words,
    )
  )
    return 'total'
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
      const inRow = around.setting.kind === 'veto' ? 'total' : 'item'
      // 一票否决，本项不得分: what is lost says how far it reaches.
      const told = isSame && lost?.is === 'nought' ? (lost.effect?.scope ?? null) : null
      const scope = told ?? scopeIn(said) ?? (isSame && lost ? (scopeIn(lost) ?? inRow) : null)
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
      { rule: '失管造成人员死亡的，规划管理类考核一票否决', form: { form: 'veto', scope: 'category' } },
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
      { rule: '造成人员伤亡的，公用事业类考核计零分', form: { form: 'veto', scope: 'category' } },
      { rule: '坐支罚没款的，本大类不得分', form: { form: 'veto', scope: 'category' } },
      { rule: '发生事故的，园林绿化类指标全部不得分', form: { form: 'veto', scope: 'category' } },
    ],
  ),
  pattern(
    'levels-of-disapproval',
    'cost cost+',
    (saids, around) => {
      const isRow = around.setting.kind === 'penalty'
      const [head] = saids
      if (!head || (!isRow && (!head.step || !DISAPPROVED.test(head.lead)))) return null
      const end = saids.findIndex(
        (said, i) => i > 0 && ((!isRow && !DISAPPROVED.test(said.lead)) || said.statement.join === 'stop'),
      )
      const group = end < 0 ? saids : saids.slice(0, end)
      if (group.length < 2) return null
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
      const isRow = around.setting.kind === 'penalty' || around.setting.kind === 'bonus'
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
]
