import { formatMilli } from '../../shared/domain/points'
import { allItems, type Rubric } from '../../shared/domain/rubric/rubric'
import type { CategoryScore } from '../../shared/domain/scoring/score'
import type { SheetResult } from '../../shared/domain/sheet/result'
import { rangeWords, scoreWords, shareWords, weightWords } from '../../shared/spreadsheet/filed-words'
import { vetoWords } from '../../shared/spreadsheet/mark-wording'
import { weightedShare } from '../../shared/spreadsheet/weighted-share'
import { REPORT_TEXT as T } from './report-text'

interface Props {
  readonly rubric: Rubric
  readonly result: SheetResult
}

/** The categories with weights, then the way from their sum to the total. */
export function SummaryTable({ rubric, result }: Props) {
  const { score } = result
  const isOpen = score.checked < score.count
  const suffix = isOpen ? T.checkedOnly : ''
  const grade = score.gradeLow === score.gradeHigh ? score.gradeHigh : `${score.gradeLow}～${score.gradeHigh}`
  return (
    <section>
      <h2>{T.summary}</h2>
      <table className="summary">
        <thead>
          <tr>
            {T.summaryHeads.map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {score.categories.map((category) => (
            <CategoryRow key={category.category} rubric={rubric} result={result} category={category} />
          ))}
          <Step name={T.weighted} value={rangeWords(score.weightedLow, score.weightedHigh)} />
          <Step name={`${T.bonus}${suffix}`} value={scoreWords(score.bonus)} />
          <Step name={`${T.penalty}${suffix}`} value={scoreWords(score.penalty)} />
          <Step name={T.veto} value={vetoLines(rubric, result).join('；') || T.noVeto} />
          <Step
            name={isOpen ? T.range : T.total}
            value={`${rangeWords(score.low, score.high)}　${grade}`}
            isTotal
          />
        </tbody>
      </table>
      <p className="hint">{T.arithmetic}</p>
    </section>
  )
}

function CategoryRow({ rubric, result, category }: Props & { readonly category: CategoryScore }) {
  const { categories } = result.score
  const share = (side: 'low' | 'high') => weightedShare(rubric, categories, category, side)
  const grade =
    category.gradeLow === category.gradeHigh
      ? category.gradeHigh
      : `${category.gradeLow}～${category.gradeHigh}`
  return (
    <tr>
      <td>{category.code}</td>
      <td className="text">{category.title}</td>
      <td>{weightWords(category.weight)}</td>
      <td>{formatMilli(category.due)}</td>
      <td>{scoreWords(lostIn(rubric, result, category))}</td>
      <td>{category.isLeftOut ? '—' : rangeWords(category.low, category.high)}</td>
      <td>{category.isLeftOut ? '—' : shareWords(share('low'), share('high'))}</td>
      <td>{category.isLeftOut ? T.leftOut : category.isVetoed ? `${grade}（${T.vetoed}）` : grade}</td>
      <td>{`${category.checked}/${category.count}`}</td>
    </tr>
  )
}

function Step({
  name,
  value,
  isTotal,
}: {
  readonly name: string
  readonly value: string
  readonly isTotal?: boolean
}) {
  return (
    <tr className={isTotal === true ? 'total' : 'step'}>
      <td colSpan={5} className="text">
        {name}
      </td>
      <td colSpan={4}>{value}</td>
    </tr>
  )
}

/** Points lost in the items of a category, thousandths, unweighted. */
export function lostIn(rubric: Rubric, { score }: SheetResult, { category }: CategoryScore): number {
  const own = rubric.categories.filter(({ id }) => id === category)
  const ids = new Set(allItems({ ...rubric, categories: own }).map(({ id }) => id))
  return score.items.reduce((sum, { item, lost }) => sum + (ids.has(item) ? lost : 0), 0)
}

function vetoLines(rubric: Rubric, { score }: SheetResult): readonly string[] {
  const names = new Map(allItems(rubric).map((item) => [item.id, `${item.code} ${item.title}`]))
  return score.items
    .filter(({ item }) => score.vetoedBy.includes(item))
    .map(({ item, vetoes }) => `${names.get(item) ?? item}：${vetoes.map(vetoWords).join('，')}`)
}
