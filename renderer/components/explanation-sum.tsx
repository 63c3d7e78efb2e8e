import { useTranslation } from 'react-i18next'
import type { Figure } from '../../shared/domain/explain/explanation'
import { tokensOf, writeUnrounded } from '../../shared/domain/explain/write-expression'
import { formatMilli } from '../../shared/domain/points'

interface Props {
  readonly figure: Figure
  /** Nodes that can be opened from here, by id, with what they are called. */
  readonly names: ReadonlyMap<string, string>
  readonly onOpen: (node: string) => void
}

/** The arithmetic in figures; those of other nodes open them. What was rounded off is shown before it was. */
export function ExplanationSum({ figure, names, onOpen }: Props) {
  const { t } = useTranslation()
  const { sum, value } = figure
  // A figure without arithmetic says itself.
  if (sum.op === 'number') return null
  const exact = writeUnrounded(sum)
  const rounding = sum.op === 'round' && exact !== null ? sum.rounding : null
  return (
    <p className="explanation__sum">
      {tokensOf(sum).map(({ text, node }, at) => {
        const name = node === undefined ? undefined : names.get(node)
        return node === undefined || name === undefined ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name than their place
          <span key={at}>{text}</span>
        ) : (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={at}
            type="button"
            className="explanation__ref"
            title={name}
            onClick={() => onOpen(node)}
          >
            {text}
          </button>
        )
      })}
      {exact !== null && <span> = {exact}</span>}
      <b> = {formatMilli(value).replace('-', '−')}</b>
      {rounding !== null && (
        <span className="explanation__rounding">
          {t(`explain.rounding.${rounding.mode}`, { step: formatMilli(rounding.step) })}
        </span>
      )}
    </p>
  )
}
