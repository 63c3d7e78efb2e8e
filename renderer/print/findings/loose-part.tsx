import { itemIndex } from '../../../shared/domain/rubric/item-index'
import { FINDINGS_TEXT as T } from '../../../shared/spreadsheet/findings-text'
import { ContactPhotos, OtherEvidence } from './contact-photos'
import type { FindingsPages } from './findings-paper'
import { FullPhotos } from './full-photos'

/** Evidence of items that does not say which finding it shows: on paper too, so that none goes missing unseen. */
export function LoosePart({ pages }: { readonly pages: FindingsPages }) {
  const { paper, order, rubric } = pages
  const items = paper.loose.flatMap(({ item, evidence }) => {
    const of = itemIndex(rubric).get(item)
    return of === undefined ? [] : [{ item, of, evidence }]
  })
  if (items.length === 0) return null
  return (
    <section>
      <h2>{T.loose}</h2>
      <p className="hint">{T.looseHint}</p>
      {items.map(({ item, of, evidence }) => (
        <article className="findings-one" key={item}>
          <p className="findings-title">
            <span>{`${of.code}　${of.title}`}</span>
            <span className="findings-cost">{T.pieces(evidence.length)}</span>
          </p>
          {order.photos === 'contact' ? (
            <ContactPhotos item={item} evidence={evidence} pages={pages} />
          ) : null}
          <OtherEvidence evidence={evidence} pages={pages} />
        </article>
      ))}
      {order.photos === 'full'
        ? items.map(({ item, of, evidence }) => (
            <FullPhotos key={item} finding={{ key: '', item, of, place: null, evidence }} pages={pages} />
          ))
        : null}
    </section>
  )
}
