const BEIJING = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** An ISO 8601 UTC time as '2026-11-23 15:04:05' in Beijing time; what is no time, as it is. */
export function screenTime(at: string): string {
  const time = Date.parse(at)
  return Number.isNaN(time) ? at : BEIJING.format(time)
}
