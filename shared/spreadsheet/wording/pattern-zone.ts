import { type ClausePattern, pattern } from './clause-pattern'
import { type Draft, isRange, pts } from './draft'
import { sharedEnd } from './labels'
import { evidenceAt } from './phrase'
import type { Said } from './said'
import { textOf } from './said'
import type { Band, Token } from './tokens'
import { isSameScale } from './units'

/** A limit for each kind of place, and one price for what is beyond it: 主干道不超过2处，次干道不超过4处，每超1处扣0.2分. */

const ROADS =
  '快速路|主次?干[道路]|主、?次干[道路]|次干[道路]|主要[街道]?[道路]|次要[街道]?[道路]|支路|支[线干][道路]|小街小巷|背街小巷|街巷|道路'
const AREAS =
  '(?:中心|核心|主)城区|建成区|城乡结合部|商业区|商业街区?|居住区|住宅区|工业区|文教区|机关区|老旧小区|新建小区'
const PLACES = '区域|地段|路段|道路|公路|绿地|路面|部位|街道|区|公园|水域|河道'
const ZONE = new RegExp(
  `^(?:${ROADS}|${AREAS}|[一二三四五特][级类](?:${PLACES}|公厕)|(?:重点|主要|一般|普通|次要|其他|其它|其余)(?:${PLACES}))(?:[及和、](?:${ROADS}|${AREAS}))*`,
)
const ZONE_AT_END = new RegExp(
  `(?:${ROADS}|${AREAS}|[一二三四五特][级类](?:${PLACES}|公厕)|(?:重点|一般|普通)(?:${PLACES}))$`,
)

interface Zone {
  readonly label: string
  /** What is measured, where it is printed beside the zone. */
  readonly of: string
  readonly limit: number
  readonly at: number
}

/** Where the side of a limit lies that costs. */
function sideOf({ lo, hi, hasLo, hasHi }: Band, mode: string): 'above' | 'below' | null {
  if (lo !== undefined && hi !== undefined) return null
  if (hi !== undefined && hasHi !== false) return mode === 'short' ? null : 'above'
  if (lo !== undefined && hasLo !== false) return mode === 'over' ? null : 'below'
  if (hi !== undefined) return mode === 'short' ? 'below' : null
  return mode === 'over' ? 'above' : null
}

const isSeparator = (token: Token | undefined): boolean =>
  token === undefined || token.is === 'comma' || token.is === 'semi' || token.is === 'dun'

interface Limits {
  readonly zones: readonly Zone[]
  readonly bands: readonly Band[]
  /** The words before the first zone, up to a comma; and after the last limit. */
  readonly head: { readonly text: string; readonly at: number }
  readonly rest: readonly Token[]
}

/** The limits in a lead: words, bound, comma, words, bound …; null where something else stands between. */
function limitsIn(lead: readonly Token[]): Limits | null {
  const last = lead.reduce((at, token, i) => (token.is === 'bound' ? i : at), -1)
  const zones: Zone[] = []
  const bands: Band[] = []
  let head = { text: '', at: lead[0]?.from ?? 0 }
  let words: Token[] = []
  for (const [i, token] of lead.slice(0, last + 1).entries()) {
    if (token.is === 'bound' && token.band) {
      const text = textOf(words)
      if (text === '' || !isSeparator(lead[i + 1])) return null
      const limit = token.band.hi ?? token.band.lo ?? 0
      zones.push({ ...placed(text, zones.length === 0), limit, at: words[0]?.from ?? token.from })
      bands.push(token.band)
      words = []
    } else if (isSeparator(token)) {
      if (words.length === 0) continue
      if (zones.length > 0 || head.text !== '' || token.is === 'semi') return null
      head = { text: textOf(words), at: words[0]?.from ?? 0 }
      words = []
    } else words.push(token)
  }
  return { zones, bands, head, rest: lead.slice(last + 1) }
}

/** 主干道每日清扫, 机扫率主干道: the zone, and what is measured there. */
function placed(text: string, isFirst: boolean): Pick<Zone, 'label' | 'of'> {
  const atStart = ZONE.exec(text)?.[0]
  if (atStart !== undefined) return { label: atStart, of: text.slice(atStart.length) }
  const atEnd = isFirst ? ZONE_AT_END.exec(text)?.[0] : undefined
  if (atEnd !== undefined) return { label: atEnd, of: text.slice(0, -atEnd.length) }
  return { label: '', of: text }
}

/** What is printed beside the first zone alone, or beside all of them alike. */
function measureOf({ zones, head }: Limits): string | null {
  const [first, ...others] = zones
  const own = first?.of ?? ''
  if (others.every(({ of }) => of === '' || (own !== '' && sharedEnd(of, own) === own.length)))
    return head.text !== '' ? `${head.text}${own}` : own
  return null
}

function zoneLimit(said: Said) {
  const { step } = said
  const limits = limitsIn(said.statement.lead)
  if (!step || step.unit === null || isRange(said) || said.free > 0 || !limits) return null
  const { zones, bands, rest } = limits
  const unit = bands[0]?.unit ?? ''
  const labels = zones.map(({ label }) => label)
  if (zones.length < 2 || labels.some((label) => label === '') || new Set(labels).size < labels.length)
    return null
  if (bands.some((band) => band.unit !== unit) || !isSameScale(unit, step.unit)) return null
  const [side, ...sides] = bands.map((band) => sideOf(band, step.mode))
  if (!side || sides.some((one) => one !== side)) return null
  const between = textOf(rest).replace(/[,;]/g, '')
  const isBeyond = /^(?:超出|超过|超|不足|达不到标准?|低于标准)(?:部分|标准|规定)?的?每/.test(between)
  if (step.mode === 'count' ? !isBeyond : !/^(?:(?:超[出过]|不足|达不到)(?:部分|标准)?的?)?每/.test(between))
    return null
  const measure = measureOf(limits)
  if (measure === null) return null
  return { limits, step, side, unit, measure }
}

export const ZONE_PATTERNS: readonly ClausePattern[] = [
  pattern(
    'limit-by-zone',
    'zoned',
    ([said]) => {
      const found = said && zoneLimit(said)
      if (!said || !found) return null
      const { limits, step, side, unit, measure } = found
      const evidence: Draft['evidence'] = limits.zones.map(({ at, label }) => evidenceAt('label', at, label))
      const { head, zones } = limits
      const subject = head.text === '' ? [] : [evidenceAt('subject', head.at, head.text)]
      return {
        form: {
          form: 'zone-limit',
          unit,
          zones: zones.map(({ label, limit }) => ({ label, limit })),
          direction: side,
          per: step.per,
          pointsPerUnit: pts(said.effect?.low),
          cap: null,
        },
        isWhole: true,
        // Without a name for what is measured a person should have a look.
        confidence: measure === '' ? 0.8 : 1,
        evidence: [...subject, ...evidence],
      }
    },
    [
      {
        rule: '每百米烟头，主干道不超过2处，次干道不超过4处，每超1处扣0.2分',
        form: {
          form: 'zone-limit',
          unit: '处',
          zones: [
            { label: '主干道', limit: 2 },
            { label: '次干道', limit: 4 },
          ],
          direction: 'above',
          pointsPerUnit: 200,
        },
      },
      {
        rule: '主干道每日清扫不少于3次，背街小巷每日清扫不少于1次，每少1次扣0.5分',
        form: {
          form: 'zone-limit',
          unit: '次',
          zones: [
            { label: '主干道', limit: 3 },
            { label: '背街小巷', limit: 1 },
          ],
          direction: 'below',
        },
      },
    ],
  ),
]
