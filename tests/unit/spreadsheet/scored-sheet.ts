import { readdirSync, readFileSync } from 'node:fs'
import { canonicalJson } from '../../../shared/domain/canonical-json'
import type { Milli } from '../../../shared/domain/points'
import { assembleRubric } from '../../../shared/domain/rubric/assemble'
import type { Clause } from '../../../shared/domain/rubric/clause'
import { allItems, type Rubric } from '../../../shared/domain/rubric/rubric'
import { clauseFor } from '../../../shared/domain/rubric/rubric-for'
import { apply } from '../../../shared/domain/sheet/apply'
import type { SheetCommand } from '../../../shared/domain/sheet/command'
import { decide } from '../../../shared/domain/sheet/decide'
import type { SheetEvent, SheetHeader } from '../../../shared/domain/sheet/event'
import type { MarkValue } from '../../../shared/domain/sheet/mark'
import { sheetResult } from '../../../shared/domain/sheet/replay'
import type { SheetResult } from '../../../shared/domain/sheet/result'
import { emptySheet, type SheetState } from '../../../shared/domain/sheet/state'

const FOLDER = new URL('../../../resources/rubrics/demonstration/', import.meta.url)

/** The shipped demonstration standard, read from its files. */
export function demonstration(): Rubric {
  const read = (name: string) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))
  const categories = readdirSync(FOLDER)
    .filter((name) => /^\d\d-.*\.json$/.test(name))
    .sort()
  return assembleRubric(read('standard.json'), categories.map(read))
}

export const HEADER: SheetHeader = {
  sheetId: '5b0c7a52-6f0e-4c5a-9d3f-2f6f0c1b8a11',
  round: {
    id: 'f2a6f0de-90c4-4a39-8d7b-7a1f8c5e0b22',
    kind: 'mock',
    title: '2026年第四季度城市精细化管理模拟考核',
    date: '2026-11-23',
    rubricId: 'demonstration-291',
    rubricVersion: '2026.1',
    rubricTitle: '示范评分标准（按公开的十大类框架自编，非官方文本）',
    rubricDigest: '9f2c1d7e'.repeat(8),
    createdAt: '2026-11-20T01:00:00.000Z',
  },
  subject: { id: 'zhengzhou', name: '郑州市', league: '省辖市' },
  scorer: { name: '甲检查员', unit: '第二检查组', role: 'inspector' },
  correction: null,
}

/** A sheet scored command by command through `decide` and `apply`; stamps are fixed, hashes are not the subject here. */
export function scoredSheet(
  rubric: Rubric,
  commands: readonly SheetCommand[],
  header: SheetHeader = HEADER,
): SheetResult {
  let state = emptySheet()
  const write = (event: SheetEvent) => {
    const seq = state.seq + 1
    const at = new Date(Date.parse('2026-11-23T01:00:00.000Z') + seq * 20_000).toISOString()
    const stamp = { mono: seq * 20_000, boot: 'b', by: header.scorer.name, prev: state.head }
    state = apply(rubric, state, { ...stamp, seq, at, event, hash: seq.toString(16).padStart(64, 'a') })
  }
  write({ type: 'opened', header })
  for (const command of commands) runCommand(rubric, state, command).forEach(write)
  return sheetResult(rubric, state)
}

function runCommand(rubric: Rubric, state: SheetState, command: SheetCommand): readonly SheetEvent[] {
  const decision = decide(rubric, state, command)
  if (!decision.ok) throw new Error(`${decision.code}: ${canonicalJson(command)}`)
  return decision.events
}

const REASONS = [
  '人民路与建设街交叉口东南角，立面污损未清理，现场已拍照',
  '抽查台账第三季度缺两份记录，被检查单位承认漏登',
  '背街小巷内杂物堆放，社区表示一周内整改',
  '与上报数据不符，以现场核查为准',
]

/** Marks over all of a rubric, drawn by a small generator: about a third lose points; the first `open` stay unchecked. */
export function plausibleCommands(rubric: Rubric, seed: number, open = 0): readonly SheetCommand[] {
  let dice = seed
  const roll = (sides: number) => {
    dice = (Math.imul(dice, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((dice / 2 ** 32) * sides)
  }
  const commands = allItems(rubric)
    .slice(open)
    .flatMap((item): readonly SheetCommand[] => {
      const chance = roll(100)
      const reason = REASONS[roll(REASONS.length)] ?? ''
      if (chance < 4 && item.exclusion !== 'not-allowed')
        return [{ type: 'exclude', item: item.id, reason: '辖区内无此类设施，经组长确认' }]
      if (chance >= 38 || item.kind === 'veto') return [{ type: 'clear', item: item.id }]
      const clause = item.clauses[roll(item.clauses.length)]
      const value = clause === undefined || clause.form === 'veto' ? null : plausibleValue(clause, roll)
      if (clause === undefined || value === null) return [{ type: 'clear', item: item.id }]
      const mark = { type: 'mark', item: item.id, clause: clause.id, mark: { value, reason } } as const
      return roll(4) === 0 ? [mark, { type: 'note', item: item.id, note: '建议纳入下月督查重点' }] : [mark]
    })
  const reason = open === 0 ? '' : '当日降雨，户外项目未能检查，另行安排'
  return [...commands, { type: 'seal', reason }]
}

function plausibleValue(clause: Clause, roll: (sides: number) => number): MarkValue | null {
  switch (clause.form) {
    case 'per-occurrence': {
      const [first] = clause.severities ?? []
      const n = (clause.allowance ?? 0) + (clause.per ?? 1) * (1 + roll(4))
      return first === undefined
        ? { kind: 'count', n }
        : { kind: 'counts', bySeverity: { [first.id]: 1 + roll(2) } }
    }
    case 'bonus':
    case 'penalty':
      return { kind: 'count', n: 1 }
    case 'all-or-nothing':
    case 'veto':
      return { kind: 'flag' }
    case 'threshold':
      return { kind: 'value', value: ((clause.thresholds[0]?.value ?? 0) - 1500) as Milli }
    case 'linear':
      return { kind: 'value', value: (clause.from + (clause.direction === 'below' ? -2500 : 2500)) as Milli }
    case 'proportional':
      return { kind: 'value', value: Math.round(clause.fullAt * 0.9) as Milli }
    case 'tier': {
      const tier = clause.tiers[clause.tiers.length > 1 ? 1 : 0]
      if (tier === undefined) return null
      return clause.measure === undefined
        ? { kind: 'choice', id: tier.id }
        : { kind: 'value', value: tier.min ?? (0 as Milli) }
    }
    case 'judgement': {
      const band = clause.bands[clause.bands.length > 1 ? 1 : 0]
      return band === undefined ? null : { kind: 'points', bandId: band.id, points: band.min }
    }
    case 'additive':
      return { kind: 'missing', parts: clause.parts.slice(-1).map(({ id }) => id) }
    case 'zone-limit': {
      const [zone] = clause.zones
      const away = clause.direction === 'below' ? -2500 : 2500
      return zone === undefined
        ? null
        : { kind: 'zoned', zone: zone.id, value: Math.max(0, zone.limit + away) as Milli }
    }
    case 'escalation': {
      const [finder] = clause.finders
      return finder === undefined ? null : { kind: 'found', found: [{ finder: finder.id, time: 1, n: 1 }] }
    }
    case 'rank':
      return { kind: 'rank', rank: 1 + roll(6) }
    case 'pass-rate':
      return { kind: 'samples', population: 40, passed: 8, failed: 2 }
    case 'overflow':
      return null
    case 'by-subject':
      return plausibleValue(clauseFor(clause, null), roll)
  }
}
