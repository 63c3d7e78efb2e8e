import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../../shared/domain/findings/finding'
import { formatMilli } from '../../../../shared/domain/points'
import { ProgressLine } from '../../../components/progress-line'
import { LISTED_BY, type Listed, type ListFilter, PLACES_SHOWN } from './list-rows'

interface Props {
  readonly findings: readonly Finding[]
  readonly listed: Listed
  readonly filter: ListFilter
  readonly onFilter: (filter: ListFilter) => void
  /** Null on a sealed sheet. */
  readonly onAdd: (() => void) | null
  readonly onClose: () => void
}

/** How the list is arranged and narrowed, and what it comes to. */
export function FindingsHead({ findings, listed, filter, onFilter, onAdd, onClose }: Props) {
  const { t } = useTranslation()
  const takes = findings.reduce((sum, one) => sum + one.takes, 0)
  const elsewhere = findings.filter(({ sameAs }) => sameAs !== null).length
  const { places, seen } = listed
  return (
    <header className="scoring-findings-head">
      <div className="scoring-findings-line">
        <Segmented
          options={LISTED_BY.map((value) => ({ value, label: t(`places.by.${value}`) }))}
          value={filter.by}
          aria-label={t('places.arranged')}
          data-testid="scoring-findings-by"
          onChange={(by) => onFilter({ ...filter, by })}
        />
        {filter.by === 'place' && (
          <Segmented
            options={PLACES_SHOWN.map((value) => ({ value, label: t(`places.shown.${value}`) }))}
            value={filter.shown}
            aria-label={t('places.which')}
            data-testid="scoring-findings-shown"
            onChange={(shown) => onFilter({ ...filter, shown })}
          />
        )}
        <Input
          className="scoring-findings-words"
          allowClear
          placeholder={t('places.search')}
          aria-label={t('places.search')}
          value={filter.words}
          data-testid="scoring-findings-words"
          onChange={({ target }) => onFilter({ ...filter, words: target.value })}
        />
        {onAdd !== null && (
          <Button icon={<PlusOutlined />} onClick={onAdd} data-testid="scoring-place-add">
            {t('places.add')} <kbd>A</kbd>
          </Button>
        )}
        <Button
          type="text"
          icon={<CloseOutlined />}
          aria-label={t('places.close')}
          title={`${t('places.close')} (G)`}
          onClick={onClose}
        />
      </div>
      <div className="scoring-findings-line scoring-findings-totals" data-testid="scoring-findings-totals">
        <span>
          <b>{t('places.total', { count: findings.length })}</b>
          {' · '}
          <span title={t('places.takesHint')}>{t('places.takes', { points: formatMilli(takes) })}</span>
          {elsewhere > 0 && ` · ${t('places.elsewhere', { count: elsewhere })}`}
        </span>
        {places > 0 && (
          <span className="scoring-findings-progress">
            {t('places.progress', { seen, places })}
            <ProgressLine done={seen} all={places} label={t('places.progress', { seen, places })} />
          </span>
        )}
      </div>
    </header>
  )
}
