import { CloseCircleFilled, DownOutlined, UpOutlined, WarningFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FindingText } from './finding-text'
import type { Finding, ProofView } from './proof-view'
import { repairsOf } from './repairs'
import type { Editor } from './use-editor'

/** More than these are not laid out at once: the first are mended first. */
const MOST_SHOWN = 200

export interface ProblemsProps {
  readonly proof: ProofView
  readonly editor: Editor
  readonly onJump: (finding: Finding) => void
}

/** What is wrong and where, below the tree: a click jumps there, a button puts right what is plain. */
export function Problems({ proof, editor, onJump }: ProblemsProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { findings, errors } = proof
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
          <Button size="small" data-testid="editor-sum-all" onClick={() => editor.edit({ type: 'sum' })}>
            {t('editor.sumAll')}
          </Button>
        )}
      </div>
      {isOpen && (
        <ul className="editor-problems__list">
          {findings.slice(0, MOST_SHOWN).map((finding) => (
            <Problem
              key={`${finding.diagnostic.code}|${finding.diagnostic.place}|${finding.diagnostic.detail}`}
              finding={finding}
              proof={proof}
              editor={editor}
              onJump={onJump}
            />
          ))}
          {findings.length > MOST_SHOWN && (
            <li>{t('editor.moreFindings', { count: findings.length - MOST_SHOWN })}</li>
          )}
        </ul>
      )}
    </section>
  )
}

function Problem({ finding, proof, editor, onJump }: ProblemsProps & { readonly finding: Finding }) {
  const { t } = useTranslation()
  return (
    <li className={`editor-problem editor-problem--${finding.level}`} data-code={finding.diagnostic.code}>
      <button type="button" className="editor-problem__text" onClick={() => onJump(finding)}>
        <FindingText finding={finding} rubric={proof.rubric} isPlaced />
      </button>
      {repairsOf(finding, proof.rubric).map(({ name, value, edits }) => (
        <Button
          key={name}
          size="small"
          data-testid={`editor-repair-${name}`}
          onClick={() => editor.edit(edits)}
        >
          {t(`editor.repair.${name}`, { value })}
        </Button>
      ))}
    </li>
  )
}
