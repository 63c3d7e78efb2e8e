import { type ClausePattern, pattern } from './clause-pattern'
import { type Around, pts, type Reading } from './draft'
import type { Bound } from './read-clause'
import type { Said } from './said'
import type { Token } from './tokens'
import { isShareUnit } from './units'

/** Points in proportion: 按完成比例得分, 得分＝完成率×3分. */

const shares = (tokens: readonly Token[]): readonly Token[] =>
  tokens.filter((token) => token.is === 'count' && isShareUnit(token.unit ?? ''))

const unparsed: Reading = { form: { form: 'unparsed' } }

/** The mark from which all points are won: 达到35%得1.5分; 100% is where a share is full anyway. */
function fullAt(head: Said | undefined, share: Said): Bound | null | 'unclear' {
  const band = head?.band?.band
  const divided = share.statement.lead.findIndex((token) => token.text === '÷' || token.text === '/')
  const next = share.statement.lead[divided + 1]
  const quoted = shares(share.statement.lead).map((token) => token.n ?? 0)
  const own = band?.lo !== undefined ? { value: band.lo, unit: band.unit } : null
  if (divided >= 0 && next?.is === 'count') return { value: next.n ?? 0, unit: next.unit ?? '%' }
  if (quoted.some((value) => value !== 100 && value !== own?.value)) return 'unclear'
  return own && own.value !== 100 ? own : null
}

function floorOf(said: Said | undefined): Bound | null | 'unclear' {
  if (!said) return null
  const band = said.band?.band
  if (!band || !said.band?.isNear || band.hi === undefined || band.lo !== undefined) return 'unclear'
  return { value: band.hi, unit: band.unit }
}

function sharedOut(head: Said | undefined, share: Said, lost: Said | undefined): Reading | null {
  if (
    share.is === 'share' &&
    !/率|比|占|度|完成|进度|实得|实际/.test(share.lead + (share.effect?.text ?? ''))
  )
    return unparsed
  const from = fullAt(head, share)
  const floor = floorOf(lost)
  if (floor === 'unclear') return null
  const named = share.statement.lead.filter((token) => token.is === 'score')
  const band = share.band?.band
  if (from === 'unclear' && !(band?.lo !== undefined && (floor === null || band.lo === floor.value)))
    return unparsed
  const isFormula = share.is === 'product'
  const isOtherFormula = share.statement.lead.some(
    (token) => (token.is === 'num' && token.n !== 100) || (token.is === 'dash' && share.is === 'product'),
  )
  if (isOtherFormula) return unparsed
  const odd = [...share.statement.lead, ...share.statement.tail].some(
    (token) => token.text === '+' || token.text === '≈' || token.is === 'caution' || token.is === 'rate',
  )
  if (odd || (isFormula && named.length > 0)) return unparsed
  const terms = termsOf(share)
  if (terms === 'unclear') return unparsed
  const won = head?.is === 'win' ? pts(head.effect?.low) : null
  const base = isFormula ? pts(share.effect?.low) : (terms?.base ?? won)
  return {
    form: {
      form: 'proportional',
      base,
      from: from === 'unclear' ? null : from,
      floor,
      ...(terms && { terms: terms.count }),
    },
    confidence: isFormula && won !== null && won !== base ? 0.4 : 1,
  }
}

/** 按时办结率占3分，群众满意率占3分; 开工率、完工率各占2.5分: rates that add up, each with its points. */
function termsOf(
  share: Said,
): { readonly base: ReturnType<typeof pts>; readonly count: number } | null | 'unclear' {
  const scores = share.statement.lead.filter((token) => token.is === 'score')
  if (scores.length === 0 || share.is === 'product') return null
  if (!share.lead.includes('占') || new Set(scores.map((token) => token.n)).size > 1) return 'unclear'
  const base = pts(Math.round((scores[0]?.n ?? 0) * 1000))
  if (scores.length > 1) return { base, count: scores.length }
  const names = share.lead.slice(0, share.lead.indexOf('占')).split('、').length
  return share.lead.includes('各占') && names > 1 ? { base, count: names } : 'unclear'
}

const isBelow = (said: Said | undefined): boolean =>
  said?.is === 'nought' && said.band?.isNear === true && isShareUnit(said.band.band.unit)

