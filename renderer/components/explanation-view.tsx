import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Explanation } from '../../shared/domain/explain/explanation'
import { ExplanationNotes } from './explanation-notes'
import { ExplanationRow } from './explanation-row'
import { ExplanationSum } from './explanation-sum'
import { screenRange, screenScore } from './screen-score'
import './explanation.css'

interface Props {
  readonly node: Explanation
  readonly codeOf: (item: string) => string
  readonly onOpen: (node: string) => void
}

/** One number opened: what it is, its arithmetic at best and at worst, the standard's words, and what is below it. */
export function ExplanationView({ node, codeOf, onOpen }: Props) {
  const { t } = useTranslation()
  const { kind, wording, children } = node
  const names = useMemo(() => namesBelow(node), [node])
  const rest = kind === 'item' ? [] : children
  return (
    <div className="explanation" data-testid="explanation" data-node={node.id}>
      <Figures node={node} names={names} onOpen={onOpen} />
      <Findings node={node} codeOf={codeOf} />
      {kind === 'item' &&
        children.map((clause) => (
          <section key={clause.id} className="explanation__clause" data-testid={`explanation-${clause.id}`}>
            <Wording text={clause.wording} />
            <Findings node={withoutRepeating(clause, node)} codeOf={codeOf} />
            <Figures node={clause} names={names} onOpen={onOpen} isClause />
          </section>
        ))}
      {(isClauseKind(kind) || kind === 'item') && (
        <section className="explanation__clause" aria-label={t('explain.wording')}>
          <span className="explanation__name">{t('explain.wording')}</span>
          <Wording text={wording} />
        </section>
      )}
      {rest.length > 0 && (
        <section aria-label={t('explain.below')}>
          <ul className="explanation__rows">
            {rest.map((child) => (
              <ExplanationRow key={child.id} node={child} onOpen={onOpen} />
            ))}
          </ul>
        </section>
      )}
      {kind === 'total' && <p className="explanation__notice">{wording}</p>}
    </div>
  )
}

interface FiguresProps {
  readonly node: Explanation
  readonly names: ReadonlyMap<string, string>
  readonly onOpen: (node: string) => void
  readonly isClause?: boolean
}

/** The number and how it came about; at best and at worst while it is open. */
function Figures({ node, names, onOpen, isClause = isClauseKind(node.kind) }: FiguresProps) {
  const { t } = useTranslation()
  const { worst, best, full } = node
  const isOpen = worst.value !== best.value
  const side = (which: 'best' | 'worst') => t(`explain.${isClause ? 'clause' : 'side'}.${which}`)
  // What a clause could still take has no arithmetic: one line says it.
  const isPlain = isClause && worst.sum.op === 'number' && best.sum.op === 'number'
  if (!isOpen || isPlain) {
    return (
      <div className="explanation__figure">
        <span className="explanation__name">{t(isClause ? 'explain.takes' : 'explain.gets')}</span>
        <strong>{screenRange(Math.min(worst.value, best.value), Math.max(worst.value, best.value))}</strong>
        {full > 0 && <span className="explanation__of">/ {screenScore(full)}</span>}
        <ExplanationSum figure={best} names={names} onOpen={onOpen} />
      </div>
    )
  }
  return (
    <>
      {!isClause && (
        <div className="explanation__figure">
          <span className="explanation__name">{t('explain.range')}</span>
          <strong>{screenRange(worst.value, best.value)}</strong>
          {full > 0 && <span className="explanation__of">/ {screenScore(full)}</span>}
        </div>
      )}
      {(['best', 'worst'] as const).map((which) => (
        <div key={which} className="explanation__figure">
          <span className="explanation__name">{side(which)}</span>
          <strong>{screenScore(node[which].value)}</strong>
          <ExplanationSum figure={node[which]} names={names} onOpen={onOpen} />
        </div>
      ))}
    </>
  )
}

/** What was entered, and what happened to the number on its way. */
function Findings({ node: { facts, notes }, codeOf }: Pick<Props, 'node' | 'codeOf'>) {
  return (
    <>
      {facts.length > 0 && (
        <ul className="explanation__facts">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      <ExplanationNotes notes={notes} codeOf={codeOf} />
    </>
  )
}

/** That nobody has looked is said once, of the item. */
function withoutRepeating(clause: Explanation, { notes: said }: Explanation): Explanation {
  const isSaid = said.some(({ code }) => code === 'unchecked')
  return isSaid ? { ...clause, notes: clause.notes.filter(({ code }) => code !== 'unchecked') } : clause
}

/** The standard's own words, verbatim. */
function Wording({ text }: { readonly text: string }) {
  return text === '' ? null : <blockquote className="explanation__wording">{text}</blockquote>
}

/** What the nodes that an arithmetic may name are called: those below, and theirs (items in the total). */
function namesBelow(node: Explanation): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const walk = (one: Explanation, depth: number) => {
    for (const child of one.children) {
      names.set(child.id, `${child.code} ${child.title === '' ? child.wording : child.title}`)
      if (depth > 0 && child.kind !== 'item') walk(child, depth - 1)
    }
  }
  walk(node, 3)
  return names
}

function isClauseKind(kind: Explanation['kind']): boolean {
  return kind === 'clause' || kind === 'extra'
}
