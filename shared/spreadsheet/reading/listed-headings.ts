import type { Points } from '../../domain/points'
import { nameOfTitle, wholeMark } from './numbering'
import type { ReadCategory, ReadGroup } from './reading'
import type { Tree, TreeNode } from './tree'

/** Headings of the first level as they are reported, in printed order. */
export function categoriesOf({ nodes }: Tree): readonly ReadCategory[] {
  return nodes
    .filter(({ path }) => path.length === 1)
    .map(({ path, points, printed, sheet, row, sum, items, normalItems }) => ({
      title: path[0] ?? '',
      name: nameOfTitle(path[0] ?? '').replace(/[\r\n]+/g, ''),
      points,
      sheet,
      row: row + 1,
      ...(printed === null || printed.label === null
        ? {}
        : { pointsFrom: printed.label, pointsCell: printed.cell }),
      ...(items > 0 && normalItems === 0 ? { kind: 'adjustment' } : {}),
      items,
      sum: sum as Points,
    }))
}

/** Headings between category and item as they are reported, in printed order. */
export function groupsOf({ nodes }: Tree): readonly ReadGroup[] {
  return nodes
    .filter(({ path }) => path.length > 1)
    .map((node) => {
      const { path, points, sheet, row, heading } = node
      const code = heading.code ?? sharedPrefix(node)
      return {
        path,
        name: nameOfTitle(path.at(-1) ?? '').replace(/[\r\n]+/g, ''),
        points,
        sheet,
        row: row + 1,
        ...(code === null ? {} : { code }),
      }
    })
}

/** '1-2' where every item's number is 1-2-1, 1-2-2 …, as deep as the group stands. */
function sharedPrefix({ numbers, items, path }: TreeNode): string | null {
  const first = numbers[0]
  if (first === undefined || numbers.length !== items) return null
  const mark = wholeMark(first)
  if (mark === null || mark.style !== 'dotted' || mark.values.length <= path.length) return null
  const parts = first.split(/([.\-．－])/)
  const prefix = parts.slice(0, 2 * path.length - 1).join('')
  return numbers.every(
    (number) => /^[.\-．－]/.test(number.slice(prefix.length)) && number.startsWith(prefix),
  )
    ? prefix
    : null
}
