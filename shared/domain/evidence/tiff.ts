import { latin1 } from './sniff'

/** What of an EXIF record says when, where and by what a photo was made. Times are local, as the camera says. */
export interface Exif {
  readonly takenAt?: string
  readonly changedAt?: string
  readonly software?: string
  /** 1–8 as in TIFF; 1 is upright. */
  readonly orientation?: number
  /** Whole millionths of a degree. */
  readonly position?: { readonly lat: number; readonly lon: number }
}

interface Field {
  readonly type: number
  readonly count: number
  readonly at: number
}

type Directory = ReadonlyMap<number, Field>

const TYPE_SIZES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8 }
/** No camera writes as many. */
const MOST_FIELDS = 512
const LONGEST_WORDS = 100

/** Reads the TIFF structure that an EXIF record is; null where it is none. Nothing beyond `bytes` is ever read. */
export function readTiff(bytes: Uint8Array): Exif | null {
  if (bytes.length < 8) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const order = latin1(bytes, 0, 2)
  const isLittle = order === 'II'
  if ((!isLittle && order !== 'MM') || view.getUint16(2, isLittle) !== 42) return null

  const directory = (at: number): Directory => {
    const fields = new Map<number, Field>()
    if (at < 8 || at + 2 > bytes.length) return fields
    const count = Math.min(view.getUint16(at, isLittle), MOST_FIELDS)
    for (let no = 0, here = at + 2; no < count && here + 12 <= bytes.length; no++, here += 12) {
      const type = view.getUint16(here + 2, isLittle)
      const length = view.getUint32(here + 4, isLittle)
      const size = (TYPE_SIZES[type] ?? 0) * length
      const start = size > 4 ? view.getUint32(here + 8, isLittle) : here + 8
      if (size > 0 && start + size <= bytes.length)
        fields.set(view.getUint16(here, isLittle), { type, count: length, at: start })
    }
    return fields
  }
  const whole = (field: Field | undefined): number | undefined => {
    if (field?.type === 3) return view.getUint16(field.at, isLittle)
    return field?.type === 4 ? view.getUint32(field.at, isLittle) : undefined
  }
  const words = (field: Field | undefined): string | undefined => {
    if (field?.type !== 2) return undefined
    const text = latin1(bytes, field.at, field.at + Math.min(field.count, LONGEST_WORDS))
    const end = text.indexOf('\0')
    return (end < 0 ? text : text.slice(0, end)).trim() || undefined
  }
  const degrees = (field: Field | undefined, ref: string | undefined, most: number): number | undefined => {
    if (field?.type !== 5 || field.count !== 3) return undefined
    const part = (no: number) =>
      view.getUint32(field.at + no * 8, isLittle) / view.getUint32(field.at + no * 8 + 4, isLittle)
    const value = part(0) + part(1) / 60 + part(2) / 3600
    const micro = Math.round(value * 1_000_000) * (ref === 'S' || ref === 'W' ? -1 : 1)
    return Number.isFinite(value) && Math.abs(micro) <= most * 1_000_000 ? micro : undefined
  }

  const first = directory(view.getUint32(4, isLittle))
  const exif = directory(whole(first.get(0x8769)) ?? 0)
  const gps = directory(whole(first.get(0x8825)) ?? 0)
  const lat = degrees(gps.get(2), words(gps.get(1)), 90)
  const lon = degrees(gps.get(4), words(gps.get(3)), 180)
  const found: { -readonly [K in keyof Exif]?: Exif[K] | undefined } = {
    takenAt: localTime(words(exif.get(0x9003)) ?? words(exif.get(0x9004))),
    changedAt: localTime(words(first.get(0x0132))),
    software: words(first.get(0x0131)),
    orientation: whole(first.get(0x0112)),
    // Nothing found (no fix) is often written as zero.
    position: lat === undefined || lon === undefined || (lat === 0 && lon === 0) ? undefined : { lat, lon },
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

const EXIF_TIME = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)$/

/** '2026:11:23 09:30:00' as '2026-11-23T09:30:00'; undefined where no clock could say so. */
function localTime(text: string | undefined): string | undefined {
  const [, year, month, day, hour, minute, second] = EXIF_TIME.exec(text ?? '') ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  const isDay = Number(day) >= 1 && Number(day) <= daysOf(Number(year), Number(month))
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
  return isDay && isTime && Number(year) >= 1980
    ? `${year}-${month}-${day}T${hour}:${minute}:${second}`
    : undefined
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  if (month < 1 || month > 12) return 0
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
