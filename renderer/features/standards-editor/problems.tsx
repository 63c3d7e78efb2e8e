import { CloseCircleFilled, DownOutlined, UpOutlined, WarningFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { memo, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FindingText } from './finding-text'
import type { Finding, ProofView } from './proof-view'
import { repairsOf } from './repairs'
import type { Edit } from './use-editor'

/** So many of one kind are shown at once; and when the others are asked for, no more than the second number. */
const FEW = 4
const MANY = 200

export interface ProblemsProps {
  readonly proof: ProofView
  readonly edit: Edit
  readonly onJump: (finding: Finding) => void
}

/** What is wrong and where, below the tree: a click jumps there, a button puts right what is plain. */
export const Problems = memo(function Problems({ proof, edit, onJump }: ProblemsProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { findings, errors } = proof
  const groups = useMemo(() => groupsOf(findings), [findings])
  const advice = findings.length - errors
  const sums = findings.filter(({ diagnostic }) => diagnostic.code === 'points-sum').length
  return (
    <section className="editor-problems" data-testid="editor-problems">
      <div className="editor-problems__head">
        <button
          type="button"
          className="editor-problems__toggle"
          aria-expanded={isOpen}
          data-testid="editor-problems-toggle"
          disabled={findings.length === 0}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? <DownOutlined aria-hidden /> : <UpOutlined aria-hidden />}
          {errors > 0 && (
            <span className="editor-problems__errors">
              <CloseCircleFilled aria-hidden /> {t('editor.errors', { count: errors })}
            </span>
          )}
          {advice > 0 && (
            <span className="editor-problems__advice">
              <WarningFilled aria-hidden /> {t('editor.advice', { count: advice })}
            </span>
          )}
          {errors === 0 && (
            <span className="editor-problems__proved" data-testid="editor-proved">
              {t('editor.proved')}
            </span>
          )}
        </button>
        {sums > 1 && (
          <Button size="small" data-testid="editor-sum-all" onClick={() => edit({ type: 'sum' })}>
            {t('editor.sumAll')}
          </Button>
        )}
      </div>
      {isOpen && (
        <ul className="editor-problems__list">
          {groups.map((group) => (
            <ProblemGroup
              key={group[0]?.diagnostic.code}
              group={group}
              proof={proof}
              edit={edit}
              onJump={onJump}
            />
          ))}
        </ul>
      )}
    </section>
  )
})

/** Findings of one code together, in the order of the first: what holds for fifty items is one thing to know. */
function groupsOf(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = `${finding.level} ${finding.diagnostic.code}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [finding])
    else group.push(finding)
  }
  return [...groups.values()]
}

function ProblemGroup({ group, ...rest }: ProblemsProps & { readonly group: readonly Finding[] }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const shown = group.slice(0, isOpen ? MANY : FEW)
  return (
    <>
      {shown.map((finding) => (
        <Problem
          key={`${finding.diagnostic.place}|${finding.diagnostic.detail}`}
          finding={finding}
          {...rest}
        />
      ))}
      {shown.length < group.length && (
        <li className="editor-problem">
          {isOpen ? (
            <span className="editor-problem__more">
              {t('editor.moreFindings', { count: group.length - shown.length })}
            </span>
          ) : (
            <button type="button" className="editor-problem__more" onClick={() => setOpen(true)}>
              {t('editor.similar', { count: group.length - shown.length })}
            </button>
          )}
        </li>
      )}
    </>
  )
}

function Problem({ finding, proof, edit, onJump }: ProblemsProps & { readonly finding: Finding }) {
  const { t } = useTranslation()
  return (
    <li className={`editor-problem editor-problem--${finding.level}`} data-code={finding.diagnostic.code}>
      <button type="button" className="editor-problem__text" onClick={() => onJump(finding)}>
        <FindingText finding={finding} rubric={proof.rubric} isPlaced />
      </button>
      {repairsOf(finding, proof.rubric).map(({ name, value, edits }) => (
        <Button key={name} size="small" data-testid={`editor-repair-${name}`} onClick={() => edit(edits)}>
          {t(`editor.repair.${name}`, { value })}
        </Button>
      ))}
    </li>
  )
}
