interface Props {
  readonly id: string
  readonly label: string
  readonly offered: readonly string[]
  /** Digits pick while nothing is typed. */
  readonly isNumbered: boolean
  readonly onPick: (words: string) => void
}

/** Reasons that were written of this clause before: a digit or a click takes one. */
export function ReasonOffers({ id, label, offered, isNumbered, onPick }: Props) {
  return (
    <div id={id} className="scoring-offered scoring-reasons" role="listbox" aria-label={label}>
      {offered.map((words, at) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and takes the digits
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <div
          key={words}
          role="option"
          aria-selected={false}
          className="scoring-offer"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(words)}
        >
          {isNumbered && <kbd>{at + 1}</kbd>} {words}
        </div>
      ))}
    </div>
  )
}
