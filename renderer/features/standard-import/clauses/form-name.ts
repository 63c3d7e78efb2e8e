import type { TFunction } from 'i18next'
import type { ReadClause } from '../../../../shared/spreadsheet/wording/read-clause'

/** The name of a form, as everywhere. */
export function formName(form: ReadClause['form'], t: TFunction): string {
  return form === 'unparsed' ? t('standardImport.unparsed') : t(`standards.form.${form}`)
}
