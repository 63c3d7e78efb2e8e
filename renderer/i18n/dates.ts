import type { Language } from '../../shared/ipc/contract'

/** The local calendar day of an instant, YYYY-MM-DD. */
export function localDay(time: Date): string {
  const padded = (value: number) => String(value).padStart(2, '0')
  return `${time.getFullYear()}-${padded(time.getMonth() + 1)}-${padded(time.getDate())}`
}

/** Whether a text is a calendar day that exists, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text)
}

/** The day so many days later; the text itself where it is no day. */
export function shiftDay(day: string, days: number): string {
  if (!isDay(day)) return day
  const time = new Date(`${day}T00:00:00Z`)
  time.setUTCDate(time.getUTCDate() + days)
  return time.toISOString().slice(0, 10)
}

/** The name of a day's weekday; empty where the text is no day. */
export function weekday(day: string, language: Language): string {
  if (!isDay(day)) return ''
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}
