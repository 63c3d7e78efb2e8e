import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { placeName } from '../../../shared/domain/round/place'
import { useSheetFacts } from './sheet-context'

interface Props {
  readonly kept: string
  readonly label: string
  readonly placeholder: string
  readonly isDisabled: boolean
  /** Names one more place: empty again once that is done. */
  readonly isAdding: boolean
  /** Names that are not offered: they are there already. */
  readonly taken: readonly string[]
  /** What Enter takes while nothing was typed; '' for nothing. Given what the sheet has used. */
  readonly proposed: (used: readonly string[]) => string
  readonly onPlace: (name: string) => void
}

const MOST_OFFERED = 6
export const LONGEST_PLACE = 200

/** Where: free words, with the places of this sheet offered. ↑ ↓ pick, Enter takes, Escape leaves it. */
export function PlaceField({
  kept,
  label,
  placeholder,
  isDisabled,
  isAdding,
  taken,
  proposed,
  onPlace,
}: Props) {
  const { placesUsed } = useSheetFacts()
  const listId = useId()
  const [used, setUsed] = useState<readonly string[] | null>(null)
  const [picked, setPicked] = useState(-1)
  const [text, setText] = useState(kept)
  // Before anything can be typed: later it would take away the first character.
  useLayoutEffect(() => setText(kept), [kept])
  // Blur writes what was typed, unless a key has said already what becomes of it.
  const isSettled = useRef(false)
  const isOpen = used !== null
  const words = text === kept ? '' : text.trim()
  const offered = (used ?? [])
    .filter((name) => !taken.includes(name) && name !== kept && name.includes(words))
    .slice(0, MOST_OFFERED)
  const proposal = used === null ? '' : proposed(used)

  const write = (typed: string) => {
    // A place that is known keeps the spelling that it is known by.
    const name = placesUsed().find((one) => placeName(one) === placeName(typed)) ?? typed
    if (name !== kept) onPlace(name)
    setText(isAdding ? '' : name)
  }
  const settle = (field: HTMLElement | null | undefined, name: string | null) => {
    isSettled.current = true
    if (name === null) setText(kept)
    else write(name)
    field?.blur()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key, currentTarget } = event
    if (event.nativeEvent.isComposing) return
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault()
      const by = key === 'ArrowDown' ? 1 : -1
      setPicked((before) => Math.max(-1, Math.min(offered.length - 1, before + by)))
    } else if (key === 'Escape') settle(currentTarget, null)
    else if (key === 'Enter') {
      const typed = text.trim() === '' ? proposal : text.trim()
      settle(currentTarget, offered[picked] ?? typed)
    }
  }
  return (
    <div className="scoring-place">
      <input
        type="text"
        className="scoring-input"
        role="combobox"
        aria-expanded={isOpen && offered.length > 0}
        aria-controls={listId}
        aria-activedescendant={picked >= 0 ? `${listId}-${picked}` : undefined}
        aria-autocomplete="list"
        data-field="place"
        disabled={isDisabled}
        maxLength={LONGEST_PLACE}
        placeholder={isOpen && proposal !== '' ? `${proposal} ↵` : placeholder}
        aria-label={label}
        value={text}
        onFocus={() => setUsed(placesUsed())}
        onChange={({ target }) => {
          setPicked(-1)
          setText(target.value)
        }}
        onBlur={() => {
          setUsed(null)
          setPicked(-1)
          if (!isSettled.current) write(text.trim())
          isSettled.current = false
        }}
        onKeyDown={onKeyDown}
      />
      {isOpen && offered.length > 0 && (
        <div id={listId} className="scoring-offered" role="listbox" aria-label={label}>
          {offered.map((name, at) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            <div
              key={name}
              id={`${listId}-${at}`}
              role="option"
              aria-selected={at === picked}
              className={at === picked ? 'scoring-offer scoring-offer-on' : 'scoring-offer'}
              onPointerDown={(event) => event.preventDefault()}
              onClick={({ currentTarget }) =>
                settle(currentTarget.closest('.scoring-place')?.querySelector('input'), name)
              }
            >
              {name}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
