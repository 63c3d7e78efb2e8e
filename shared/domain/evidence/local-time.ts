/** Seconds since the year 0 (civil calendar), of a local time '2026-11-23T09:30:00'. */
export function secondsOf(time: string): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = time.split(/[-T:]/).map(Number)
  const shifted = month > 2 ? year : year - 1
  const monthFromMarch = (month + 9) % 12
  const days =
    365 * shifted +
    Math.floor(shifted / 4) -
    Math.floor(shifted / 100) +
    Math.floor(shifted / 400) +
    Math.floor((153 * monthFromMarch + 2) / 5) +
    day
  return ((days * 24 + hour) * 60 + minute) * 60 + second
}

/** Beijing is eight hours ahead of UTC all year round; cameras and phones here show its time. */
const BEIJING_SECONDS = 8 * 3600

/** Seconds on the same count, of an instant (ISO 8601, UTC) as the clock on the wall shows it. */
export function wallSecondsOf(instant: string): number {
  return secondsOf(instant.slice(0, 19)) + BEIJING_SECONDS
}
