/** 道路 / 背街小巷 / 市场 / 车站 / 住宅小区 / 建筑工地 / 公园绿地 / 河道水体 / 公厕 / 垃圾站点 / 学校 / 医院 / 单位 / 其他. */
export const PLACE_KINDS = [
  'road',
  'lane',
  'market',
  'station',
  'estate',
  'site',
  'park',
  'water',
  'toilet',
  'waste',
  'school',
  'hospital',
  'office',
  'other',
] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** Somewhere that is looked at (点位). */
export interface Place {
  readonly name: string
  readonly kind: PlaceKind
  /** Its class in the standard's words: 主干道, 一类 … */
  readonly grade?: string
  /** The part of town that it lies in: 建成区, 城乡结合部 … */
  readonly zone?: string
}

/** A place on a round's list. */
export interface PlannedPlace extends Place {
  /** Id of the subject that it belongs to; any where absent. */
  readonly subject?: string
}

/** A place as a sheet has it. */
export interface SheetPlace extends Place {
  /** Somebody was there: where no finding names it, nothing was found. */
  readonly isSeen?: true
}

/** Most places on a list. */
export const MOST_LISTED = 2000

/** A place's name as it is compared: full-width signs and further spaces make no other place. */
export function placeName(typed: string): string {
  return typed.normalize('NFKC').replace(/\s+/g, ' ').trim()
}

/** The places that a subject's sheet begins with. */
export function placesFor(planned: readonly PlannedPlace[], subject: string): readonly SheetPlace[] {
  return planned.flatMap(({ subject: of, ...place }) => (of === undefined || of === subject ? [place] : []))
}
