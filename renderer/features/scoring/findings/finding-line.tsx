import { PaperClipOutlined } from '@ant-design/icons'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMilli } from '../../../../shared/domain/points'
import { itemIndex } from '../../../../shared/domain/rubric/item-index'
import type { Rubric } from '../../../../shared/domain/rubric/rubric'
import { screenTime } from '../../../components/screen-time'
import { markText } from '../mark-text'
import type { ListedBy, ListRow } from './list-rows'

interface Props {
  readonly id: string
  readonly row: Extract<ListRow, { kind: 'finding' }>
  readonly by: ListedBy
  readonly rubric: Rubric
  readonly isActive: boolean
  readonly onPick: () => void
}

/** One finding: where or under which item, what was seen, what it takes by itself, why, when and by whom. */
export const FindingLine = memo(
  function FindingLine({ id, row, by, rubric, isActive, onPick }: Props) {
    const { t } = useTranslation()
    const { finding, isSupport } = row
    const { of, place, value, takes, note, words, evidence, sameAs, at, by: who, isVeto } = finding
    const clause = itemIndex(rubric)
      .get(finding.item)
      ?.clauses.find((one) => one.id === finding.clause)
    const where = place ?? t('places.nowhere')
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys and names this row
      // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus
      <div
        id={id}
        role="option"
        aria-selected={isActive}
        className={isActive ? 'scoring-finding scoring-finding-on' : 'scoring-finding'}
        data-testid="scoring-finding"
        data-finding={finding.key}
        onClick={onPick}
      >
        <span className="scoring-finding-code">{by === 'item' ? '' : of.code}</span>
        <span className="scoring-finding-what">
          {by === 'place' ? of.title : where}
          {by === 'unit' && <small> {of.title}</small>}
          <b>{clause === undefined ? '' : markText(clause, value)}</b>
          {sameAs !== null && (
            <em title={t('scoring.linked')}>⇄ {itemIndex(rubric).get(sameAs.item)?.code ?? sameAs.item}</em>
          )}
          {isSupport && <em>{t('scoring.support')}</em>}
        </span>
        <span className="scoring-finding-takes">
          {isVeto ? t('scoring.vetoed') : takes === 0 ? '0' : `−${formatMilli(takes)}`}
        </span>
        <span className="scoring-finding-note">{note === '' ? words : note}</span>
        <span className="scoring-finding-said">
          {evidence.length > 0 && (
            <>
              <PaperClipOutlined /> {evidence.length}{' '}
            </>
          )}
          <time dateTime={at}>{screenTime(at).slice(11, 16)}</time> {who}
        </span>
      </div>
    )
  },
  (a, b) => a.row.finding === b.row.finding && a.isActive === b.isActive && a.by === b.by && a.id === b.id,
)
