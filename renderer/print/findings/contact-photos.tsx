import type { AttachedEvidence } from '../../../shared/domain/evidence/evidence'
import { attachedKey } from '../../../shared/domain/findings/attached-by'
import { photoId, pictureKey } from '../../../shared/domain/findings/paper'
import { FINDINGS_TEXT as T } from '../../../shared/spreadsheet/findings-text'
import type { FindingsPages } from './findings-paper'

interface Props {
  readonly evidence: readonly AttachedEvidence[]
  readonly pages: FindingsPages
}

/** Photos side by side, each with its time, who attached it, and its number. */
export function ContactPhotos({ item, evidence, pages }: Props & { readonly item: string }) {
  const photos = evidence.flatMap((one) => {
    const photo = pages.photos.get(pictureKey(one))
    return photo?.state === 'ready' ? [{ one, photo }] : []
  })
  if (photos.length === 0) return null
  return (
    <div className="findings-contact">
      {photos.map(({ one, photo }) => (
        <figure key={one.sha256}>
          <img src={photo.address} width={photo.width} height={photo.height} alt={photoId(one.sha256)} />
          <figcaption>
            <span>{photoId(one.sha256)}</span>
            <span>{takenWords(one)}</span>
            <span>{pages.attached.get(attachedKey(item, one.sha256))?.by ?? ''}</span>
          </figcaption>
        </figure>
      ))}
    </div>
  )
}

/** What is not shown as a picture, by name, number, and why. */
export function OtherEvidence({ evidence, pages: { photos, order } }: Props) {
  const others = evidence.filter((one) => photos.get(pictureKey(one))?.state !== 'ready')
  if (others.length === 0) return null
  return (
    <p className="findings-small">
      <b>{T.evidence}</b>
      {others
        .map((one) => {
          const { name, sha256, media } = one
          const state = photos.get(pictureKey(one))?.state
          const why =
            state !== undefined && state !== 'ready'
              ? T.unshown[state]
              : order.photos === 'none'
                ? ''
                : T.unshown[media.startsWith('image/') ? 'no-decoder' : 'file']
          return T.file(name, photoId(sha256), why)
        })
        .join('；')}
    </p>
  )
}

/** When a photo says that it was taken: the camera's clock, which nobody has checked. */
export function takenWords({ takenAt }: AttachedEvidence): string {
  return takenAt === undefined ? T.noTime : takenAt.replace('T', ' ')
}
