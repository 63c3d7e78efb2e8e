import { MOST_LISTED, type PlaceKind, type PlannedPlace, placeName } from './place'
import { kindByName, kindByWord } from './place-kind'
import type { Subject } from './round'

/** A line that is no place; `line` counts from 1. */
export interface LineProblem {
  readonly line: number
  readonly code: 'no-name' | 'twice' | 'too-long' | 'too-many'
  readonly text: string
}

export interface ReadPlaces {
  readonly places: readonly PlannedPlace[]
  readonly problems: readonly LineProblem[]
}

const LONGEST_NAME = 200
const HEADS = ['名称', '点位', '点位名称', '地点', '地点名称', '序号', 'place', 'name']

/**
 * Places as they are typed or pasted: one a line, in columns by tabs, 、 or commas. First the name; a word that names a
 * kind or a subject is that wherever it stands; what is left is the class, then the zone. A place without a kind has
 * the one that its name says. A line of headings is passed over.
 */
export function readPlaceLines(text: string, subjects: readonly Pick<Subject, 'id' | 'name'>[]): ReadPlaces {
  const places = new Map<string, PlannedPlace>()
  const problems: LineProblem[] = []
  for (const [at, raw] of text.split(/\r\n|[\r\n]/).entries()) {
    if (raw.trim() === '') continue
    const cells = cellsOf(raw)
    const [name = ''] = cells
    if (places.size === 0 && HEADS.includes(placeName(name).toLowerCase())) continue
    const place = placeOf(cells, subjects)
    const key = JSON.stringify([placeName(place.name), place.subject])
    const problem = (code: LineProblem['code']) => problems.push({ line: at + 1, code, text: raw.trim() })
    if (placeName(name) === '') problem('no-name')
    else if (cells.some((cell) => cell.length > LONGEST_NAME)) problem('too-long')
    else if (places.has(key)) problem('twice')
    else if (places.size >= MOST_LISTED) problem('too-many')
    else places.set(key, place)
  }
  return { places: [...places.values()], problems }
}

/** Of a pasted sheet the tabs alone part the cells: a name may have commas in it. */
function cellsOf(line: string): readonly string[] {
  const cells = line.includes('\t') ? line.split('\t') : line.split(/[、,，;；]/)
  const trimmed = cells.map((cell) => cell.trim())
  // A column of running numbers before the names.
  return trimmed.length > 1 && /^\d+\.?$/.test(trimmed[0] ?? '') ? trimmed.slice(1) : trimmed
}

function placeOf(
  [name = '', ...cells]: readonly string[],
  subjects: readonly Pick<Subject, 'id' | 'name'>[],
): PlannedPlace {
  let kind: PlaceKind | null = null
  let subject: string | undefined
  const rest: string[] = []
  for (const cell of cells) {
    const of = subjects.find((one) => placeName(one.name) === placeName(cell))
    const said = kindByWord(cell)
    if (of !== undefined && subject === undefined) subject = of.id
    else if (said !== null && kind === null) kind = said
    else rest.push(cell)
  }
  // 主干道 says the kind and the class at once.
  const graded = cells.find((cell) => /^(?:主干道|次干道|支路)$/.test(cell))
  const words = graded === undefined || rest.includes(graded) ? rest : [graded, ...rest]
  const [grade = '', zone = ''] = words
  return {
    name,
    kind: kind ?? kindByName(name),
    ...(grade === '' ? {} : { grade }),
    ...(zone === '' ? {} : { zone }),
    ...(subject === undefined ? {} : { subject }),
  }
}
