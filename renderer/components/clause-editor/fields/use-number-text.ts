import { useState } from 'react'
import { formatMilli, parseMilli } from '../../../../shared/domain/points'

/** How many of a value's steps make 1: points and measured values are thousandths, weights hundredths of a per cent, counts whole. */
export type Unit = 1000 | 100 | 1

/** A value as a person writes it: 200 thousandths are '0.2'. */
export function writeNumber(value: number | undefined, unit: Unit): string {
  return value === undefined ? '' : formatMilli((value * 1000) / unit)
}

/** The most that the schema takes: a million points, 100 % of weight, a million things; measured values go further. */
function mostOf(unit: Unit, isSigned: boolean): number {
  if (unit === 1000) return isSigned ? 1_000_000_000_000 : 1_000_000_000
  return unit === 100 ? 10_000 : 1_000_000
}

/** What was written, in steps of the unit; null where it is no such number, or negative where that is not allowed. */
export function readNumber(
  text: string,
  unit: Unit,
  isSigned: boolean,
  most = mostOf(unit, isSigned),
): number | null {
  const milli = parseMilli(text)
  if (milli === null || (milli < 0 && !isSigned) || (milli * unit) % 1000 !== 0) return null
  const number = (milli * unit) / 1000
  return Math.abs(number) > most ? null : number
}

/**
 * The text of a number while it is typed. It is told as soon as it is one; what is no number yet stays as it is
 * typed, and the value as it was.
 */
export function useNumberText(
  value: number | undefined,
  unit: Unit,
  onChange: (value: number) => void,
  {
    isSigned = false,
    most,
    onClear,
  }: {
    readonly isSigned?: boolean
    readonly most?: number | undefined
    readonly onClear?: (() => void) | undefined
  } = {},
) {
  const [typed, setTyped] = useState<string | null>(null)
  const written = writeNumber(value, unit)
  const read = typed === null ? null : readNumber(typed, unit, isSigned, most)
  const isBlank = typed !== null && typed.trim() === ''
  // What was typed holds as long as it says the value, or nothing that could be one; an undo shows through.
  const isCurrent = typed !== null && (read === null ? !(isBlank && onClear !== undefined) : read === value)
  const text = isCurrent ? typed : written
  return {
    text,
    isWrong: isCurrent && read === null,
    type: (next: string) => {
      setTyped(next)
      const number = readNumber(next, unit, isSigned, most)
      if (number !== null) onChange(number)
      else if (next.trim() === '' && onClear !== undefined) onClear()
    },
    leave: () => setTyped(null),
  }
}
