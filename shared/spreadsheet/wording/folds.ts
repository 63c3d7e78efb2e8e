import { kindsOf } from './kinds'
import { type Slots as AnySlots, type Shape, shape } from './shape'
import type { Band, Token, TokenClass } from './tokens'

type Slots = AnySlots<Token>
type Folded = Partial<Token> | null

/** What stands beside the tokens of a fold. */
interface Around {
  readonly before: Token | undefined
  readonly beforeThat: Token | undefined
  readonly after: Token | undefined
}

/** Several tokens that mean one thing: what stands in a row, and what it is. */
export interface Fold {
  readonly is: TokenClass
  readonly shape: Shape<Token>
  readonly make: (slots: Slots, at: Around) => Folded
}

/** The classes that shapes of tokens are written in. */
export const TOKEN_KINDS = kindsOf<Token>({
  is: (token) => token.is,
  also: {
    'at-most': (token) => token.is === 'before' && token.cmp === '<=' && token.text !== '控制在',
    between: (token) => token.is === 'word' && token.text.startsWith('之间'),
    times: (token) => token.is === 'op' && (token.text === '×' || token.text.startsWith('乘')),
    in: (token) => token.is === 'within' && !token.text.startsWith('不'),
    out: (token) => token.is === 'within' && token.text.startsWith('不'),
  },
  looked: new Set(['before', 'word', 'op', 'within']),
})

function fold(is: TokenClass, text: string, make: Fold['make'] = () => ({})): Fold {
  return { is, shape: shape(text, TOKEN_KINDS), make }
}

const n = (slots: Slots, name = 'num', i = 0): number => slots[name]?.[i]?.n ?? Number.NaN
/** The words of a slot, as they stand. */
const textOf = (tokens: readonly Token[] = []): string =>
  tokens.reduce((text, token) => text + token.text, '')
const milli = (value: number): number => Math.round(value * 1000)
const price = (slots: Slots, name = 'num'): Partial<Token> => ({
  low: milli(n(slots, name)),
  high: milli(n(slots, name)),
})
const range = (slots: Slots): Folded => {
  const low = milli(n(slots, 'low'))
  const high = milli(n(slots, 'high'))
  return low < high ? { low, high } : { low: high, high: low }
}
const unitOf = (slots: Slots, name = 'unit'): string | undefined => slots[name]?.[0]?.unit
const SEPARATORS: ReadonlySet<TokenClass> = new Set(['comma', 'semi', 'stop', 'open', 'close', 'dun'])
const isEdge = (token: Token | undefined): boolean => !token || SEPARATORS.has(token.is)

const GRADED = /^(?:评分|打分|计分|给分|赋分)/

