import { useTranslation } from 'react-i18next'
import { explainItem } from '../../shared/domain/explain/explain-item'
import { writeWorking } from '../../shared/domain/explain/write-working'
import { itemIndex } from '../../shared/domain/rubric/item-index'
import type { Item, Rubric } from '../../shared/domain/rubric/rubric'
import { isMarkFor } from '../../shared/domain/scoring/forms'
import type { ItemScore, SheetScore } from '../../shared/domain/scoring/score'
import { type ItemMark, markOn } from '../../shared/domain/sheet/mark'
import { OpenScore } from './open-score'
import { screenScore } from './screen-score'
import './lost-items.css'

export interface ItemLinesProps {
  readonly rubric: Rubric
  readonly score: SheetScore
  readonly markOf: (itemId: string) => ItemMark | undefined
  readonly testId?: string
}

/** Checked items that cost something: points of their own, of the total, or by a veto. In printed order. */
export function costlyItems(score: SheetScore): readonly ItemScore[] {
  return score.items.filter(
    ({ status, lost, extraLow, vetoes }) =>
      status !== 'unchecked' && (lost > 0 || extraLow < 0 || vetoes.length > 0),
  )
}

/** Items that lost points, each with the clause's own wording, its arithmetic and the reason given. */
export function LostItems({ rubric, score, markOf, testId }: ItemLinesProps) {
  const { t } = useTranslation()
  const costly = costlyItems(score)
  if (costly.length === 0) return <p className="item-lines__none">{t('outcome.lostNone')}</p>
  return (
    <ul className="item-lines" data-testid={testId}>
      {costly.map((one) => {
        const item = itemIndex(rubric).get(one.item)
        const note = markOf(one.item)?.note ?? ''
        return (
          <li key={one.item}>
            <span className="item-lines__code">{one.code}</span>
            <span className="item-lines__title">{item?.title}</span>
            <span className="item-lines__points">
              <OpenScore node={one.item}>
                {one.lost > 0 || one.extraLow < 0
                  ? `−${screenScore(one.lost - Math.min(0, one.extraLow))}`
                  : ''}
                {one.vetoes.length > 0 && ` ${t('outcome.vetoed')}`}
              </OpenScore>
            </span>
            {item !== undefined && <Marked rubric={rubric} item={item} mark={markOf(one.item)} />}
            {note !== '' && (
              <p className="item-lines__more">
                <span className="item-lines__label">{t('outcome.note')}</span> {note}
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}

interface MarkedProps {
  readonly rubric: Rubric
  readonly item: Item
  readonly mark: ItemMark | undefined
}

function Marked({ rubric, item, mark }: MarkedProps) {
  const { t } = useTranslation()
  if (mark?.status !== 'scored' || !isWhole(item, mark)) return null
  return explainItem(rubric, item, mark).children.map((child) => {
    const { code: id, wording } = child
    const working = writeWorking(child)
    const reason = mark.marks[id]?.reason ?? ''
    return (
      <p key={id} className="item-lines__more">
        {wording}
        {working !== '' && <span className="item-lines__working">{working}</span>}
        {reason !== '' && (
          <>
            <br />
            <span className="item-lines__label">{t('outcome.reason')}</span> {reason}
          </>
        )}
      </p>
    )
  })
}

/** A package that was changed can hold marks that no clause takes: they say nothing. */
function isWhole({ clauses }: Item, { marks }: ItemMark): boolean {
  return clauses.every((clause) => {
    const made = markOn(marks, clause.id)
    return made === undefined || isMarkFor(clause, made.value)
  })
}
