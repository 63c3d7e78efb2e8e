import { Tree, type TreeDataNode } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMilli } from '../../../shared/domain/points'
import type { Rubric } from '../../../shared/domain/rubric/rubric'
import { type Branch, groupsOf } from './tree-nodes'

export interface StandardTreeProps {
  readonly rubric: Rubric
  /** The id of the node whose items are shown; empty for none. */
  readonly selected: string
  readonly onSelect: (id: string) => void
}

/** Categories and groups with their points and weights; arrow keys move, Enter opens. */
export function StandardTree({ rubric, selected, onSelect }: StandardTreeProps) {
  const { t } = useTranslation()
  const nodes = useMemo(() => rubric.categories.map(nodeOf), [rubric])
  return (
    <div className="standards-tree" data-testid="standards-tree">
      <Tree
        aria-label={t('standards.tree')}
        blockNode
        virtual={false}
        treeData={nodes}
        defaultExpandedKeys={[selected]}
        selectedKeys={selected === '' ? [] : [selected]}
        expandAction="click"
        onSelect={(_keys, { node }) => onSelect(String(node.key))}
      />
    </div>
  )
}

function nodeOf(branch: Branch): TreeDataNode {
  return {
    key: branch.id,
    title: (
      <span className="standards-tree__node">
        <span className="standards__code">{branch.code}</span>
        <span className="standards-tree__title" title={branch.title}>
          {branch.title}
        </span>
        <span className="standards-tree__points">
          {'weight' in branch ? `${branch.weight / 100}%` : formatMilli(branch.points)}
        </span>
      </span>
    ),
    children: groupsOf(branch).map(nodeOf),
  }
}
