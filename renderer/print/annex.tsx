import { explainSheet } from '../../shared/domain/explain/explain-sheet'
import type { Explanation, Figure } from '../../shared/domain/explain/explanation'
import { writeExpression, writeUnrounded } from '../../shared/domain/explain/write-expression'
import { formatMilli } from '../../shared/domain/points'
import { itemIndex } from '../../shared/domain/rubric/item-index'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import type { SheetResult } from '../../shared/domain/sheet/result'
import { rangeWords } from '../../shared/spreadsheet/filed-words'
import { annexLines, noteWords } from './annex-lines'
import { REPORT_TEXT as T } from './report-text'

interface Props {
  readonly rubric: Rubric
  readonly result: SheetResult
}

/** How every number came about: the total, each category, and each item where anything was found or left out. */
export function Annex({ rubric, result }: Props) {
  const items = new Map(Object.entries(result.marks))
  const total = explainSheet(rubric, { items, header: result.sheet })
  const codeOf = (id: string) => itemIndex(rubric).get(id)?.code ?? id
  return (
    <section className="annex">
      <h2>{T.annexTitle}</h2>
      <p className="hint">{T.annexHint}</p>
      <Node node={total} name={T.annexTotal} codeOf={codeOf} />
      {total.children.map((category) => {
        const { told, open } = annexLines(category)
        return (
          <div key={category.id}>
            <h3>{`${category.code}　${category.title}`}</h3>
            <Node node={category} name={T.annexCategory} codeOf={codeOf} />
            {told.map((node) => (
              <div className="explained" key={node.id}>
                <Node node={node} name={`${node.code}　${node.title}`} codeOf={codeOf} />
                {node.kind === 'item' &&
                  node.children.map((clause) => <Clause key={clause.id} node={clause} codeOf={codeOf} />)}
              </div>
            ))}
            {open.length === 0 ? null : (
              <p className="open">
                <b>{T.annexOpen}</b>
                {open
                  .map(
                    ({ code, worst, best }) =>
                      `${code}（${formatMilli(worst.value)}～${formatMilli(best.value)}）`,
                  )
                  .join('、')}
              </p>
            )}
          </div>
        )
      })}
    </section>
  )
}

interface NodeProps {
  readonly node: Explanation
  readonly name: string
  readonly codeOf: (item: string) => string
}

/** A number, its arithmetic (at best and at worst while it is open), and what happened to it on its way. */
function Node({ node: { worst, best, notes }, name, codeOf }: NodeProps) {
  const told = notes.map((note) => noteWords(note, codeOf)).join('；')
  const isOpen = worst.value !== best.value
  return (
    <>
      <p>
        {/* Not bold: every bold character costs an outline of its own in the file. */}
        <span className="name">{name}</span>
        {`　${rangeWords(worst.value, best.value)}`}
        {isOpen || best.sum.op === 'number' ? null : `　${sumWords(best)}`}
        {told === '' ? null : <span className="notes">{`　${told}`}</span>}
      </p>
      {isOpen ? (
        <>
          <p className="sum">{`${T.annexBest}${sumWords(best)}`}</p>
          <p className="sum">{`${T.annexWorst}${sumWords(worst)}`}</p>
        </>
      ) : null}
    </>
  )
}

/** The standard's words, what was found, and what it takes. */
function Clause({ node, codeOf }: Omit<NodeProps, 'name'>) {
  const { wording, facts, best, worst, notes } = node
  const sum = worst.value === best.value && best.sum.op !== 'number' ? `　${sumWords(best)}` : ''
  const words = [...facts, ...notes.map((note) => noteWords(note, codeOf))]
    .map((word) => `${word}；`)
    .join('')
  return (
    <p className="told">
      <span className="clause">{wording}</span>
      {`　${words}${T.annexTakes(rangeWords(best.value, worst.value))}${sum}`}
    </p>
  )
}

/** The arithmetic in figures; what was rounded off is shown before it was. */
function sumWords({ sum, value }: Figure): string {
  const written = formatMilli(value).replace('-', '−')
  if (sum.op === 'number') return written
  const exact = writeUnrounded(sum)
  return `${writeExpression(sum)}${exact === null ? '' : ` = ${exact}`} = ${written}`
}
