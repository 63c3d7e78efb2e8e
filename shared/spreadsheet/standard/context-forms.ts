import type { Rule } from '../../domain/rubric/clause'
import type { Rank } from '../../domain/rubric/clause-in-context'
import type { Evidence, FormWithin, ReadClause } from '../wording/read-clause'
import { isCount, unitName, withoutIdle } from './counted-forms'
import { partialIn } from './measured-forms'
import { outcomesOf } from './outcome-of'
import { capped, type Make, measureOf, milliOf, one, stakeOf, unitOf } from './worded'

/** Forms that look beyond one number, as the model holds them. */

export const zoneLimit: Make<'zone-limit'> = (clause, setting) => {
  const { direction, pointsPerUnit } = clause
  const per = milliOf(clause.per)
  const limits = clause.zones.map(({ limit }) => milliOf(limit))
  if (per === null || per <= 0 || limits.some((limit) => limit === null)) return null
  return one(clause, {
    form: 'zone-limit',
    measure: measureOf(clause, setting, clause.unit),
    zones: clause.zones.map(({ label }, at) => ({ id: `z${at + 1}`, label, limit: limits[at] ?? per })),
    direction,
    per,
    pointsPerUnit,
    partial: partialIn(clause, setting),
    ...withoutIdle(capped(clause.cap, setting), setting.points),
  })
}

export const escalation: Make<'escalation'> = (clause, setting) => {
  const unit = unitName(clause.unit)
  const factors = clause.repeats.map(({ factor }) => milliOf(factor))
  const isExact = clause.finders.every(({ points }) =>
    factors.every((factor) => factor !== null && (points * factor) % 1000 === 0),
  )
  if (unit === null || !isExact) return null
  return one(clause, {
    form: 'escalation',
    unit,
    finders: clause.finders.map(({ label, points }, at) => ({ id: `f${at + 1}`, label, points })),
    repeats: clause.repeats.flatMap(({ label }, at) => {
      const factor = factors[at]
      return factor === null || factor === undefined ? [] : [{ label, factor }]
    }),
    ...withoutIdle(capped(clause.cap, setting), setting.points),
  })
}

export const overflow: Make<'overflow'> = (clause, { kind }) =>
  kind === 'normal' ? one(clause, { form: 'overflow', mode: clause.mode, points: clause.points }) : null

export const rank: Make<'rank'> = (clause, setting) => {
  const results = clause.steps.map(({ result }) => result)
  const outcomes = outcomesOf(results, setting, clause.text)
  const steps: Rank['steps'][number][] = []
  for (const [at, { label, to }] of clause.steps.entries()) {
    const outcome = outcomes[at]
    if (outcome === undefined || (to !== null && (!isCount(to) || to < 1))) return null
    steps.push({ id: `r${at + 1}`, label, ...(to === null ? {} : { to }), outcome })
  }
  const words = setting.rule.slice(...(clause.evidence.find(({ of }) => of === 'subject')?.span ?? [0, 0]))
  const unit = /(?:率|度|比例|占比|比重)$/.test(words)
    ? '%'
    : /(?:得分|成绩|分数|评分|分值)$/.test(words)
      ? '分'
      : ''
  const measure = measureOf(clause, setting, unit)
  return one(clause, { form: 'rank', measure, first: clause.first, steps })
}

/** Falling tiers of a rate; the last takes what is left. */
function rateTiers(rule: Extract<Rule, { form: 'tier' }>) {
  const falling = [...rule.tiers].sort((a, b) => (b.min ?? -1) - (a.min ?? -1))
  if (falling.some(({ isMinOpen, isMaxClosed }) => isMinOpen || isMaxClosed)) return null
  return {
    kind: 'tiers' as const,
    tiers: falling.map(({ id, label, min, outcome }) => ({
      id,
      label,
      ...(min === undefined ? {} : { min }),
      outcome,
    })),
  }
}

type Within = (form: FormWithin, text: string, evidence?: readonly Evidence[]) => Rule | null

/** `within` makes the rule that the words after the sample are. */
export function passRate(within: Within): Make<'pass-rate'> {
  return (clause, setting) => {
    const { thing, unit, samples } = clause
    const told = clause.evidence.filter(
      ({ of, span }, at, all) =>
        of === 'value' && all.findIndex((one) => one.of === of && one.span[0] === span[0]) === at,
    )
    const rule = within(clause.rule, clause.text, told)
    const measure = { label: thing, unit: unitOf(unit) }
    const head = { form: 'pass-rate' as const, measure, samples }
    if (rule?.form === 'tier' && rule.measure?.unit === '%') {
      const tiers = rateTiers(rule)
      return tiers === null ? null : one(clause, { ...head, rule: tiers })
    }
    if (rule?.form === 'linear' && rule.measure.unit === '%' && rule.direction === 'below') {
      const { from, per, pointsPerUnit, cap } = rule
      const partial = partialIn(clause, setting)
      const steps = { kind: 'shortfall' as const, from, per, pointsPerUnit, partial }
      return one(clause, { ...head, rule: { ...steps, ...(cap === undefined ? {} : { cap }) } })
    }
    const isWhole = rule?.form === 'proportional' && rule.fullAt === 100_000 && rule.floor === undefined
    if (!isWhole) return null
    const base = rule.base > 0 ? rule.base : stakeOf(setting)
    return one(clause, { ...head, rule: { kind: 'proportional', base } })
  }
}

/** A kind of subject as the lists of subjects name it: 扩权县 is 扩权县（市）. */
function kindName(printed: string): string {
  const name = printed.replace(/\s/g, '').replace('(', '（').replace(')', '）')
  const known: Readonly<Record<string, string>> = {
    扩权县: '扩权县（市）',
    直管县: '省直管县（市）',
    '直管县（市）': '省直管县（市）',
    省直管县: '省直管县（市）',
    设区的市: '设区市',
  }
  return known[name] ?? name
}

/** `within` makes the rule of each case; what is measured is named once for all of them. */
export function bySubject(within: Within): Make<'by-subject'> {
  return (clause) => {
    const texts = casesText(clause)
    const rules = [...clause.cases.map(({ rule }) => rule), clause.otherwise].map((rule, at) =>
      within(rule, texts[at] ?? clause.text),
    )
    const named = rules.find((rule) => rule !== null && 'measure' in rule)
    const label = named && 'measure' in named ? named.measure?.label : undefined
    const all = rules.map((rule) => (rule === null ? null : withLabel(rule, label)))
    const otherwise = all[all.length - 1]
    const cases = clause.cases.flatMap(({ kinds }, at) => {
      const rule = all[at]
      return rule === null || rule === undefined ? [] : [{ kinds: kinds.map(kindName), rule }]
    })
    if (!otherwise || cases.length < clause.cases.length) return null
    return one(clause, { form: 'by-subject', cases, otherwise })
  }
}

/** The words of each case: from where its subject stands to where the next does; the first takes what stands before. */
function casesText({ text, span, evidence }: ReadClause): readonly string[] {
  const starts = evidence.filter(({ of }) => of === 'scope').map((one) => one.span[0] - span[0])
  return starts.map((start, at) => text.slice(at === 0 ? 0 : start, starts[at + 1] ?? text.length))
}

function withLabel(rule: Rule, label: string | undefined): Rule {
  if (label === undefined || !('measure' in rule) || rule.measure === undefined) return rule
  return { ...rule, measure: { ...rule.measure, label } } as Rule
}