/** What the words do to the points. The first that fits wins. */
const EFFECTS: readonly Fold[] = [
  // 处置率得分=…: the name of what the formula gives.
  fold('word', 'share', (_, at) => (at.after?.text === '=' ? {} : null)),
  // 按缺陷程度扣分，外观破损的每处扣0.2分: by what the cases are told, no price.
  fold('word', 'word deduct', (slots, at) =>
    at.after?.is === 'comma' &&
    slots.deduct?.[0]?.text === '扣分' &&
    /(?:程度|情况|大小|轻重)$/.test(slots.word?.[0]?.text ?? '')
      ? {}
      : null,
  ),
  fold('cap', 'whole* deduct|gain|add? most+ at-most? adverb? be:deduct|gain|add? num fen limit?', (slots) =>
    price(slots),
  ),
  fold('cap', 'whole* most+ emptied num fen', (slots) => price(slots)),
  fold('cap', 'whole+ deduct|gain|add? at-most num fen', (slots) => price(slots)),
  fold('cap', 'whole* deduct|add? at num fen limit|most', (slots) => price(slots)),
  fold('cap', 'scope at-most num fen', (slots) => price(slots)),
  fold('cap', 'deduct|add at-most num fen', (slots) => price(slots)),
  fold('cap', 'full num fen', (slots) => price(slots)),
  fold('cap', 'num fen most', (slots) => price(slots)),
  fold('cap', 'at-most num fen', (slots, at) =>
    (isEdge(at.before) || at.before?.text === '但') && isEdge(at.after) ? price(slots) : null,
  ),
  fold('until', 'whole* emptied num fen limit', (slots) => ({
    ...price(slots),
    isEmptied: slots.emptied?.[0]?.text !== '扣满',
  })),
  fold('until', 'num fen until', (slots) => ({ ...price(slots), isEmptied: true })),
  fold('until', 'adverb* until', () => ({ isEmptied: true })),
  fold(
    'prices',
    'at? severally at? each unit num fen dun num fen more:dun|num|fen* rated|deduct?',
    (slots) => ({
      prices: [...(slots.num ?? []), ...(slots.more ?? []).filter((t) => t.is === 'num')].map((t) =>
        milli(t.n ?? 0),
      ),
      unit: unitOf(slots),
    }),
  ),
  fold('prices', 'at? severally be:gain|deduct|add num fen dun num fen more:dun|num|fen*', (slots) => ({
    prices: [...(slots.num ?? []), ...(slots.more ?? []).filter((t) => t.is === 'num')].map((t) =>
      milli(t.n ?? 0),
    ),
    verb: slots.be?.[0]?.is,
  })),
  // 扣0.1-0.5分/处.
  fold('cost', 'how:adverb|add|severally|own* deduct low:num dash high:num fen slash unit', (slots) => ({
    ...range(slots),
    unit: unitOf(slots),
  })),
  fold('cost', 'how:adverb|add|severally|own* deduct low:num dash high:num fen rated?', range),
  fold('cost', 'how:adverb|add|severally|own* deduct low:num fen dash high:num fen rated?', range),
  fold('cost', 'how:adverb|add|severally|own* deduct low:num fen least:after high:num fen most:after', range),
  fold('cost', 'how:adverb|add|severally|own* deduct num fen slash unit', (slots) => ({
    ...price(slots),
    unit: unitOf(slots),
  })),
  // 扣0.5分每处: the rate after its price.
  fold('cost', 'how:adverb|add|severally|own* deduct num fen each unit', (slots, at) =>
    isEdge(at.after) ? { ...price(slots), unit: unitOf(slots) } : null,
  ),
  // 计-0.2分.
  fold('cost', 'adverb* gain dash num fen', (slots) => price(slots)),
  fold('cost', 'how:adverb|add|severally|own* deduct num fen rated?', (slots, at) =>
    at.after?.is === 'after' ? null : { ...price(slots), text: textOf(slots.how) },
  ),
  fold('cost', 'num fen slash unit', (slots, at) =>
    isEdge(at.after) ? { ...price(slots), unit: unitOf(slots) } : null,
  ),
  fold('cost', 'how:adverb* at each unit num fen rated? deduct', (slots) => ({
    ...price(slots),
    unit: unitOf(slots),
  })),
  fold('cost', 'how:adverb* at num fen slash unit deduct', (slots) => ({
    ...price(slots),
    unit: unitOf(slots),
  })),
  fold('cost', 'how:adverb* at num fen rated? deduct', (slots) => price(slots)),
  fold('cost', 'how:adverb|add* deduct num', (slots, at) => (isEdge(at.after) ? price(slots) : null)),
  fold('win', 'adverb|severally* gain low:num fen dash high:num fen', range),
  fold('nought', 'own* adverb* zero', (slots) => ({
    scope: slots.zero?.[0]?.scope ?? slots.own?.[0]?.scope,
  })),
  fold('nought', 'own* adverb* gain nil', (slots) => ({ scope: slots.own?.[0]?.scope })),
  fold('nought', 'own* adverb* gain num fen', (slots) =>
    n(slots) === 0 ? { scope: slots.own?.[0]?.scope } : null,
  ),
  fold('nought', 'own* as:word? num fen', (slots, at) =>
    n(slots) === 0 && isEdge(at.after) && /^(?:为|是|按)?$/.test(slots.as?.[0]?.text ?? '')
      ? { scope: slots.own?.[0]?.scope }
      : null,
  ),
  fold('all', 'as:word full', (slots, at) =>
    /^[为即是]+$/.test(slots.as?.[0]?.text ?? '') && isEdge(at.after) ? {} : null,
  ),
  fold('all', 'own* adverb* gain own? full'),
  fold('all', 'own* adverb* full', (slots) => (slots.full?.[0]?.text.startsWith('计') ? {} : null)),
  fold('win', 'adverb|severally* gain low:num dash high:num fen', range),
  fold('win', 'how:adverb|severally* gain own? num fen', (slots, at) =>
    at.after?.is === 'after'
      ? null
      : {
          ...price(slots),
          text: textOf(slots.how) + (slots.gain?.[0]?.text === '各得' ? '各' : ''),
        },
  ),
  fold('bonus', 'adverb|severally* add low:num dash high:num fen', range),
  fold('bonus', 'adverb|severally* add num fen', (slots) => price(slots)),
  fold('bonus', 'adverb* add num fen slash unit', (slots) => ({ ...price(slots), unit: unitOf(slots) })),
  fold('free', 'own? none'),
  fold('win', 'adverb* at? low:num fen dash high:num fen given:between', (slots) =>
    /^之间(?:评分|打分|计分|给分|赋分)/.test(slots.given?.[0]?.text ?? '') ? range(slots) : null,
  ),
  fold('win', 'adverb* at? low:num fen dash high:num fen between graded:word', (slots) =>
    GRADED.test(slots.graded?.[0]?.text ?? '') ? range(slots) : null,
  ),
  fold('win', 'adverb* at? low:num dash high:num fen between graded:word', (slots) =>
    GRADED.test(slots.graded?.[0]?.text ?? '') ? range(slots) : null,
  ),
  // 在0.3-1.5分幅度内扣减.
  fold('cost', 'low:num fen? dash high:num fen span:word judge? deduct', (slots) => {
    const isSpan = /^(?:的)?(?:幅度|范围|区间|之间)(?:以?内|之内|中)?$/.test(slots.span?.[0]?.text ?? '')
    return isSpan ? range(slots) : null
  }),
  fold('discretion', 'adverb* judge deduct', (_, at) => (at.after?.is === 'num' ? null : {})),
  fold('product', 'share num fen', (slots) =>
    /[计得占]$/.test(slots.share?.[0]?.text ?? '') ? price(slots) : null,
  ),
  fold('product', 'times num fen', (slots) => price(slots)),
  fold('product', 'num fen times', (slots) => price(slots)),
  // 测评得分×5%: of a hundred, five.
  fold('product', 'times num unit', (slots) =>
    unitOf(slots) === '%' && n(slots) !== 100 ? { ...price(slots), unit: '%' } : null,
  ),
  // 得分=完成率×4.
  fold('product', 'times num', (slots, at) =>
    isEdge(at.after) && n(slots) !== 100 && n(slots) !== 0 ? price(slots) : null,
  ),
]

