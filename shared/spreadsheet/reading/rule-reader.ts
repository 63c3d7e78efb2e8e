import { compileRule } from '../wording/compile-rule'
import type { ReadRule, RuleSetting } from '../wording/read-clause'

/** How the text of a rule becomes clauses; what it says depends on nothing but what it is given. */
export type RuleReader = (rule: string, setting: RuleSetting) => ReadRule

/**
 * Compiles each rule once, however often it stands in a sheet and however often the sheet is read. What it remembers
 * goes away with it: one for each workbook.
 */
export function rememberingRules(): RuleReader {
  const known = new Map<string, ReadRule>()
  return (rule, setting) => {
    const key = `${setting.kind}\u0000${setting.points}\u0000${rule}\u0000${setting.content}`
    const found = known.get(key)
    if (found !== undefined) return found
    const read = compileRule(rule, setting)
    known.set(key, read)
    return read
  }
}
