import { Fragment } from 'react'
import { formatMilli } from '../../shared/domain/points'
import { type Category, type Group, type Item, isItem, type Rubric } from '../../shared/domain/rubric/rubric'
import type { ItemScore } from '../../shared/domain/scoring/score'
import { type ItemMark, standOf, UNTOUCHED } from '../../shared/domain/sheet/mark'
import type { SheetResult } from '../../shared/domain/sheet/result'
import { rangeWords, STATUS_WORDS, scoreWords, weightWords } from '../../shared/spreadsheet/filed-words'
import { markedClauses } from '../../shared/spreadsheet/mark-wording'
import { REPORT_TEXT as T } from './report-text'
import { lostIn } from './summary-table'

interface Props {
  readonly rubric: Rubric
  readonly result: SheetResult
}

/** One table per category; its heading row and the column heads are repeated on each page. */
export function ItemTables({ rubric, result }: Props) {
  const scores = new Map(result.score.items.map((score) => [score.item, score]))
  return (
    <section>
      <h2>{T.itemsTitle}</h2>
      {rubric.categories.map((category, at) => {
        const score = result.score.categories[at]
        const outcome =
          score === undefined
            ? ''
            : T.categoryHead(rangeWords(score.low, score.high), scoreWords(lostIn(rubric, result, score)))
        return (
          <table className="items" key={category.id}>
            <colgroup>
              {T.itemHeads.map((head, column) => (
                <col key={head} className={`column-${column}`} />
              ))}
            </colgroup>
            <thead>
              <tr className="category">
                <th colSpan={7}>
                  <span>{T.category(category.code, category.title, weightWords(category.weight))}</span>
                  <span className="outcome-words">{outcome}</span>
                </th>
              </tr>
              <tr>
                {T.itemHeads.map((head) => (
                  <th key={head}>{head}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              <Nodes rubric={rubric} node={category} scores={scores} result={result} />
            </tbody>
          </table>
        )
      })}
    </section>
  )
}

interface NodesProps {
  readonly rubric: Rubric
  readonly node: Category | Group
  readonly scores: ReadonlyMap<string, ItemScore>
  readonly result: SheetResult
}

function Nodes({ rubric, node, scores, result }: NodesProps) {
  return node.children.map((child) => {
    if (!isItem(child))
      return (
        <Fragment key={child.id}>
          <tr className="group">
            <td>{child.code}</td>
            <td colSpan={6}>{child.title}</td>
          </tr>
          <Nodes rubric={rubric} node={child} scores={scores} result={result} />
        </Fragment>
      )
    const score = scores.get(child.id)
    const mark = Object.hasOwn(result.marks, child.id) ? result.marks[child.id] : undefined
    return score === undefined ? null : (
      <ItemRow key={child.id} rubric={rubric} item={child} score={score} mark={mark ?? UNTOUCHED} />
    )
  })
}

interface ItemProps {
  readonly rubric: Rubric
  readonly item: Item
  readonly score: ItemScore
  readonly mark: ItemMark
}

function ItemRow({ rubric, item, score, mark }: ItemProps) {
  const isOpen = score.status === 'unchecked'
  const isCounted = item.kind === 'normal' && !(score.status === 'excluded' && score.due === 0)
  const extra = item.kind !== 'normal' && score.extraHigh !== 0 && !isOpen
  return (
    <tr className={score.status}>
      <td>{item.code}</td>
      <td className="text">{item.title}</td>
      <td>{item.kind === 'normal' ? formatMilli(item.points) : T.outside}</td>
      <td>{STATUS_WORDS[standOf(mark)]}</td>
      <td>{isOpen || !isCounted || score.lost === 0 ? '' : scoreWords(score.lost)}</td>
      <td>
        {extra
          ? `${score.extraHigh > 0 ? '+' : '−'}${scoreWords(Math.abs(score.extraHigh))}`
          : isCounted
            ? rangeWords(score.low, score.high)
            : ''}
      </td>
      <td className="text">
        <Findings rubric={rubric} item={item} score={score} mark={mark} />
      </td>
    </tr>
  )
}

function Findings({ rubric, item, score, mark }: ItemProps) {
  return (
    <>
      {markedClauses(rubric, item, mark, score).map(({ clause, number, found, effect, reason, working }) => (
        <div className="finding" key={clause.id}>
          <div className="clause">
            {number}
            {clause.text}
          </div>
          <div>
            <b>{T.found}</b>
            {`${found}，${effect}`}
            {working === '' ? null : <span className="working">{`　${T.working}${working}`}</span>}
          </div>
          {reason === '' ? null : (
            <div>
              <b>{T.reason}</b>
              {reason}
            </div>
          )}
        </div>
      ))}
      {score.status === 'excluded' ? <div>{`${T.excluded}${mark.reason}`}</div> : null}
      {mark.note === '' ? null : (
        <div>
          <b>{T.note}</b>
          {mark.note}
        </div>
      )}
    </>
  )
}
