import { BorderOutlined, CheckOutlined, EditOutlined, MinusCircleOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { ItemStatus } from '../../../shared/domain/sheet/mark'

const ICONS = {
  unchecked: <BorderOutlined />,
  clear: <CheckOutlined />,
  scored: <EditOutlined />,
  excluded: <MinusCircleOutlined />,
} as const satisfies Record<ItemStatus, unknown>

/** An item's state as sign and word: colour is never the only one. */
export function StatusMark({ status }: { readonly status: ItemStatus }) {
  const { t } = useTranslation()
  return (
    <span className={`scoring-status scoring-status-${status}`}>
      {ICONS[status]} {t(`scoring.status.${status}`)}
    </span>
  )
}
