import { Checkbox, Select } from 'antd'
import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Points } from '../../../shared/domain/points'
import type { NodeChange } from '../../../shared/domain/rubric/edit/edit'
import {
  allItems,
  CHECK_METHODS,
  type CheckMethod,
  type ExclusionMode,
  type Item,
  type ItemKind,
  type Rubric,
} from '../../../shared/domain/rubric/rubric'
import { Field, FieldGroup } from '../../components/clause-editor/fields/field'
import { NamesInput } from '../../components/clause-editor/fields/names-field'
import { ItemShares } from './item-shares'
import { useKindNames } from './kind-names'
import { isSameIn } from './same-parts'

const KINDS = ['normal', 'bonus', 'penalty', 'veto'] as const satisfies readonly ItemKind[]
const MODES = [
  'normalise',
  'full-marks',
  'leave-out',
  'not-allowed',
] as const satisfies readonly ExclusionMode[]

/** What is drawn here: a letter in the title or the rule draws nothing anew. */
const READ = [
  'id',
  'kind',
  'points',
  'methods',
  'papers',
  'units',
  'exclusion',
  'onlyFor',
  'clauses',
  'sharedCaps',
  'lossShares',
] as const satisfies readonly (keyof Item)[]

export interface ItemDetailsProps {
  readonly item: Item
  /** The standard as it was proved last, for names that are in use elsewhere. */
  readonly rubric: Rubric
  readonly onChange: (change: NodeChange, key?: string) => void
}

/** How the item is checked, by which papers, by whom, what 合理缺项 does, and for whom it exists. */
export const ItemDetails = memo(function ItemDetails({ item, rubric, onChange }: ItemDetailsProps) {
  const { t } = useTranslation()
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
        <Field label={t('editor.kind')} span={6}>
          <Select
            value={item.kind}
            data-testid="editor-kind"
            options={KINDS.map((value) => ({ value, label: t(`standards.kind.${value}`) }))}
            onChange={(kind: ItemKind) =>
              onChange({ kind, points: (kind === 'normal' ? Math.max(item.points, 1000) : 0) as Points })
            }
          />
        </Field>
        <Field label={t('standards.exclusionName')} span={6}>
          <Select
            value={item.exclusion}
            data-testid="editor-exclusion"
            options={MODES.map((value) => ({ value, label: t(`standards.exclusion.${value}`) }))}
            onChange={(exclusion: ExclusionMode) => onChange({ exclusion })}
          />
        </Field>
        <FieldGroup label={t('editor.onlyFor')} span={12}>
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
}, isSameDetails)

function isSameDetails(a: ItemDetailsProps, b: ItemDetailsProps): boolean {
  return a.onChange === b.onChange && isSameIn(a.item, b.item, READ)
}

function namesIn(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
}
