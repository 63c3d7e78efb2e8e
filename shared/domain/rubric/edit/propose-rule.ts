import { type Points, parseMilli } from '../../points'
import type { Clause, ClauseForm, Outcome, Rule } from '../clause'
import type { Item } from '../rubric'
import {
  boundsIn,
  capIn,
  everyIn,
  type Figures,
  figuresIn,
  findersIn,
  milli,
  partsIn,
  zonesIn,
} from './figures'

type RuleOf<F extends ClauseForm> = Extract<Rule, { form: F }>
type Propose<F extends ClauseForm> = (figures: Figures, item: Item, newId: () => string) => RuleOf<F>

function first(figures: Figures): Points {
  return (figures.points[0] ?? 0) as Points
}

function orOne<T>(list: readonly T[], one: T): readonly T[] {
  return list.length === 0 ? [one] : list
}

/** A cap only where one is printed: an absent one means the item's points. */
function withCap(figures: Figures): { readonly cap?: Points } {
  const cap = capIn(figures)
  return cap === undefined ? {} : { cap }
}

function shortfall(figures: Figures) {
  const { text } = figures
  const per = /每[^，。；]{0,8}?(\d+(?:\.\d+)?)/.exec(text)?.[1]
  return {
    direction: /超|高于|多于|大于/.test(text) ? 'above' : 'below',
    per: milli(per === undefined ? 1000 : (parseMilli(per) ?? 1000)),
    pointsPerUnit: first(figures),
    partial: 'exact',
  } as const
}

/** The standard to be reached: the first measured number that is not the step of 每 …. */
function standardIn({ measured }: Figures) {
  return milli(measured.find(({ before }) => !/每[^，。；]{0,8}$/.test(before))?.value)
}

