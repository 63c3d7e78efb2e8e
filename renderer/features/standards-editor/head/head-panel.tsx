import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { HeadChange } from '../../../../shared/domain/rubric/edit/edit'
import type { ExclusionScope, Rubric } from '../../../../shared/domain/rubric/rubric'
import { Field, FieldGroup } from '../../../components/clause-editor/fields/field'
import { NamesInput } from '../../../components/clause-editor/fields/names-field'
import { NumberField } from '../../../components/clause-editor/fields/number-field'
import { FindingText } from '../finding-text'
import { useKindNames } from '../kind-names'
import type { ProofView } from '../proof-view'
import { repairsOf } from '../repairs'
import type { Editor } from '../use-editor'
import { GradesPart } from './grades-part'
import { GuaranteesPart } from './guarantees-part'
import { RoundingPart } from './rounding-part'

const SCOPES = ['group', 'category', 'total'] as const satisfies readonly ExclusionScope[]

export interface HeadPanelProps {
  readonly editor: Editor
  readonly proof: ProofView
}

/** What concerns the whole standard: its names, full marks, rounding, grades, caps, guarantees. */
export function HeadPanel({ editor, proof }: HeadPanelProps) {
  const { t } = useTranslation()
  const { rubric } = editor
  const kinds = useKindNames(rubric)
  const change = (value: HeadChange, key?: keyof Rubric) =>
    editor.edit({ type: 'head', change: value }, key === undefined ? undefined : `head.${key}`)
  const found = proof.findings.filter(({ node }) => node === null)
  return (
    <div className="editor-head" data-testid="editor-head">
      <div className="editor-head__inner">
        {found.length > 0 && (
          <ul className="editor-findings">
            {found.map((finding) => (
              <li
                key={`${finding.diagnostic.code}|${finding.diagnostic.detail}`}
                data-code={finding.diagnostic.code}
              >
                <FindingText finding={finding} rubric={proof.rubric} />
                {repairsOf(finding, proof.rubric).map(({ name, value, edits }) => (
                  <Button key={name} size="small" onClick={() => editor.edit(edits)}>
                    {t(`editor.repair.${name}`, { value })}
                  </Button>
                ))}
              </li>
            ))}
          </ul>
        )}
        <h2 className="editor-head__part">{t('editor.headPart.names')}</h2>
        <div className="editor-grid">
          <Field label={t('editor.title')} span={8}>
            <Input
              value={rubric.title}
              maxLength={200}
              data-testid="editor-rubric-title"
              onChange={({ target }) => change({ title: target.value }, 'title')}
            />
          </Field>
          <Field label={t('editor.version')} span={4}>
            <Input
              value={rubric.version}
              maxLength={50}
              data-testid="editor-rubric-version"
              onChange={({ target }) => change({ version: target.value }, 'version')}
            />
          </Field>
          <Field label={t('standards.source')} hint={t('editor.sourceHint')}>
            <Input.TextArea
              autoSize={{ minRows: 1, maxRows: 6 }}
              value={rubric.source}
              maxLength={4000}
              data-testid="editor-rubric-source"
              onChange={({ target }) => change({ source: target.value }, 'source')}
            />
          </Field>
          <Field label={t('editor.notice')} hint={t('editor.noticeHint')}>
            <Input.TextArea
              autoSize={{ minRows: 1, maxRows: 6 }}
              value={rubric.notice}
              maxLength={4000}
              data-testid="editor-rubric-notice"
              onChange={({ target }) => change({ notice: target.value }, 'notice')}
            />
          </Field>
        </div>
        <h2 className="editor-head__part">{t('editor.headPart.marks')}</h2>
        <div className="editor-grid">
          <NumberField
            label={t('editor.fullMarks')}
            span={4}
            hint={t('editor.fullMarksHint')}
            value={rubric.points}
            suffix={t('common.points')}
            testId="editor-full-marks"
            onChange={(points) => change({ points }, 'points')}
          />
          <NumberField
            label={t('editor.bonusCap')}
            span={4}
            value={rubric.bonusCap}
            suffix={t('common.points')}
            testId="editor-bonus-cap"
            onChange={(bonusCap) => change({ bonusCap }, 'bonusCap')}
          />
          <NumberField
            label={t('editor.penaltyCap')}
            span={4}
            value={rubric.penaltyCap}
            suffix={t('common.points')}
            testId="editor-penalty-cap"
            onChange={(penaltyCap) => change({ penaltyCap }, 'penaltyCap')}
          />
        </div>
        <h2 className="editor-head__part">{t('editor.headPart.grades')}</h2>
        <GradesPart grades={rubric.grades} onChange={(grades) => change({ grades })} />
        <h2 className="editor-head__part">{t('editor.headPart.rounding')}</h2>
        <RoundingPart rounding={rubric.rounding} onChange={(rounding) => change({ rounding })} />
        <h2 className="editor-head__part">{t('editor.headPart.exclusion')}</h2>
        <div className="editor-grid">
          <Field label={t('editor.scope.name')} span={8}>
            <Select
              value={rubric.exclusionScope ?? 'category'}
              data-testid="editor-exclusion-scope"
              options={SCOPES.map((value) => ({ value, label: t(`editor.scope.${value}`) }))}
              onChange={(scope: ExclusionScope) =>
                change({ exclusionScope: scope === 'category' ? undefined : scope })
              }
            />
          </Field>
          <FieldGroup label={t('editor.subjectKinds')} hint={t('editor.subjectKindsHint')}>
            <NamesInput
              label={t('editor.subjectKinds')}
              value={rubric.subjectKinds ?? []}
              offered={kinds}
              testId="editor-subject-kinds"
              onChange={(names) => change({ subjectKinds: names.length === 0 ? undefined : names })}
            />
          </FieldGroup>
        </div>
        <h2 className="editor-head__part">{t('editor.headPart.guarantees')}</h2>
        <GuaranteesPart
          rubric={rubric}
          onChange={(guarantees) => change({ guarantees: guarantees.length === 0 ? undefined : guarantees })}
        />
      </div>
    </div>
  )
}
