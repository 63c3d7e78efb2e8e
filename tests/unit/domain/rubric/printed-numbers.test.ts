import { describe, expect, test } from 'vitest'
import {
  describeNumbers,
  describePrinted,
  isClosing,
  readPrinted,
} from '../../../../shared/domain/rubric/printed-numbers'

/** '≥90', or '得2分' for points, or the outcome's name: what is read of a text. */
function read(text: string, unit = '%'): string {
  return readPrinted(text, unit)
    .map((one) => {
      if (one.kind === 'outcome') return one.effect
      const number = `${one.comparisons.join('|')}${one.value / 1000}`
      return one.isPoints ? `${number}分` : number
    })
    .join(' ')
}

describe('a printed number is compared as its words say', () => {
  test.each<[words: string, read: string]>([
    ...['不低于', '不少于', '不小于', '达到', '达', '满'].map((word): [string, string] => [
      `${word}80%`,
      '>=80',
    ]),
    ...['不超过', '不高于', '不大于', '不多于'].map((word): [string, string] => [`${word}80%`, '<=80']),
    ...['未达到', '达不到', '未达', '未满', '不满', '不到', '不足', '低于', '少于', '小于'].map(
      (word): [string, string] => [`${word}80%`, '<80'],
    ),
    ...['超过', '超出', '高于', '大于', '多于'].map((word): [string, string] => [`${word}80%`, '>80']),
    ['80%以上', '>=80'],
    ['80%及以上', '>=80'],
    ['80%（含）以上', '>=80'],
    ['80%（含80%）以上', '>=80 80'],
    ['80%（不含）以上', '>80'],
    ['80%（不含本数）以上', '>80'],
    ['80%（不含）及以上', '>80'],
    ['80%以上（不含）', '>80'],
    ['80%以上（不含本数）', '>80'],
    ['80%（不含）以下', '<80'],
    ['80%（不含本数）以下', '<80'],
    ['80%（不含）及以下', '<80'],
    ['80%以下（不含）', '<80'],
    ['80%以下（不含本数）', '<80'],
    ['80%及以下', '<=80'],
    ['80%（含）以下', '<=80'],
    ['80%（含本数）以下', '<=80'],
    ['80%以下（含）', '<=80'],
    ['80%以下（含本数）', '<=80'],
    ['80%以内', '<=80'],
    ['80%（含）以内', '<=80'],
    ['80%（含本数）以内', '<=80'],
    // Without a word about the bound, 以下 is read both ways.
    ['80%以下', '<|<=80'],
    ['80个百分点以上', '>=80'],
    // Only right before and right after a number.
    ['低于标准的80%', '80'],
    ['80%的，90%以上', '80 >=90'],
    ['80%，其中以下', '80'],
  ])('%s', (words, expected) => expect(read(words)).toBe(expected))

  test.each<[words: string, read: string]>([
    ['80%–90%', '>=80 <|<=90'],
    ['80—90%', '>=80 <|<=90'],
    ['80%～90%', '>=80 <|<=90'],
    ['80%~90%', '>=80 <|<=90'],
    ['80%-90%', '>=80 <|<=90'],
    ['80%至90%', '>=80 <|<=90'],
    ['80%到90%', '>=80 <|<=90'],
    ['80%（含）至90%', '>=80 <|<=90'],
    ['80%（不含）至90%', '>80 <|<=90'],
    ['高于80%至90%', '>80 <|<=90'],
    ['超过80%至90%', '>80 <|<=90'],
    ['大于80%至90%', '>80 <|<=90'],
    ['大于等于80%至90%', '>=80 <|<=90'],
    ['80%至90%（含）', '>=80 <=90'],
    ['80%至90%（不含）', '>=80 <90'],
    ['80%至不足90%', '>=80 <90'],
    ['80%至低于90%', '>=80 <90'],
    ['80%，90%', '80 90'],
    ['80%至今90%', '80 90'],
    ['1至2分', '>=1分 <|<=2分'],
  ])('%s is a range', (words, expected) => expect(read(words)).toBe(expected))
})

describe('a printed number is points', () => {
  test.each<[words: string, unit: string, read: string]>([
    ['扣2分', '%', '2分'],
    ['2分钟内', '分钟', '2'],
    ['30分贝', '分贝', '30'],
    ['3分之一', '', '3'],
    ['5分米', '分米', '5'],
    // What is itself measured in 分 is points only where it is taken or given.
    ['测评得分85分以上', '分', '>=85'],
    ['低于85分的扣1分', '分', '<85 1分'],
    ['85分以上得2分', '分', '>=85 2分'],
    ['得2分', '分', '2分'],
    ['加1分', '分', '1分'],
    ['计1分', '分', '1分'],
    ['最高不超过2分', '分', '<=2分'],
    ['累计不超过2分', '分', '<=2分'],
    ['测评得得85分', '分', '85'],
    ['2分封顶', '分', '2分'],
    ['2分扣完为止', '分', '2分'],
  ])('%s in %s', (words, unit, expected) => expect(read(words, unit)).toBe(expected))

  test('and closes a clause where nothing more is taken', () => {
    expect(['分为止', '分扣完为止', '分为限', '分封顶', '分扣完封顶'].every(isClosing)).toBe(true)
    expect(['分', '分，为止', '分扣完', '，2分为止'].some(isClosing)).toBe(false)
  })
})

test('outcomes in words stand among the numbers', () => {
  expect(read('90%以上得满分，80%以上不扣分，计满分，其余不得分或不计分')).toBe(
    '>=90 full >=80 full full zero zero',
  )
  expect(read('无')).toBe('')
})

test('a number that is finer than a thousandth is none', () => {
  expect(readPrinted('扣0.1234分', '').map((one) => one.kind === 'number' && one.value)).toEqual([Number.NaN])
})

test('a message shows a number with the words around it', () => {
  const shown = readPrinted('清扫率达到或超过80.5%以上的不得分', '%').map(describePrinted)
  expect(shown).toEqual(['到或超过[80.5]%以上的', 'zero'])
  expect(describePrinted(undefined)).toBe('nothing')
  expect(describeNumbers([80_500, 1_000])).toBe('80.5、1')
  expect(describeNumbers([])).toBe('none')
})
