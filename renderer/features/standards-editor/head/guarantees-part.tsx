import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { allItems, type Guarantee, type Rubric } from '../../../../shared/domain/rubric/rubric'
import { Field, FieldGroup } from '../../../components/clause-editor/fields/field'
import { NumberField } from '../../../components/clause-editor/fields/number-field'
import { newId } from '../../../components/new-id'

export interface GuaranteesPartProps {
  readonly rubric: Rubric
  readonly onChange: (guarantees: readonly Guarantee[]) => void
}

/** 保证项: items of which none may be zero, or which together may not fall under a number. */
export function GuaranteesPart({ rubric, onChange }: GuaranteesPartProps) {
  const { t } = useTranslation()
  const guarantees = rubric.guarantees ?? []
  const items = allItems(rubric)
  const [firstItem] = items
  const put = (index: number, one: Guarantee) =>
    onChange(guarantees.map((other, at) => (at === index ? one : other)))
  return (
    <div className="editor-guarantees">
      {guarantees.map((one, index) => (
        <section key={one.id} className="editor-case">
          <div className="editor-grid">
            <Field label={t('editor.guarantee.text')} span={12}>
              <Input.TextArea
                autoSize={{ minRows: 1, maxRows: 4 }}
                value={one.text}
                maxLength={4000}
                placeholder={t('editor.guarantee.example')}
                onChange={({ target }) => put(index, { ...one, text: target.value })}
              />
            </Field>
            <FieldGroup label={t('editor.guarantee.items')} span={12}>
              <Select
                mode="multiple"
                value={[...one.items]}
                aria-label={t('editor.guarantee.items')}
                showSearch={{ optionFilterProp: 'label' }}
                options={items.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
                onChange={(ids: string[]) => ids.length > 0 && put(index, { ...one, items: ids })}
              />
            </FieldGroup>
            <FieldGroup label={t('editor.guarantee.test')} span={4}>
              <Checkbox
                checked={one.anyAtZero}
                onChange={({ target }) => put(index, { ...one, anyAtZero: target.checked })}
              >
                {t('editor.guarantee.anyAtZero')}
              </Checkbox>
            </FieldGroup>
            <NumberField
              label={t('editor.guarantee.below')}
              span={3}
              value={one.below}
              placeholder="—"
              suffix={t('common.points')}
              onChange={(below) => put(index, { ...one, below })}
              onClear={() => {
                const { below: _below, ...rest } = one
                put(index, rest)
              }}
            />
            <Field label={t('editor.guarantee.zeroes')} span={5}>
              <Select
                value={one.zeroes.scope === 'total' ? '' : one.zeroes.category}
                options={[
                  { value: '', label: t('editor.guarantee.total') },
                  ...rubric.categories.map(({ id, code, title }) => ({
                    value: id,
                    label: `${code} ${title}`,
                  })),
                ]}
                onChange={(category: string) =>
                  put(index, {
                    ...one,
                    zeroes: category === '' ? { scope: 'total' } : { scope: 'category', category },
                  })
                }
              />
            </Field>
          </div>
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined />}
            onClick={() => onChange(guarantees.filter((_other, at) => at !== index))}
          >
            {t('editor.guarantee.remove')}
          </Button>
        </section>
      ))}
      <Button
        type="dashed"
        size="small"
        icon={<PlusOutlined />}
        data-testid="editor-add-guarantee"
        disabled={firstItem === undefined || guarantees.length >= 50}
        onClick={() =>
          firstItem !== undefined &&
          onChange([
            ...guarantees,
            { id: newId(), text: '', items: [firstItem.id], anyAtZero: true, zeroes: { scope: 'total' } },
          ])
        }
      >
        {t('editor.guarantee.add')}
      </Button>
    </div>
  )
}
