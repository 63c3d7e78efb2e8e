import { useTranslation } from 'react-i18next'
import { formatMilli, type Milli, type Points } from '../../../../shared/domain/points'
import { NumberField } from '../fields/number-field'
import { Rows } from '../fields/rows'
import { CapPart, TextPart, UnitPart } from './parts'
import { PricedRows } from './priced-rows'
import type { RuleEditorProps } from './rule-editor'

/** 市级发现每处扣0.5分，省级暗访发现每处扣1分；重复发现的加倍. */
export function EscalationEditor({ rule, item, onChange }: RuleEditorProps<'escalation'>) {
  const { t } = useTranslation()
  return (
    <>
      <UnitPart
        label={t('editor.part.unit')}
        value={rule.unit}
        onChange={(unit) => onChange({ ...rule, unit })}
      />
      <CapPart value={rule.cap} item={item} onChange={(cap) => onChange({ ...rule, cap })} />
      <PricedRows
        label={t('editor.part.finders')}
        name={t('editor.part.finder')}
        price={t('editor.part.rate')}
        rows={rule.finders}
        onChange={(finders) => onChange({ ...rule, finders })}
      />
      <Rows
        label={t('editor.part.repeats')}
        rows={rule.repeats}
        make={() => ({ label: '', factor: 2000 as Milli })}
        onChange={(repeats) => onChange({ ...rule, repeats })}
      >
        {(row, change) => (
          <>
            <TextPart
              label={t('editor.part.repeat')}
              span={8}
              value={row.label}
              onChange={(label) => change({ ...row, label })}
            />
            <NumberField
              label={t('editor.part.factor')}
              span={4}
              value={row.factor}
              suffix="×"
              onChange={(factor) => change({ ...row, factor })}
            />
          </>
        )}
      </Rows>
      <table className="editor-matrix">
        <caption className="editor-field__label">{t('editor.part.matrix', { unit: rule.unit })}</caption>
        <thead>
          <tr>
            <th />
            {rule.repeats.map(({ label }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns are the lines above
              <th key={index} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rule.finders.map(({ id, label, points }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              {rule.repeats.map(({ factor }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns are the lines above
                <td key={index}>{timesText(points, factor)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** Thousandths times thousandths, to the thousandth where it is whole, with a sign where it is not. */
function timesText(points: Points, factor: Milli): string {
  const product = points * factor
  return product % 1000 === 0 ? formatMilli(product / 1000) : `≈ ${formatMilli(Math.round(product / 1000))}`
}
