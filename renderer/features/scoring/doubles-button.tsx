import { WarningFilled } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { Double } from '../../../shared/domain/sheet/doubles'
import type { Desk } from './use-desk'

/** How many problems are counted twice; goes to the next of them. */
export function DoublesButton({
  desk,
  doubles,
}: {
  readonly desk: Desk
  readonly doubles: readonly Double[]
}) {
  const { t } = useTranslation()
  if (doubles.length === 0) return null
  const items = [...new Set(doubles.flatMap(({ marks }) => marks.map(({ item }) => item)))]
  const at = items.indexOf(desk.current?.id ?? '')
  const next = doubles
    .flatMap(({ marks }) => marks)
    .find(({ item }) => item === items[(at + 1) % items.length])
  return (
    <button
      type="button"
      className="scoring-button scoring-doubles"
      title={t('scoring.doublesHint')}
      data-testid="scoring-doubles"
      onClick={() => {
        if (next !== undefined) desk.goToClause(next.item, next.clause)
      }}
    >
      <WarningFilled /> {t('scoring.doubles', { count: doubles.length })}
    </button>
  )
}