function bandOf(token: Token | undefined, value: number, unit: string, said?: boolean): Band {
  const cmp = token?.cmp
  if (cmp === '<' || cmp === '<=') {
    const soft = cmp === '<='
    return token?.isFirm || said !== undefined
      ? { unit, hi: value, hasHi: said ?? soft }
      : { unit, hi: value, softHi: soft }
  }
  const soft = cmp !== '>'
  return token?.isFirm || said !== undefined
    ? { unit, lo: value, hasLo: said ?? soft }
    : { unit, lo: value, softLo: soft }
}

function bound(word: Token | undefined, counts: readonly Token[] | undefined, incl?: Token): Folded {
  const count = counts?.[0]
  if (count?.n === undefined || count.unit === undefined) return null
  if (word?.cmp === '=') {
    const only = { unit: count.unit, lo: count.n, hi: count.n, hasLo: true, hasHi: true }
    return { band: only, unit: count.unit }
  }
  const said = incl ? incl.n === 1 : undefined
  return { band: bandOf(word, count.n, count.unit, said), unit: count.unit }
}

/** 80%(含)—90%: from the lower to the higher, whichever is printed first. */
function between(slots: Slots): Folded {
  const [a, b] = [slots.low?.[0], slots.high?.[0]]
  const unit = b?.unit ?? a?.unit
  if (a?.n === undefined || b?.n === undefined || !unit) return null
  if (a.unit && b.unit && a.unit !== b.unit) return null
  const saidA = slots.first?.[0] ? slots.first[0].n === 1 : undefined
  const saidB = slots.second?.[0] ? slots.second[0].n === 1 : undefined
  const [lo, hi, hasLo, hasHi] = a.n <= b.n ? [a.n, b.n, saidA, saidB] : [b.n, a.n, saidB, saidA]
  return {
    unit,
    band: { unit, lo, hi, ...(hasLo !== undefined && { hasLo }), ...(hasHi !== undefined && { hasHi }) },
  }
}

