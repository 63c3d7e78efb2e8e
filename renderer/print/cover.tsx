import type { ReportData } from '../../shared/ipc/contract'
import {
  dayWords,
  KIND_WORDS,
  ROLE_WORDS,
  rangeWords,
  scoreWords,
  timeWords,
} from '../../shared/spreadsheet/filed-words'
import { REPORT_TEXT as T } from './report-text'

/** The first block: what was inspected, by whom, when, and what came out. */
export function Cover({ data }: { readonly data: ReportData }) {
  const { result, rubric, identity } = data
  const { round, subject, scorer, correction, carriedFrom } = result.sheet
  return (
    <header className="cover">
      <h1>{T.title}</h1>
      <p className="subject">{subject.name}</p>
      <dl className="facts">
        <Fact name={T.facts.round} value={round.title} />
        <Fact name={T.facts.kind} value={KIND_WORDS[round.kind]} />
        <Fact name={T.facts.date} value={dayWords(round.date)} />
        <Fact name={T.facts.league} value={subject.league} />
        <Fact name={T.facts.scorer} value={T.person(scorer.name, ROLE_WORDS[scorer.role])} />
        <Fact name={T.facts.unit} value={scorer.unit} />
        <Fact
          name={T.facts.signer}
          value={`${T.person(identity.name, ROLE_WORDS[identity.role])}　${identity.unit}`}
        />
        <Fact name={T.facts.sealedAt} value={timeWords(result.sealed.at)} />
        <Fact name={T.facts.standard} value={`${rubric.title}${T.version(rubric.version)}`} isWide />
        <Fact name={T.facts.notice} value={rubric.notice} isWide />
      </dl>
      {correction === null ? null : (
        <p className="warning">{T.correction(correction.no, correction.sheetId, correction.reason)}</p>
      )}
      {carriedFrom === undefined ? null : (
        <p className="warning">{T.carriedFrom(carriedFrom.sheetId, carriedFrom.rubricVersion)}</p>
      )}
      <Outcome data={data} />
    </header>
  )
}

/** One fact of the table on top. */
export function Fact({
  name,
  value,
  isWide,
}: {
  readonly name: string
  readonly value: string
  readonly isWide?: boolean
}) {
  return (
    <div className={isWide === true ? 'wide' : undefined}>
      <dt>{name}</dt>
      <dd>{value === '' ? '—' : value}</dd>
    </div>
  )
}

/** One number only when all is checked; the range and a plain sentence otherwise. */
function Outcome({ data: { result } }: { readonly data: ReportData }) {
  const { score } = result
  const open = score.count - score.checked
  const isFinal = open === 0 && score.low === score.high
  const grade = score.gradeLow === score.gradeHigh ? score.gradeHigh : `${score.gradeLow}～${score.gradeHigh}`
  const waiting = score.items.filter(({ status, low, high }) => status === 'scored' && low !== high).length
  const count = (status: string) => score.items.filter((item) => item.status === status).length
  const together = Object.values(result.marks).filter(({ isTogether }) => isTogether).length
  return (
    <section className="outcome">
      <div className="figures">
        <div>
          <span className="name">{isFinal ? T.total : T.range}</span>
          <strong>{rangeWords(score.low, score.high)}</strong>
          <span className="name">{T.outOf(scoreWords(score.full).replace(/\.00$/, ''))}</span>
        </div>
        <div>
          <span className="name">{T.grade}</span>
          <strong>{grade}</strong>
        </div>
      </div>
      <p className={isFinal ? undefined : 'warning'}>
        {open === 0 ? T.allChecked(score.count) : T.rangeHint(open, score.count)}
        {isFinal || open > 0 ? '' : T.ranksOpen(waiting)}
        {T.counts(count('clear'), count('scored'), count('excluded'))}
        {together === 0 ? '' : T.together(together)}
      </p>
    </section>
  )
}
