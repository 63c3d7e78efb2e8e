import { describe, expect, it } from 'vitest'
import { placeName } from '../../../../shared/domain/round/place'

describe('the name of a place, as it is compared', () => {
  it.each([
    ['１号点', '1号点'],
    [' 人民路　', '人民路'],
    ['人民路  东段', '人民路 东段'],
    ['Ａ区（北）', 'A区(北)'],
  ])('%s is %s', (typed, name) => expect(placeName(typed)).toBe(name))

  it('is none where only spaces were typed', () => expect(placeName(' 　')).toBe(''))
})
