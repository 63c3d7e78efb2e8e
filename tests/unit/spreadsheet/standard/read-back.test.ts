import { expect, test } from 'vitest'
import { points } from '../../../../shared/domain/points'
import { agreement } from '../../../../shared/domain/rubric/agreement'
import type { Clause } from '../../../../shared/domain/rubric/clause'
import { readBack } from '../../../../shared/spreadsheet/standard/read-back'
import { sampleItem } from '../../domain/rubric/sample-item'

const rule = '7时后仍在普扫的路段，每条扣0.5分；第二遍普扫漏扫的，每条扣1分，扣完为止'
const each = (id: string, text: string, pointsPerUnit: number): Clause => ({
  id,
  text,
  form: 'per-occurrence',
  unit: '条',
  pointsPerUnit: points(pointsPerUnit),
})
const late = each('a', '7时后仍在普扫的路段，每条扣0.5分', 500)
const missed = each('b', '第二遍普扫漏扫的，每条扣1分', 1000)

test('what the words read back to is as it says, whatever the numbers in them seem to differ in', () => {
  const item = sampleItem({ rule, points: points(4000), clauses: [late, missed] })
  expect(agreement(item)).not.toEqual([])
  expect([...readBack(item)]).toEqual(['a', 'b'])
})

test('another number, another form and a clause of other words are not', () => {
  const dearer = each('a', late.text, 600)
  const once: Clause = { id: 'b', text: missed.text, form: 'all-or-nothing', deduct: points(1000) }
  const shorter = each('c', '漏扫的，每条扣1分', 1000)
  expect([...readBack(sampleItem({ rule, points: points(4000), clauses: [dearer, once, shorter] }))]).toEqual(
    [],
  )
})

test('what could not be read for sure is nobody’s', () => {
  const text = '未在当日清理的翻倍计扣'
  const item = sampleItem({ rule: text, points: points(4000), clauses: [each('a', text, 500)] })
  expect([...readBack(item)]).toEqual([])
})