export const SHARE_PATTERNS: readonly ClausePattern[] = [
  pattern(
    'share-between-marks',
    'band nought share',
    ([won, lost, share]) => {
      const floor = isBelow(lost) ? floorOf(lost) : 'unclear'
      const mark = won?.band?.band
      if (!won || !mark || won.is === 'cost' || floor === 'unclear' || mark.lo === undefined) return null
      if (!/^(?:中间|其间|之间|其余|介于)/.test(share?.lead ?? '')) return null
      const from = mark.lo === 100 ? null : { value: mark.lo, unit: mark.unit }
      const base = won.is === 'win' ? pts(won.effect?.low) : null
      return { form: { form: 'proportional', base, from, floor } }
    },
    [
      {
        rule: '完成率100%计2分，80%以下不计分，中间按实际比例折算',
        form: { form: 'proportional', base: 2000, from: null, floor: { value: 80, unit: '%' } },
      },
    ],
  ),
  pattern(
    'share-up-to-a-mark',
    'share all? nought?',
    ([share, ...rest]) => {
      if (!share || rest.length === 0 || share.statement.lead.some((token) => token.is === 'op')) return null
      const full = rest.find((said) => said.is === 'all')
      const lost = rest.find((said) => said.is === 'nought')
      const mark = full?.band?.band
      const floor = floorOf(isBelow(lost) ? lost : undefined)
      if (floor === 'unclear' || (full && mark?.lo === undefined)) return null
      const from = mark?.lo === undefined || mark.lo === 100 ? null : { value: mark.lo, unit: mark.unit }
      if (share.is === 'share' && (!full || termsOf(share) !== null)) return null
      const takes = 1 + (full ? 1 : 0) + (isBelow(lost) ? 1 : 0)
      return {
        form: {
          form: 'proportional',
          base: share.is === 'product' ? pts(share.effect?.low) : null,
          from,
          floor,
        },
        takes,
      }
    },
    [
      {
        rule: '入户安检按完成比例计2.5分，完成率达到95%的计满，低于70%的不得分',
        form: {
          form: 'proportional',
          base: 2500,
          from: { value: 95, unit: '%' },
          floor: { value: 70, unit: '%' },
        },
      },
    ],
  ),
  pattern(
    'share-and-its-formula',
    'share product',
    ([share, product]) => {
      const isOne = product?.statement.join === 'comma' && /^(?:本项|该项)?(?:实际)?得分=/.test(product.lead)
      const rate = /([\u4e00-\u9fff]{1,4}[率比度])/.exec(
        (share?.lead ?? '') + (share?.effect?.text ?? ''),
      )?.[1]
      const isSame = rate !== undefined && product?.lead.includes(rate.slice(-2))
      return share && product && isOne && isSame ? sharedOut(undefined, product, undefined) : null
    },
    [
      {
        rule: '按结案率折算得分，得分＝结案率×5',
        form: { form: 'proportional', base: 5000, from: null, floor: null },
      },
    ],
  ),
  pattern(
    'shares-added-up',
    'product product+',
    (saids) => {
      const isSum = saids.slice(1).every((said) => said.lead.startsWith('+'))
      const [first] = saids
      if (
        !isSum ||
        saids.some((said) => said.effect?.low !== first?.effect?.low || said.statement.tail.length > 0)
      ) {
        return { form: { form: 'unparsed' } }
      }
      const base = pts(first?.effect?.low)
      return { form: { form: 'proportional', base, from: null, floor: null, terms: saids.length } }
    },
    [
      {
        rule: '及时率×1分＋合格率×1分',
        form: { form: 'proportional', base: 1000, from: null, floor: null, terms: 2 },
      },
    ],
  ),
  pattern(
    'floor-then-share',
    'nought share',
    ([lost, share]) => (isBelow(lost) && share ? sharedOut(undefined, share, lost) : null),
    [
      {
        rule: '推进率低于50%的不得分，50%以上的按推进率计分',
        form: { form: 'proportional', base: null, from: null, floor: { value: 50, unit: '%' } },
      },
    ],
  ),
  pattern(
    'share-of-the-points',
    'head? share nought?',
    (saids, around: Around) => {
      const at = saids.findIndex((said) => said.is === 'share' || said.is === 'product')
      const share = saids[at]
      if (!share) return null
      const head = at > 0 ? saids[0] : undefined
      const after = saids[at + 1]
      const lost = isBelow(after) ? after : undefined
      if (head?.is === 'free') return null
      // 测评得分×5% gives what the item has, or is no share of it.
      const isOfHundred = share.effect?.unit === '%'
      if (isOfHundred && (share.effect?.low !== around.points || !/得分|成绩|分数/.test(share.lead)))
        return unparsed
      const reading = sharedOut(head, share, lost)
      return reading && { ...reading, takes: at + 1 + (lost ? 1 : 0) }
    },
    [
      {
        rule: '完成年度拆除任务得2分，未完成的按完成比例得分，完成率低于60%不得分',
        form: { form: 'proportional', base: 2000, from: null, floor: { value: 60, unit: '%' } },
      },
      {
        rule: '回收利用率达到35%得1.5分，达不到的按比例得分',
        form: { form: 'proportional', base: 1500, from: { value: 35, unit: '%' }, floor: null },
      },
      {
        rule: '按“完好率÷96%×3分”计算，超过3分按3分计',
        form: { form: 'proportional', base: 3000, from: { value: 96, unit: '%' }, floor: null },
      },
      {
        rule: '开工率、完工率各占2.5分，分别按比例计分',
        form: { form: 'proportional', base: 2500, from: null, floor: null, terms: 2 },
      },
      {
        rule: '得分＝按期处置率×2分',
        form: { form: 'proportional', base: 2000, from: null, floor: null },
      },
    ],
  ),
]
