interface Props {
  readonly label: string
  readonly words: readonly string[]
  readonly isOn: (word: string) => boolean
  readonly isDisabled: boolean
  readonly onPick: (word: string) => void
  readonly testId: string
}

/** Words to tap instead of typing them. */
export function Chips({ label, words, isOn, isDisabled, onPick, testId }: Props) {
  return (
    <fieldset className="focus-chips" data-testid={testId}>
      <legend>{label}</legend>
      {words.map((word) => (
        <button
          key={word}
          type="button"
          className={isOn(word) ? 'focus-chip focus-chip-on' : 'focus-chip'}
          aria-pressed={isOn(word)}
          disabled={isDisabled}
          // A field that is being written in is left by the tap itself, and writes first.
          onClick={() => onPick(word)}
        >
          {word}
        </button>
      ))}
    </fieldset>
  )
}
