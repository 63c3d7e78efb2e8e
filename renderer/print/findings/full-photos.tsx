import type { AttachedEvidence } from '../../../shared/domain/evidence/evidence'
import { attachedKey } from '../../../shared/domain/findings/attached-by'
import type { Finding } from '../../../shared/domain/findings/finding'
import { photoId, pictureKey } from '../../../shared/domain/findings/paper'
import { FINDINGS_TEXT as T } from '../../../shared/spreadsheet/findings-text'
import { Fact } from '../cover'
import { takenWords } from './contact-photos'
import type { FindingsPages } from './findings-paper'

interface Props {
  readonly finding: Pick<Finding, 'evidence' | 'key' | 'item' | 'of' | 'place'>
  readonly pages: FindingsPages
}

/** A photo a page, as large as the page, with what is known of it. */
export function FullPhotos({ finding, pages }: Props) {
  const { evidence, key, item, of, place } = finding
  const number = pages.paper.numbers.get(key)
  return evidence.map((one) => {
    const photo = pages.photos.get(pictureKey(one))
    if (photo?.state !== 'ready') return null
    const { sha256 } = one
    return (
      <figure className="findings-full" key={sha256}>
        <div>
          <img src={photo.address} width={photo.width} height={photo.height} alt={photoId(sha256)} />
        </div>
        <dl className="facts">
          <Fact name={T.caption.id} value={photoId(sha256)} />
          <Fact name={T.caption.finding} value={number === undefined ? T.noFinding : T.findingNo(number)} />
          <Fact name={T.caption.taken} value={takenWords(one)} />
          <Fact name={T.caption.position} value={positionWords(one)} />
          <Fact name={T.caption.place} value={place ?? one.place ?? T.nowhere} />
          <Fact name={T.caption.by} value={pages.attached.get(attachedKey(item, sha256))?.by ?? ''} />
          <Fact name={T.caption.item} value={`${of.code}　${of.title}`} isWide />
        </dl>
      </figure>
    )
  })
}

function positionWords({ position }: AttachedEvidence): string {
  return position === undefined
    ? T.noPosition
    : T.position((position.lat / 1e6).toFixed(5), (position.lon / 1e6).toFixed(5))
}