/** 90%以上不足95%: two bounds that close a band. */
function closed(a: Token | undefined, b: Token | undefined): Folded {
  if (!a?.band || !b?.band || a.band.unit !== b.band.unit) return null
  const [lower, upper] = a.band.lo !== undefined ? [a.band, b.band] : [b.band, a.band]
  if (lower.lo === undefined || upper.hi === undefined || lower.hi !== undefined || upper.lo !== undefined) {
    return null
  }
  return lower.lo < upper.hi ? { unit: lower.unit, band: { ...upper, ...lower } } : null
}

const flipped = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '=': '=' } as const

/** Numbers with what they count. `each` first: 每超过1小时 is a rate, not a bound. */
const MEASURES: readonly Fold[] = [
  fold('incl', 'open in num? unit? close', () => ({ n: 1 })),
  fold('incl', 'open out num? unit? close', () => ({ n: 0 })),
  // 每高于2%的1个百分点: the standard stands inside the step.
  fold('rate', 'each before num unit glue:word? step:num by:unit', (slots) => {
    const made = bound(slots.before?.[0], [{ ...(slots.num?.[0] as Token), ...withUnit(slots.unit?.[0]) }])
    return (
      made && {
        ...made,
        n: n(slots, 'step'),
        unit: unitOf(slots, 'by'),
        verb: slots.before?.[0]?.text,
        isEach: true,
      }
    )
  }),
  // 一个蹲位扣0.2分: 个 counts what stands after it.
  fold('rate', 'each one:num? unit word', (slots, at) => named(slots, at.after, true)),
  fold('count', 'one:num unit word', (slots, at) => named(slots, at.after, false)),
  fold('rate', 'each unit', (slots) => ({ n: 1, unit: unitOf(slots), verb: '', isEach: true })),
  fold('rate', 'each verb:word|before|adverb|rated|add|own* num unit', (slots) => rate(slots, unitOf(slots))),
  fold('rate', 'each verb:word|before* num fen', (slots, at) =>
    at.after && /^(?:deduct|adverb|cost|add|comma)$/.test(at.after.is) && slots.verb
      ? rate(slots, '分')
      : null,
  ),
  // A word where a unit stands is one: 每榀扣0.1分.
  fold('rate', 'each word', (slots, at) => {
    const word = slots.word?.[0]?.text ?? ''
    return isPriced(at.after) && word.length <= 3 && !NO_UNIT.test(word)
      ? { n: 1, unit: word, verb: '', isEach: true }
      : null
  }),
  // 每缺一要素扣0.5分: so is one behind 一.
  fold('rate', 'each word', (slots, at) => {
    const [, verb, unit] = ONE_OF.exec(slots.word?.[0]?.text ?? '') ?? []
    return unit && isPriced(at.after) && !NO_UNIT.test(unit) ? { n: 1, unit, verb, isEach: true } : null
  }),
  // A figure without a unit: 每增加0.1扣0.1分.
  fold('rate', 'each verb:word|before|add+ num', (slots, at) =>
    at.after?.is === 'cost' ? rate(slots, '') : null,
  ),
  fold('nth', 'ordinal num unit onward', (slots) => ({ n: n(slots), unit: unitOf(slots) })),
  fold('nth', 'ordinal num onward', (slots) => ({ n: n(slots) })),
  fold('first', 'front num unit', (slots) => ({ n: n(slots), unit: unitOf(slots) })),
  fold('count', 'num unit slash unit', (slots) => ({
    n: n(slots),
    unit: (slots.unit ?? []).map((unit) => unit.text).join('/'),
  })),
  fold('count', 'num unit', (slots) => ({ n: n(slots), unit: unitOf(slots) })),
  fold('score', 'num fen', (slots) => ({ n: n(slots), unit: '分' })),
]

