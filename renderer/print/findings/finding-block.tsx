import type { Finding } from '../../../shared/domain/findings/finding'
import { scoreWords, timeWords } from '../../../shared/spreadsheet/filed-words'
import { findingFound, findingRemarks } from '../../../shared/spreadsheet/finding-wording'
import { FINDINGS_TEXT as T } from '../../../shared/spreadsheet/findings-text'
import { ContactPhotos, OtherEvidence } from './contact-photos'
import type { FindingsPages } from './findings-paper'

interface Props {
  readonly finding: Finding
  readonly pages: FindingsPages
}

/** Photos that stay on one page with their finding. */
const MOST_TOGETHER = 12

/** One finding: the standard's own words, what was seen, what it takes, who answers for it; and its photos. */
export function FindingBlock({ finding, pages }: Props) {
  const { order, paper } = pages
  const { of, words, note, by, at, takes, evidence, item, key } = finding
  const number = paper.numbers.get(key) ?? 0
  const { lead, support } = of.units
  return (
    <article className={evidence.length > MOST_TOGETHER ? 'findings-one' : 'findings-one findings-whole'}>
      <div className="findings-text">
        <p className="findings-title">
          <span className="findings-number">{number}</span>
          <span>{`${of.code}　${of.title}`}</span>
          <span className="findings-cost">{T.takes(scoreWords(takes))}</span>
        </p>
        <p className="clause">{T.clause(words)}</p>
        <p>
          <b>{T.found}</b>
          {what(finding, pages)}
        </p>
        {note === '' ? null : (
          <p>
            <b>{T.note}</b>
            {note}
          </p>
        )}
        <p className="findings-small">
          {order.by === 'place'
            ? T.units(lead.join('、') || T.noUnit, support.join('、'))
            : T.place(finding.place ?? T.nowhere)}
          {`　${T.said(timeWords(at), by)}`}
        </p>
      </div>
      {order.photos === 'contact' ? <ContactPhotos item={item} evidence={evidence} pages={pages} /> : null}
      <OtherEvidence evidence={evidence} pages={pages} />
    </article>
  )
}

/** A finding that a unit only supports: it stands in full under who leads. */
export function SupportLine({ finding, pages }: Props) {
  const { of, place, note, key } = finding
  return (
    <p>
      <span className="findings-number">{pages.paper.numbers.get(key) ?? 0}</span>
      {`${of.code}　${of.title}　${place ?? T.nowhere}：${what(finding, pages)}${note === '' ? '' : `（${note}）`}　`}
      <span className="clause">{T.clause(finding.words)}</span>
      {T.leads(of.units.lead.join('、') || T.noUnit)}
    </p>
  )
}

function what(finding: Finding, { rubric }: FindingsPages): string {
  return [findingFound(rubric, finding), ...findingRemarks(rubric, finding)].join('；')
}
