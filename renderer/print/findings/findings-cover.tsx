import { photosOf, picturesOf } from '../../../shared/domain/findings/paper'
import {
  dayWords,
  KIND_WORDS,
  ROLE_WORDS,
  scoreWords,
  timeWords,
} from '../../../shared/spreadsheet/filed-words'
import { FINDINGS_TEXT as T } from '../../../shared/spreadsheet/findings-text'
import { Fact } from '../cover'
import { REPORT_TEXT as R } from '../report-text'
import type { PaperGroup } from './findings-document'
import type { FindingsPages } from './findings-paper'

interface Props {
  readonly pages: FindingsPages
  readonly groups: readonly PaperGroup[]
}

/** What was inspected, by whom, that this is no signed result, and what stands under each place or unit. */
export function FindingsCover({ pages, groups }: Props) {
  const { header, sealed, order, paper, at, rubric } = pages
  const { subject, round, scorer } = header
  const takes = paper.findings.reduce((sum, one) => sum + one.takes, 0)
  const ready = picturesOf(paper).filter(({ key }) => pages.photos.get(key)?.state === 'ready')
  // Two items may have drawn different things over one photo.
  const shown = new Set(ready.map(({ sha256 }) => sha256)).size
  const chosen = order.chosen === null ? T.all[order.by] : groups.map(({ name }) => name).join('、')
  return (
    <header>
      <h1>{T.title}</h1>
      <p className="subject">{`${subject.name}（${T.by[order.by]}）`}</p>
      <dl className="facts">
        <Fact name={R.facts.round} value={round.title} />
        <Fact name={R.facts.kind} value={KIND_WORDS[round.kind]} />
        <Fact name={R.facts.date} value={dayWords(round.date)} />
        <Fact name={T.facts.state} value={sealed === null ? T.open : T.sealedAt(timeWords(sealed.at))} />
        <Fact name={R.facts.scorer} value={R.person(scorer.name, ROLE_WORDS[scorer.role])} />
        <Fact name={R.facts.unit} value={scorer.unit} />
        <Fact name={T.facts.madeAt} value={timeWords(at)} />
        <Fact
          name={T.facts.photos}
          value={T.photos[order.photos](order.photos === 'none' ? photosOf(paper).length : shown)}
        />
        <Fact name={R.facts.standard} value={`${rubric.title}${R.version(rubric.version)}`} isWide />
        <Fact name={T.facts.chosen} value={chosen} isWide />
      </dl>
      <p className="findings-warning">{T.warning}</p>
      <h2>{T.counts(paper.findings.length, scoreWords(takes))}</h2>
      {groups.length === 0 ? <p>{T.nothing}</p> : <Summary by={order.by} groups={groups} />}
      {order.by === 'place' ? <Stands pages={pages} /> : null}
    </header>
  )
}

function Summary({ by, groups }: { readonly by: 'place' | 'unit'; readonly groups: readonly PaperGroup[] }) {
  return (
    <table className="findings-summary">
      <thead>
        <tr>
          {T.summaryHeads[by].map((head) => (
            <th key={head}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map(({ key, name, about, findings, supports, takes }) => (
          <tr key={key}>
            <td className="text">{name}</td>
            <td className="text">{by === 'place' ? about : String(supports.length)}</td>
            <td>{findings.length}</td>
            <td>{photosOf({ findings, loose: [] }).length}</td>
            <td>{scoreWords(takes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Places where nothing was found, and those where nobody has been: never merged. */
function Stands({ pages: { paper } }: Pick<Props, 'pages'>) {
  const names = (stand: 'clean' | 'unseen') =>
    paper.places.filter((place) => place.stand === stand).map(({ name }) => name)
  return (
    <>
      {(['clean', 'unseen'] as const).map((stand) => {
        const all = names(stand)
        return all.length === 0 ? null : (
          <p key={stand}>
            <b>{T.stands[stand](all.length)}</b>
            {all.join('、')}
          </p>
        )
      })}
    </>
  )
}
