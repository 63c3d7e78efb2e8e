import type { Rubric } from '../../../shared/domain/rubric/rubric'
import type { SheetScore } from '../../../shared/domain/scoring/score'
import { scoreSheet } from '../../../shared/domain/scoring/score-sheet'
import { admits } from '../../../shared/domain/sheet/admits'
import { apply } from '../../../shared/domain/sheet/apply'
import type { StampedEvent } from '../../../shared/domain/sheet/event'
import { emptySheet, type SheetState } from '../../../shared/domain/sheet/state'

/** What the sheet came to after `step` lines of its journal. */
export interface Moment {
  readonly step: number
  readonly score: SheetScore
}

/** A journal that can be looked at after any of its lines. */
export interface Playback {
  /** How many lines can be played: all, or up to the first that the standard does not admit. */
  readonly playable: number
  readonly at: (step: number) => Moment
  /** The sheet as it stood then; played anew, so asked for when a person looks. */
  readonly stateAt: (step: number) => SheetState
}

/** A state is kept every so many lines; those between are played anew from there. */
const STRIDE = 64
const MOST_SCORES = 400

/** Plays a journal once to see how far it goes; scores are made when they are asked for. */
export function playback(rubric: Rubric, lines: readonly StampedEvent[]): Playback {
  const kept: SheetState[] = []
  let state = emptySheet()
  let playable = 0
  for (const line of lines) {
    if (playable % STRIDE === 0) kept.push(state)
    if (admits(rubric, state, line.event) !== null) break
    state = apply(rubric, state, line)
    playable += 1
  }
  const stateAt = (step: number) => {
    const from = Math.min(Math.floor(step / STRIDE), Math.max(0, kept.length - 1))
    return lines
      .slice(from * STRIDE, step)
      .reduce((before, line) => apply(rubric, before, line), kept[from] ?? emptySheet())
  }
  const scores = new Map<number, Moment>()
  return {
    playable,
    stateAt: (wanted) => stateAt(Math.max(0, Math.min(playable, wanted))),
    at: (wanted) => {
      const step = Math.max(0, Math.min(playable, wanted))
      const known = scores.get(step)
      if (known !== undefined) return known
      if (scores.size >= MOST_SCORES) scores.clear()
      const moment = { step, score: scoreSheet(rubric, stateAt(step)) }
      scores.set(step, moment)
      return moment
    },
  }
}