const NO_UNIT = /^(?:有|出现|发现|查|未|不|无|没|缺|少|低|超|高|逾|被|因|问题|违|各|的)|的$/

const ONE_OF =
  /^((?:缺少?|少|差|有|出现|发现|存在|违反)*)一([\u4e00-\u9fff]{1,3}?)(?:不达标|不合格|未达标|不符合)?的?$/
const WAYS = /^(?:路|街|巷|河|沟|渠)$/

const isPriced = (after: Token | undefined): boolean =>
  after !== undefined && /^(?:cost|win|bonus)$/.test(after.is)

const withUnit = (token: Token | undefined): { readonly unit?: string } =>
  token?.unit ? { unit: token.unit } : {}

function named(slots: Slots, after: Token | undefined, isEach: boolean): Folded {
  const word = slots.word?.[0]?.text ?? ''
  const measure = slots.unit?.[0]?.text ?? ''
  if (!isPriced(after) || NO_UNIT.test(word)) return null
  // 每条路扣0.5分: of 条 and 路 the thing itself.
  const isThing =
    measure === '个' ? word.length >= 2 && word.length <= 3 : measure === '条' && WAYS.test(word)
  if (!isThing) return null
  return { n: slots.one ? n(slots, 'one') : 1, unit: word, verb: '', isEach }
}

function rate(slots: Slots, unit: string | undefined): Folded {
  const verb = textOf(slots.verb)
  return verb.length > 10 ? null : { n: n(slots), unit, verb, isEach: true }
}

const BOUNDS: readonly Fold[] = [
  fold('bound', 'low:count left:before name:word|quote+ right:before high:count', (slots) => {
    const [left, right] = [slots.left?.[0], slots.right?.[0]]
    if (!left?.cmp || !right?.cmp) return null
    const a = bound({ ...left, cmp: flipped[left.cmp] }, slots.low)
    const b = bound(right, slots.high)
    return a && b ? closed({ ...left, ...a }, { ...right, ...b }) : null
  }),
  fold('bound', 'low:count|num|score first:incl? dash high:count|score second:incl? between?', (slots, at) =>
    at.before?.is === 'each' ? null : between(slots),
  ),
  // 超过1㎡至3㎡(含).
  fold('bound', 'from:before low:count|num first:incl? dash high:count second:incl?', (slots) => {
    const word = slots.from?.[0]
    const made = word?.cmp === '>' || word?.cmp === '>=' ? between(slots) : null
    const [low, high] = [slots.low?.[0]?.n ?? 0, slots.high?.[0]?.n ?? 0]
    return made?.band && low < high
      ? { ...made, band: { ...made.band, hasLo: made.band.hasLo ?? word?.cmp === '>=' } }
      : null
  }),
  fold('bound', 'low:count first:incl? and:word high:count second:incl? between', (slots) =>
    /^[与和]$/.test(slots.and?.[0]?.text ?? '') ? between(slots) : null,
  ),
  fold('bound', 'before count|score incl? within:after?', (slots) => {
    const after = slots.within?.[0]
    if (after && !(after.cmp === '<=' && slots.before?.[0]?.cmp === '<=')) return null
    const word = slots.before?.[0]
    const firm = after && word ? { ...word, isFirm: true } : word
    return bound(firm, slots['count|score'], slots.incl?.[0])
  }),
  fold('bound', 'count|score after incl', (slots) =>
    bound(slots.after?.[0], slots['count|score'], slots.incl?.[0]),
  ),
  // 达到月度任务量90%: what the share is of stands between.
  fold('bound', 'before word count', (slots) =>
    slots.count?.[0]?.unit === '%' && (slots.word?.[0]?.text.length ?? 9) <= 8
      ? bound(slots.before?.[0], slots.count)
      : null,
  ),
  fold('bound', 'before num', (slots, at) =>
    at.after && /^(?:cost|win|nought|free|all)$/.test(at.after.is)
      ? bound(slots.before?.[0], [{ ...(slots.num?.[0] as Token), unit: '' }])
      : null,
  ),
  fold('bound', 'count|score incl? after', (slots) =>
    bound(slots.after?.[0], slots['count|score'], slots.incl?.[0]),
  ),
]

