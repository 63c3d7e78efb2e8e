import { useDeferredValue, useMemo } from 'react'
import { agreement } from '../../../shared/domain/rubric/agreement'
import type { Clause } from '../../../shared/domain/rubric/clause'
import type { Diagnostic } from '../../../shared/domain/rubric/diagnostic'
import { proveDraft } from '../../../shared/domain/rubric/edit/blanks'
import type { Node } from '../../../shared/domain/rubric/edit/edit'
import { allNodes } from '../../../shared/domain/rubric/edit/tree'
import { allItems, type Item, type Rubric } from '../../../shared/domain/rubric/rubric'
import { readBack } from '../../../shared/spreadsheet/standard/read-back'

export type Level = 'error' | 'warning'

/** One thing found, and the node it is about; null where it is the standard's head. */
export interface Finding {
  readonly diagnostic: Diagnostic
  /** 'error' keeps the standard from use; 'warning' is advice, as is everything about the wording. */
  readonly level: Level
  readonly node: Node | null
  readonly clause: string | null
}

/** What a proof of the standard says now. */
export interface ProofView {
  readonly findings: readonly Finding[]
  readonly errors: number
  readonly levelOf: (code: string) => Level | null
  readonly of: (id: string) => readonly Finding[]
  /** The standard that was proved: one key press behind, at most, while the machine is busy. */
  readonly rubric: Rubric
}

/** Whether two lists say the same of the same places. */
export function isSameFindings(a: readonly Finding[], b: readonly Finding[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ diagnostic: one }, index) => {
      const other = b[index]?.diagnostic
      return (
        other !== undefined &&
        one.code === other.code &&
        one.place === other.place &&
        one.detail === other.detail
      )
    })
  )
}

const wordings = new WeakMap<Item, readonly Diagnostic[]>()

/** Where wording and clause differ; computed once per version of an item. */
function wordingOf(item: Item): readonly Diagnostic[] {
  const known = wordings.get(item)
  if (known !== undefined) return known
  const found = item.clauses.length === 0 ? [] : agreement(item)
  // Reading the words costs more than comparing their numbers: only where these seem to differ.
  const shown = found.length === 0 ? found : unexplained(item, found)
  wordings.set(item, shown)
  return shown
}

/** What is left to say where the words read back to the clause as it is, or wait for a person anyway. */
function unexplained(item: Item, found: readonly Diagnostic[]): readonly Diagnostic[] {
  const sure = readBack(item)
  const isSettled = ({ id, forPerson }: Clause) => forPerson === true || sure.has(id)
  if (item.clauses.every(isSettled)) return []
  const settled = new Set(item.clauses.filter(isSettled).map(({ id }) => `${item.code}/${id}`))
  return found.filter(({ place }) => !settled.has(place))
}

/** Everything found in the standard, errors first, each with its place. */
export function proofOf(rubric: Rubric): ProofView {
  const byCode = new Map<string, Node>()
  for (const node of allNodes(rubric)) if (!byCode.has(node.code)) byCode.set(node.code, node)
  const finding = (diagnostic: Diagnostic, level: Level): Finding => {
    const { place } = diagnostic
    const whole = byCode.get(place)
    const cut = place.lastIndexOf('/')
    const node = whole ?? (cut < 0 ? undefined : byCode.get(place.slice(0, cut)))
    return {
      diagnostic,
      level,
      node: node ?? null,
      clause: whole === undefined && node !== undefined ? place.slice(cut + 1) : null,
    }
  }
  const found = proveDraft(rubric)
  // Where there is no clause yet, that they fall short says nothing more.
  const bare = new Set(found.filter(({ code }) => code === 'no-clauses').map(({ place }) => place))
  const proved = found
    .filter(({ code, place }) => code !== 'reach-short' || !bare.has(place))
    .map((one) => finding(one, one.level))
  const said = allItems(rubric).flatMap((item) => wordingOf(item).map((one) => finding(one, 'warning')))
  const findings = [
    ...proved.filter(({ level }) => level === 'error'),
    ...proved.filter(({ level }) => level === 'warning'),
    ...said,
  ]
  const levels = new Map<string, Level>()
  const byNode = new Map<string, Finding[]>()
  for (const one of findings) {
    const { node, level } = one
    if (node === null) continue
    if (!levels.has(node.code)) levels.set(node.code, level)
    const list = byNode.get(node.id)
    if (list === undefined) byNode.set(node.id, [one])
    else list.push(one)
  }
  return {
    findings,
    errors: findings.filter(({ level }) => level === 'error').length,
    levelOf: (code) => levels.get(code) ?? null,
    of: (id) => byNode.get(id) ?? [],
    rubric,
  }
}

/** The proof of what is being typed; it never holds a key press up. */
export function useProof(rubric: Rubric): ProofView {
  const quiet = useDeferredValue(rubric)
  return useMemo(() => proofOf(quiet), [quiet])
}
