import type { Draft } from './draft'

/**
 * `drafts` with `draft` behind them. Parts that are won, and then each missing one lost (组织1分，方案1分，每缺一项扣1分),
 * say one thing twice: it is counted once where the figures are the same, and a person says what is meant where they are
 * not.
 */
export function withDraft(drafts: Draft[], draft: Draft): void {
  const at = drafts.length - 1
  const before = drafts[at]
  const { form } = draft
  const isAgain =
    before?.form.form === 'additive' &&
    'parts' in before.form &&
    form.form === 'per-occurrence' &&
    (form.unit === null || form.unit === '项' || form.unit === '个') &&
    MISSING.test(draft.saids[0]?.lead ?? '')
  if (!before || !isAgain) {
    drafts.push(draft)
    return
  }
  const parts = before.form.form === 'additive' && 'parts' in before.form ? before.form.parts : []
  const isSame = form.form === 'per-occurrence' && parts.every((part) => part.points === form.pointsPerUnit)
  if (isSame) {
    drafts[at] = { ...before, saids: [...before.saids, ...draft.saids], to: draft.to }
    return
  }
  drafts[at] = { ...before, confidence: Math.min(before.confidence, 0.45) }
  drafts.push({ ...draft, confidence: Math.min(draft.confidence, 0.45) })
}

const MISSING = /^(?:每|其中|上述)?(?:缺少?|少)(?:一|1)?(?:项|个)?(?:的)?,?$/