const CLOSED: readonly Fold[] = [
  // 不足10辆按10辆计; 同一地点一周内重复的按1.5倍计 is none.
  fold('round', 'bound glue:word? at count|score end:gain|rated?', (slots) => {
    const band = slots.bound?.[0]?.band
    const isPlain = /^(?:的|部分|者|的部分|部分的)*$/.test(slots.glue?.[0]?.text ?? '')
    return isPlain && (band?.lo === undefined || band.unit === '分') ? {} : null
  }),
  fold('bound', 'low:bound glue:word|comma|dun? high:bound', (slots) => {
    const glue = slots.glue?.[0]?.text
    if (glue !== undefined && !/^(?:但|且|并且|,|、|但是|而)$/.test(glue)) return null
    return closed(slots.low?.[0], slots.high?.[0])
  }),
]

/** Points printed bare: 有方案0.5分, 每处0.2分. What stands before says whether they are won or lost. */
const BARE: readonly Fold[] = [
  // 根据质量综合评定，优秀得3分: only how the case is found.
  fold('word', 'discretion', (slots, at) =>
    at.after?.is === 'comma' && slots.discretion?.[0]?.text.startsWith('综合') ? {} : null,
  ),
  // 完成率以100%计: that is full marks.
  fold('all', 'gain', (slots, at) =>
    slots.gain?.[0]?.text === '计' && at.before?.is === 'count' && at.before.unit === '%' && isEdge(at.after)
      ? {}
      : null,
  ),
  fold('cost', 'score', (slots, at) =>
    (isEdge(at.after) || at.after?.is === 'rated') && at.before?.is === 'rate'
      ? { ...scored(slots), text: '', verb: 'bare' }
      : null,
  ),
  fold('win', 'score', (slots, at) => {
    const before = at.before
    const isNamed =
      before !== undefined &&
      ['word', 'quote', 'bound', 'count', 'close', 'own', 'after'].includes(before.is) &&
      !/(?:本项|该项|此项|本条|满分|占|共|计|总分)$/.test(before.text)
    // ≤1%，4分.
    const isBounded = before?.is === 'comma' && before.text === ',' && at.beforeThat?.is === 'bound'
    return isEdge(at.after) && (isNamed || isBounded) ? { ...scored(slots), text: '', verb: 'bare' } : null
  }),
]

const scored = (slots: Slots): Partial<Token> => {
  const value = milli(slots.score?.[0]?.n ?? Number.NaN)
  return { low: value, high: value }
}

/** In this order, each over the whole text: bounds are made of counts, closed bands of bounds. */
export const FOLDS: readonly (readonly Fold[])[] = [EFFECTS, MEASURES, BOUNDS, CLOSED, BARE]
