import { useTranslation } from 'react-i18next'
import { formatMilli } from '../../../../shared/domain/points'
import type { ListRow } from './list-rows'

interface Props {
  readonly id: string
  readonly row: Exclude<ListRow, { kind: 'finding' }>
  readonly isActive: boolean
  readonly onPick: () => void
  /** Says that somebody was at the place, or takes it back; null on a sealed sheet. */
  readonly onSeen: (() => void) | null
  readonly onEdit: (() => void) | null
}

const SIGN = { unseen: '○', clean: '✓', found: '!' } as const

/** A place, a unit or an item, and what stands under it. */
export function GroupLine({ id, row, isActive, onPick, onSeen, onEdit }: Props) {
  const { t } = useTranslation()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys and names this row
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={isActive ? 'scoring-found-group scoring-finding-on' : 'scoring-found-group'}
      data-testid={`scoring-found-${row.kind}`}
      data-stand={row.kind === 'place' ? row.group.stand : undefined}
      onClick={onPick}
    >
      {row.kind === 'place' && <PlaceHead group={row.group} onSeen={onSeen} onEdit={onEdit} />}
      {row.kind === 'unit' && (
        <>
          <h3>{row.group.unit === '' ? t('places.noUnit') : row.group.unit}</h3>
          <span className="scoring-found-sum">
            {t('places.count', { count: row.group.findings.length })} · −{formatMilli(row.group.takes)}
          </span>
        </>
      )}
      {row.kind === 'item' && (
        <>
          <h3>
            {row.item.code} {row.item.title}
          </h3>
          <span className="scoring-found-sum">{t('places.count', { count: row.count })}</span>
        </>
      )}
    </div>
  )
}

type PlaceRow = Extract<ListRow, { kind: 'place' }>

function PlaceHead({ group, onSeen, onEdit }: Pick<PlaceRow, 'group'> & Pick<Props, 'onSeen' | 'onEdit'>) {
  const { t } = useTranslation()
  const { key, name, listed, stand, findings, takes } = group
  if (key === '') {
    return (
      <>
        <h3>{t('places.nowhere')}</h3>
        <span className="scoring-found-sum">
          {t('places.count', { count: findings.length })} · −{formatMilli(takes)}
        </span>
      </>
    )
  }
  const facts = [
    listed === null ? '' : t(`places.kind.${listed.kind}`),
    listed?.grade ?? '',
    listed?.zone ?? '',
  ]
  return (
    <>
      <span className={`scoring-stand scoring-stand-${stand}`} aria-hidden>
        {SIGN[stand]}
      </span>
      <h3>{name}</h3>
      <small>{facts.filter((fact) => fact !== '').join(' · ')}</small>
      <span className="scoring-found-sum">
        {stand === 'found'
          ? `${t('places.count', { count: findings.length })} · −${formatMilli(takes)}`
          : t(`places.stand.${stand}`)}
      </span>
      {onSeen !== null && stand !== 'found' && (
        <button
          type="button"
          tabIndex={-1}
          className="scoring-button scoring-button-quiet scoring-found-act"
          onClick={(event) => {
            event.stopPropagation()
            onSeen()
          }}
        >
          {t(listed?.isSeen === true ? 'places.unsee' : 'places.see')}
        </button>
      )}
      {onEdit !== null && (
        <button
          type="button"
          tabIndex={-1}
          className="scoring-button scoring-button-quiet scoring-found-act"
          onClick={(event) => {
            event.stopPropagation()
            onEdit()
          }}
        >
          {t('places.edit')}
        </button>
      )}
    </>
  )
}
