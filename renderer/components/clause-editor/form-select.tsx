import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ClauseForm } from '../../../shared/domain/rubric/clause'
import type { Item } from '../../../shared/domain/rubric/rubric'
import './clause-editor.css'

/** Forms by how often real standards use them: the number before a name picks it. */
const NORMAL = [
  'per-occurrence',
  'all-or-nothing',
  'additive',
  'judgement',
  'threshold',
  'tier',
  'linear',
  'proportional',
  'zone-limit',
  'pass-rate',
  'escalation',
  'rank',
  'overflow',
  'by-subject',
  'veto',
] as const satisfies readonly ClauseForm[]

/** Forms that an item of this kind may have. */
export function formsFor(kind: Item['kind'], isNested: boolean): readonly ClauseForm[] {
  const forms: readonly ClauseForm[] = kind === 'normal' ? NORMAL : [kind]
  return isNested ? forms.filter((form) => form !== 'by-subject') : forms
}

export interface FormSelectProps {
  readonly form: ClauseForm | null
  readonly item: Item
  readonly isNested?: boolean
  /** Opened at once, with the focus: the person is asked. */
  readonly isAsking?: boolean
  readonly onChange: (form: ClauseForm) => void
  readonly onClose?: () => void
}

/** The form of a clause, with an example of each; found by its number or by any word. */
export function FormSelect({
  form,
  item,
  isNested = false,
  isAsking = false,
  onChange,
  onClose,
}: FormSelectProps) {
  const { t } = useTranslation()
  const options = formsFor(item.kind, isNested).map((value, index) => ({
    value,
    no: String(index + 1),
    label: `${index + 1} ${t(`standards.form.${value}`)}`,
    example: t(`editor.example.${value}`),
  }))
  return (
    <Select
      className="editor-form-select"
      value={form}
      autoFocus={isAsking}
      defaultOpen={isAsking}
      defaultActiveFirstOption
      showSearch={{
        filterOption: (typed, option) =>
          option !== undefined &&
          (/^\d+$/.test(typed)
            ? option.no.startsWith(typed)
            : `${option.label}${option.example}`.includes(typed)),
      }}
      popupMatchSelectWidth={false}
      placeholder={t('editor.chooseForm')}
      aria-label={t('editor.form')}
      data-testid={isAsking ? 'editor-ask-form' : 'editor-form'}
      options={options}
      optionRender={({ data }) => (
        <span className="editor-form-option">
          <strong>{data.label}</strong>
          <span>{data.example}</span>
        </span>
      )}
      onChange={(value: ClauseForm) => onChange(value)}
      onOpenChange={(isOpen) => !isOpen && onClose?.()}
    />
  )
}
