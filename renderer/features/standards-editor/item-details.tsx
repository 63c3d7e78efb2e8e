import { Checkbox, Select } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { NodeChange } from '../../../shared/domain/rubric/edit/edit'
import {
  allItems,
  CHECK_METHODS,
  type CheckMethod,
  type ExclusionMode,
  type Item,
} from '../../../shared/domain/rubric/rubric'
import { Field, FieldGroup } from './fields/field'
import { NamesInput } from './fields/names-field'
import { ItemShares } from './item-shares'
import { useKindNames } from './kind-names'
import type { Editor } from './use-editor'

const MODES = [
  'normalise',
  'full-marks',
  'leave-out',
  'not-allowed',
] as const satisfies readonly ExclusionMode[]

export interface ItemDetailsProps {
  readonly item: Item
  readonly editor: Editor
  readonly onChange: (change: NodeChange, key?: string) => void
}

/** How the item is checked, by which papers, by whom, what 合理缺项 does, and for whom it exists. */
export function ItemDetails({ item, editor, onChange }: ItemDetailsProps) {
  const { t } = useTranslation()
  const { rubric } = editor
  const kinds = useKindNames(rubric)
  const units = useMemo(
    () => namesIn(allItems(rubric).flatMap(({ units: { lead, support } }) => [...lead, ...support])),
    [rubric],
  )
  const papers = useMemo(() => namesIn(allItems(rubric).flatMap((one) => one.papers)), [rubric])
  return (
    <>
      <div className="editor-grid editor-details">
        <FieldGroup label={t('standards.methods')} span={12}>
          <Checkbox.Group
            value={[...item.methods]}
            data-testid="editor-methods"
            options={CHECK_METHODS.map((value) => ({ value, label: t(`editor.method.${value}`) }))}
            onChange={(methods: CheckMethod[]) =>
              onChange({ methods: CHECK_METHODS.filter((method) => methods.includes(method)) })
            }
          />
        </FieldGroup>
        <FieldGroup label={t('standards.papers')} span={12}>
          <NamesInput
            label={t('standards.papers')}
            value={item.papers}
            offered={papers}
            testId="editor-papers"
            onChange={(names) => onChange({ papers: names })}
          />
        </FieldGroup>
        <FieldGroup label={t('editor.lead')} span={6}>
          <NamesInput
            label={t('editor.lead')}
            value={item.units.lead}
            offered={units}
            testId="editor-lead"
            onChange={(lead) => onChange({ units: { ...item.units, lead } })}
          />
        </FieldGroup>
        <FieldGroup label={t('editor.support')} span={6}>
          <NamesInput
            label={t('editor.support')}
            value={item.units.support}
            offered={units}
            testId="editor-support"
            onChange={(support) => onChange({ units: { ...item.units, support } })}
          />
        </FieldGroup>
        <Field label={t('standards.exclusionName')} span={6}>
          <Select
            value={item.exclusion}
            data-testid="editor-exclusion"
            options={MODES.map((value) => ({ value, label: t(`standards.exclusion.${value}`) }))}
            onChange={(exclusion: ExclusionMode) => onChange({ exclusion })}
          />
        </Field>
        <FieldGroup label={t('editor.onlyFor')} span={6}>
          <NamesInput
            label={t('editor.onlyFor')}
            value={item.onlyFor ?? []}
            offered={kinds}
            placeholder={t('editor.everyone')}
            testId="editor-only-for"
            onChange={(names) => onChange({ onlyFor: names.length === 0 ? undefined : names })}
          />
        </FieldGroup>
      </div>
      <ItemShares item={item} onChange={onChange} />
    </>
  )
}

function namesIn(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
}
