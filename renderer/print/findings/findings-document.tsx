import './findings.css'
import type { Finding } from '../../../shared/domain/findings/finding'
import type { PlaceFindings, UnitFindings } from '../../../shared/domain/findings/groups'
import { scoreWords } from '../../../shared/spreadsheet/filed-words'
import { placeKindWords } from '../../../shared/spreadsheet/finding-wording'
import { FINDINGS_TEXT as T } from '../../../shared/spreadsheet/findings-text'
import { FindingBlock, SupportLine } from './finding-block'
import { FindingsCover } from './findings-cover'
import type { FindingsPages } from './findings-paper'
import { FullPhotos } from './full-photos'
import { LoosePart } from './loose-part'

/** One group as the paper has it: a place or a unit, whichever was asked for. */
export interface PaperGroup {
  readonly key: string
  readonly name: string
  readonly about: string
  readonly findings: readonly Finding[]
  /** Findings that it only supports. */
  readonly supports: readonly Finding[]
  readonly takes: number
}

/** The whole paper: what it is, what it comes to, and each finding under its place or unit. */
export function FindingsDocument({ pages }: { readonly pages: FindingsPages }) {
  const { order, paper } = pages
  const groups = (order.by === 'place' ? paper.places.map(placeGroup) : paper.units.map(unitGroup)).filter(
    ({ findings, supports }) => findings.length + supports.length > 0,
  )
  return (
    <main className="findings">
      <FindingsCover pages={pages} groups={groups} />
      {groups.map((group) => (
        <section key={group.key}>
          <h2>
            {group.name}
            {group.about === '' ? null : <span className="findings-about">{`　${group.about}`}</span>}
            <span className="findings-sum">{T.group(group.findings.length, scoreWords(group.takes))}</span>
          </h2>
          {group.findings.map((finding) => (
            <FindingBlock key={finding.key} finding={finding} pages={pages} />
          ))}
          {group.supports.length === 0 ? null : (
            <div className="findings-supports">
              <h3>{T.supports(group.supports.length)}</h3>
              {group.supports.map((finding) => (
                <SupportLine key={finding.key} finding={finding} pages={pages} />
              ))}
            </div>
          )}
          {order.photos === 'full'
            ? group.findings.map((finding) => (
                <FullPhotos key={finding.key} finding={finding} pages={pages} />
              ))
            : null}
        </section>
      ))}
      <LoosePart pages={pages} />
    </main>
  )
}

function placeGroup({ key, name, listed, findings, takes }: PlaceFindings): PaperGroup {
  const about = listed === null ? '' : placeKindWords(listed)
  return { key, name: key === '' ? T.nowhere : name, about, findings, supports: [], takes }
}

function unitGroup({ unit, findings, supports, takes }: UnitFindings): PaperGroup {
  return { key: unit, name: unit === '' ? T.noUnit : unit, about: '', findings, supports, takes }
}
