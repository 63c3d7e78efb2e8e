import type { BookSheet } from '../workbook/book'
import { tight } from './cell-text'
import { labelsAbove } from './column-profile'
import { findHeaders } from './find-header'
import { type Grid, gridOf } from './grid'
import { labelOf } from './header-words'

/** Without words that are known, the header is the row among so many that holds the most short words. */
const ROWS = 12
const LONGEST_WORD = 12
const LEAST_WORDS = 3

/**
 * What sheets of one kind have in common, whatever their title and their items: the words above each column of the
 * first table, with the columns they stand in. What a person decided about the columns of one holds for the next.
 * Empty where no row names columns.
 */
export function shapeOf(sheet: BookSheet): string {
  const grid = gridOf(sheet)
  const [header] = findHeaders(grid)
  if (header === undefined) return wordsOfSomeRow(grid)
  const named: string[] = []
  for (let column = grid.left; column <= grid.right; column += 1) {
    const label = labelsAbove(grid, header, column, grid.left).map(labelOf).join('/')
    if (label !== '') named.push(`${column}${label}`)
  }
  return named.join('|')
}

/** A header whose words nobody knows: a person who says what they mean says it once. */
function wordsOfSomeRow(grid: Grid): string {
  let most: readonly string[] = []
  for (const row of grid.rows) {
    if (row >= ROWS) break
    const words = grid.cellsOf(row).flatMap(({ column, text, cell }) => {
      const word = tight(text)
      return cell.number !== null || word.length > LONGEST_WORD || /\d/.test(word) ? [] : [`${column}${word}`]
    })
    if (words.length > most.length) most = words
  }
  return most.length < LEAST_WORDS ? '' : most.join('|')
}
