import type { MarkValue, Sampled } from '../../../shared/domain/sheet/mark'

export type Samples = Extract<MarkValue, { kind: 'samples' }>

/** Samples that say where each was looked at; null of those that say only how many. */
export function placedSamples(value: MarkValue | undefined): (Samples & { at: readonly Sampled[] }) | null {
  return value?.kind === 'samples' && value.at !== undefined ? { ...value, at: value.at } : null
}

/** Samples of these places: as many passed and failed as they say together; null where there are none. */
export function samplesAt(population: number, at: readonly Sampled[]): Samples | null {
  if (at.length === 0) return null
  const sum = (part: 'passed' | 'failed') => at.reduce((all, one) => all + one[part], 0)
  return { kind: 'samples', population, passed: sum('passed'), failed: sum('failed'), at }
}

/** The place that keys go to: the one picked, else the one named last. */
export function activeSample(at: readonly Sampled[], picked: string | null): Sampled | undefined {
  return at.find(({ place }) => place === picked) ?? at.at(-1)
}

/** As it was, with one place changed. */
export function withSample(at: readonly Sampled[], next: Sampled): readonly Sampled[] {
  return at.map((one) => (one.place === next.place ? next : one))
}

/** '+': one more that passed. '-': one that passed has failed. Null where the key says nothing. */
export function pressedSample(one: Sampled, key: string): Sampled | null {
  if (key === '+') return { ...one, passed: one.passed + 1 }
  return key === '-' && one.passed > 0 ? { ...one, passed: one.passed - 1, failed: one.failed + 1 } : null
}
