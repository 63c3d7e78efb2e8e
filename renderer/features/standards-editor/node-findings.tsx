import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Rubric } from '../../../shared/domain/rubric/rubric'
import { FindingText } from './finding-text'
import type { Finding } from './proof-view'
import { repairsOf } from './repairs'
import type { Edit } from './use-editor'

export interface NodeFindingsProps {
  readonly findings: readonly Finding[]
  readonly rubric: Rubric
  readonly edit: Edit
}

/** What is wrong right here, and what would put it right. */
export function NodeFindings({ findings, rubric, edit }: NodeFindingsProps) {
  const { t } = useTranslation()
  if (findings.length === 0) return null
  return (
    <ul className="editor-findings">
      {findings.map((finding) => (
        <li
          key={`${finding.diagnostic.code}|${finding.diagnostic.detail}`}
          data-testid="editor-finding"
          data-code={finding.diagnostic.code}
        >
          <FindingText finding={finding} rubric={rubric} />
          {repairsOf(finding, rubric).map(({ name, value, edits }) => (
            <Button key={name} size="small" data-testid={`editor-mend-${name}`} onClick={() => edit(edits)}>
              {t(`editor.repair.${name}`, { value })}
            </Button>
          ))}
        </li>
      ))}
    </ul>
  )
}
