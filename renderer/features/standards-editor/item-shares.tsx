import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Points } from '../../../shared/domain/points'
import type { NodeChange } from '../../../shared/domain/rubric/edit/edit'
import type { Item } from '../../../shared/domain/rubric/rubric'
import { Field, FieldGroup } from '../../components/clause-editor/fields/field'
import { NumberField } from '../../components/clause-editor/fields/number-field'
import { Rows } from '../../components/clause-editor/fields/rows'

export interface ItemSharesProps {
  readonly item: Item
  readonly onChange: (change: NodeChange) => void
}

/** Caps that clauses share, and who bears what part of the lost points. */
export function ItemShares({ item, onChange }: ItemSharesProps) {
  const { t } = useTranslation()
  const { clauses, sharedCaps = [], lossShares = [] } = item
  const units = [...new Set([...item.units.lead, ...item.units.support])]
  const free = units.find((unit) => !lossShares.some((share) => share.unit === unit))
  return (
    <details className="editor-details__more" open={sharedCaps.length > 0 || lossShares.length > 0}>
      <summary>{t('editor.sharesMore')}</summary>
      {clauses.length > 1 ? (
        <Rows
          label={t('editor.sharedCaps')}
          rows={sharedCaps}
          least={0}
          testId="editor-shared-caps"
          make={() => ({ clauses: clauses.slice(0, 2).map(({ id }) => id), cap: item.points })}
          onChange={(next) => onChange({ sharedCaps: next.length === 0 ? undefined : next })}
        >
          {(row, change) => (
            <>
              <FieldGroup label={t('editor.sharedClauses')} span={8}>
                <Select
                  mode="multiple"
                  value={[...row.clauses]}
                  aria-label={t('editor.sharedClauses')}
                  options={clauses.map(({ id, text }, index) => ({
                    value: id,
                    label: `${index + 1} ${text.slice(0, 16)}`,
                  }))}
                  onChange={(ids: string[]) =>
                    ids.length > 1 &&
                    change({ ...row, clauses: clauses.map(({ id }) => id).filter((id) => ids.includes(id)) })
                  }
                />
              </FieldGroup>
              <NumberField<Points>
                label={t('editor.sharedCap')}
                span={4}
                value={row.cap}
                suffix={t('common.points')}
                onChange={(cap) => change({ ...row, cap })}
              />
            </>
          )}
        </Rows>
      ) : (
        <p className="editor-panel__hint">{t('editor.sharedCapsNeed')}</p>
      )}
      {units.length > 0 ? (
        <Rows
          label={t('editor.lossShares')}
          rows={lossShares}
          least={0}
          most={units.length}
          testId="editor-loss-shares"
          make={() => ({ unit: free ?? units[0] ?? '', parts: 1 })}
          onChange={(next) => onChange({ lossShares: next.length === 0 ? undefined : next })}
        >
          {(row, change) => (
            <>
              <Field label={t('standards.units')} span={8}>
                <Select
                  value={row.unit}
                  options={units.map((value) => ({ value, label: value }))}
                  onChange={(unit: string) => change({ ...row, unit })}
                />
              </Field>
              <NumberField
                label={t('editor.parts')}
                span={4}
                unit={1}
                most={10_000}
                value={row.parts}
                onChange={(parts) => parts > 0 && change({ ...row, parts })}
              />
            </>
          )}
        </Rows>
      ) : (
        <p className="editor-panel__hint">{t('editor.lossSharesNeed')}</p>
      )}
    </details>
  )
}
