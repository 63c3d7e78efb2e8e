import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { FindingText } from './finding-text'
import type { ProofView } from './proof-view'
import { repairsOf } from './repairs'
import type { Editor } from './use-editor'

export interface NodeFindingsProps {
  readonly proof: ProofView
  readonly editor: Editor
  readonly id: string
  /** Those of one clause; those of no clause where null. */
  readonly clause?: string | null
}

/** What is wrong right here, and what would put it right. */
export function NodeFindings({ proof, editor, id, clause = null }: NodeFindingsProps) {
  const { t } = useTranslation()
  const found = proof.of(id).filter((one) => one.clause === clause)
  if (found.length === 0) return null
  return (
    <ul className="editor-findings">
      {found.map((finding) => (
        <li
          key={`${finding.diagnostic.code}|${finding.diagnostic.detail}`}
          data-testid="editor-finding"
          data-code={finding.diagnostic.code}
        >
          <FindingText finding={finding} rubric={proof.rubric} />
          {repairsOf(finding, proof.rubric).map(({ name, value, edits }) => (
            <Button
              key={name}
              size="small"
              data-testid={`editor-mend-${name}`}
              onClick={() => editor.edit(edits)}
            >
              {t(`editor.repair.${name}`, { value })}
            </Button>
          ))}
        </li>
      ))}
    </ul>
  )
}