const PROPOSE: { readonly [F in Rule['form']]: Propose<F> } = {
  'per-occurrence': (figures) => {
    const per = everyIn(figures)
    return {
      form: 'per-occurrence',
      unit: figures.unit === '' ? '处' : figures.unit,
      ...(per === 1 ? {} : { per }),
      pointsPerUnit: first(figures),
      ...withCap(figures),
    }
  },
  'all-or-nothing': (figures) => ({
    form: 'all-or-nothing',
    deduct: /不得分|不计分|全扣/.test(figures.text) || figures.points.length === 0 ? 'all' : first(figures),
  }),
  threshold: (figures) => {
    const thresholds = boundsIn(figures).flatMap(({ bounds, outcome }) =>
      bounds.slice(0, 1).map(({ value, comparisons }) => ({
        cmp: comparisons[0] ?? '<',
        value: milli(value),
        outcome,
      })),
    )
    const none = { cmp: '<', value: milli(0), outcome: { effect: 'zero' } } as const
    return {
      form: 'threshold',
      measure: figures.measure,
      thresholds: thresholds.length === 0 ? [none] : thresholds.slice(0, 20),
    }
  },
  tier: (figures, _item, newId) => {
    const tiers = boundsIn(figures).map(({ bounds, outcome }, index) => {
      const lower = bounds.find(({ comparisons }) => comparisons.some((cmp) => cmp.startsWith('>')))
      const upper = bounds.find(({ comparisons }) => comparisons.some((cmp) => cmp.startsWith('<')))
      return {
        id: newId(),
        label: `${index + 1}档`,
        ...(lower === undefined ? {} : { min: milli(lower.value) }),
        ...(lower?.comparisons.includes('>=') === false ? { isMinOpen: true } : {}),
        ...(upper === undefined ? {} : { max: milli(upper.value) }),
        // 以下 is read both ways and stays open; 不超过 and 及以下 have their bound.
        ...(upper?.comparisons.includes('<') === false ? { isMaxClosed: true } : {}),
        outcome,
      }
    })
    const isNumeric = figures.measured.length > 0
    const none = { id: newId(), label: '1档', outcome: { effect: 'full' } } as const
    return {
      form: 'tier',
      ...(isNumeric ? { measure: figures.measure } : {}),
      tiers: tiers.length === 0 ? [none] : tiers.slice(0, 50),
    }
  },
  linear: (figures) => ({
    form: 'linear',
    measure: figures.measure,
    from: standardIn(figures),
    ...shortfall(figures),
    ...withCap(figures),
  }),
  proportional: (figures, item) => ({
    form: 'proportional',
    measure: figures.measure,
    base: item.points,
    fullAt: milli(figures.measure.unit === '%' ? 100_000 : 0),
  }),
  judgement: (figures, _item, newId) => {
    const [low = 0, high = low] = figures.points
    return {
      form: 'judgement',
      effect: /得/.test(figures.text) && !/扣/.test(figures.text) ? 'gain' : 'deduct',
      bands: [{ id: newId(), label: '酌情', min: low as Points, max: high as Points }],
    }
  },
  additive: (figures, item, newId) => {
    const parts = partsIn(figures.text).map((part) => ({ id: newId(), ...part }))
    return {
      form: 'additive',
      parts: parts.length === 0 ? [{ id: newId(), label: '', points: item.points }] : parts,
    }
  },
  bonus: (figures) => ({
    form: 'bonus',
    unit: figures.unit === '' ? '次' : figures.unit,
    pointsPerUnit: first(figures),
    cap: (figures.points.at(-1) ?? 0) as Points,
  }),
  penalty: (figures) => ({
    form: 'penalty',
    unit: figures.unit === '' ? '次' : figures.unit,
    pointsPerUnit: first(figures),
    ...withCap(figures),
  }),
  veto: () => ({ form: 'veto', scope: 'category' }),
  'zone-limit': (figures, _item, newId) => ({
    form: 'zone-limit',
    measure: { label: figures.measure.label, unit: figures.unit },
    zones: orOne(zonesIn(figures.text), { label: '', limit: milli(0) }).map((zone) => ({
      id: newId(),
      ...zone,
    })),
    ...shortfall(figures),
    ...withCap(figures),
  }),
  escalation: (figures, _item, newId) => ({
    form: 'escalation',
    unit: figures.unit === '' ? '处' : figures.unit,
    finders: orOne(findersIn(figures.text), { label: '', points: first(figures) }).map((finder) => ({
      id: newId(),
      ...finder,
    })),
    repeats: [
      { label: '首次', factor: milli(1000) },
      { label: '重复', factor: milli(/加倍|翻倍/.test(figures.text) ? 2000 : 1000) },
    ],
    ...withCap(figures),
  }),
  overflow: (figures) => ({
    form: 'overflow',
    mode: /追加|再扣/.test(figures.text) ? 'add' : 'continue',
    points: first(figures),
  }),
  rank: (figures, _item, newId) => {
    const outcome = (at: number, otherwise: Outcome): Outcome => boundsIn(figures)[at]?.outcome ?? otherwise
    const to = /前\s*(\d+)/.exec(figures.text)?.[1]
    return {
      form: 'rank',
      measure: figures.measure,
      first: 'highest',
      steps: [
        {
          id: newId(),
          label: '前列',
          to: to === undefined ? 3 : Math.min(100_000, Math.max(1, Number(to))),
          outcome: outcome(0, { effect: 'full' }),
        },
        { id: newId(), label: '其余', outcome: outcome(1, { effect: 'zero' }) },
      ],
    }
  },
  'pass-rate': (figures, _item, newId) => ({
    form: 'pass-rate',
    measure: { label: '', unit: figures.unit },
    samples: [{ from: 0, atLeast: 1 }],
    rule: {
      kind: 'tiers',
      tiers: [
        { id: newId(), label: '合格', min: standardIn(figures), outcome: { effect: 'full' } },
        { id: newId(), label: '其余', outcome: { effect: 'zero' } },
      ],
    },
  }),
}

/** The rule of a form as far as the words print its numbers; what they do not print is zero, for a person to fill in. */
export function proposeRule<F extends Rule['form']>(
  form: F,
  text: string,
  item: Item,
  newId: () => string,
): RuleOf<F> {
  const propose: Propose<F> = PROPOSE[form]
  return propose(figuresIn(text), item, newId)
}

/** A clause of a form over some words of the item's rule; its figures are proposals. */
export function proposeClause(form: ClauseForm, text: string, item: Item, newId: () => string): Clause {
  const words = { id: newId(), text }
  if (form !== 'by-subject') return { ...proposeRule(form, text, item, newId), ...words } as Clause
  const rule = () => proposeRule('threshold', text, item, newId)
  return { ...words, form, cases: [{ kinds: ['县(市)'], rule: rule() }], otherwise: rule() }
}

/** The clause in another form: its words, its id and its problem stay, its figures are proposed anew. */
export function inForm(clause: Clause, form: ClauseForm, item: Item, newId: () => string): Clause {
  if (clause.form === form) return clause
  const problem = clause.problem === undefined ? {} : { problem: clause.problem }
  if (form !== 'by-subject' || clause.form === 'by-subject')
    return { ...proposeClause(form, clause.text, item, newId), id: clause.id, ...problem }
  const { id, text, problem: _problem, forPerson: _forPerson, ...rule } = clause
  return { id, text, ...problem, form, cases: [{ kinds: ['县(市)'], rule }], otherwise: rule }
}
