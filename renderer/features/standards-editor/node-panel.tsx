import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMilli } from '../../../shared/domain/points'
import type { Node } from '../../../shared/domain/rubric/edit/edit'
import { sumOf } from '../../../shared/domain/rubric/edit/sum-up'
import { isBranch, isCategory } from '../../../shared/domain/rubric/edit/tree'
import { allItems, itemsOf, type Rubric } from '../../../shared/domain/rubric/rubric'
import { FieldGroup } from '../../components/clause-editor/fields/field'
import { NamesInput } from '../../components/clause-editor/fields/names-field'
import { ItemPanel } from './item-panel'
import { useKindNames } from './kind-names'
import { NodeFindings } from './node-findings'
import type { Finding, ProofView } from './proof-view'
import type { Edit } from './use-editor'
import type { OutlineActs } from './use-outline'

export interface NodePanelProps {
  readonly node: Node
  readonly edit: Edit
  readonly proof: ProofView
  /** The finding that was jumped to, if it is about this node. */
  readonly jumped: Finding | null
  readonly acts: OutlineActs
}

/** Everything of the chosen node that the tree has no column for. */
export function NodePanel(props: NodePanelProps) {
  const { node } = props
  return isBranch(node) ? <BranchPanel {...props} node={node} /> : <ItemPanel {...props} item={node} />
}

function BranchPanel({
  node,
  edit,
  proof,
}: NodePanelProps & { readonly node: Extract<Node, { children: unknown }> }) {
  const { t } = useTranslation()
  const kinds = useKindNames(proof.rubric)
  const sum = sumOf(node.children)
  return (
    <section className="editor-panel" data-testid="editor-panel">
      <header className="editor-panel__head">
        <h2 className="editor-panel__title">
          <span className="editor-panel__code">{node.code}</span> {node.title}
        </h2>
      </header>
      <NodeFindings findings={proof.of(node.id)} rubric={proof.rubric} edit={edit} />
      <dl className="editor-sums">
        <div>
          <dt>{t('editor.sum.items')}</dt>
          <dd>{itemsOf(node).length}</dd>
        </div>
        <div>
          <dt>{t('editor.sum.below')}</dt>
          <dd>{formatMilli(sum)}</dd>
        </div>
        <div>
          <dt>{t('editor.sum.own')}</dt>
          <dd className={sum === node.points ? '' : 'editor-sums__off'}>{formatMilli(node.points)}</dd>
        </div>
        {isCategory(node) && (
          <div>
            <dt>{t('editor.column.weight')}</dt>
            <dd>{formatMilli(node.weight * 10)}%</dd>
          </div>
        )}
      </dl>
      {!isCategory(node) && (
        <div className="editor-grid">
          <FieldGroup label={t('editor.onlyFor')} hint={t('editor.onlyForHint')}>
            <NamesInput
              label={t('editor.onlyFor')}
              value={node.onlyFor ?? []}
              offered={kinds}
              placeholder={t('editor.everyone')}
              testId="editor-only-for"
              onChange={(names) =>
                edit({
                  type: 'change',
                  id: node.id,
                  change: { onlyFor: names.length === 0 ? undefined : names },
                })
              }
            />
          </FieldGroup>
        </div>
      )}
      <LeadForAll node={node} rubric={proof.rubric} edit={edit} />
      <p className="editor-panel__hint">{t('editor.branchHint')}</p>
    </section>
  )
}

/** Items without a lead unit below a branch, filled in at once: after a paste there are many. */
function LeadForAll({
  node,
  rubric,
  edit,
}: {
  readonly node: Extract<Node, { children: unknown }>
  readonly rubric: Rubric
  readonly edit: Edit
}) {
  const { t } = useTranslation()
  const [names, setNames] = useState<readonly string[]>([])
  const missing = itemsOf(node).filter(({ units }) => units.lead.length === 0)
  if (missing.length === 0) return null
  const known = [...new Set(allItems(rubric).flatMap(({ units }) => [...units.lead, ...units.support]))]
  return (
    <div className="editor-lead">
      <FieldGroup label={t('editor.leadForAll')}>
        <NamesInput
          label={t('editor.leadForAll')}
          value={names}
          offered={known}
          testId="editor-lead-for-all"
          onChange={setNames}
        />
      </FieldGroup>
      <Button
        disabled={names.length === 0}
        data-testid="editor-lead-fill"
        onClick={() =>
          edit(
            missing.map(({ id, units }) => ({
              type: 'change',
              id,
              change: { units: { ...units, lead: names } },
            })),
          )
        }
      >
        {t('editor.leadFill', { count: missing.length })}
      </Button>
    </div>
  )
}
