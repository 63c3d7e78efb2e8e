import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../../shared/domain/canonical-json'

describe('canonical JSON', () => {
  it.each<[text: string, value: unknown]>([
    ['null', null],
    ['true', true],
    ['0', -0],
    ['-12', -12],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    ['"考核\\n\\"一\\""', '考核\n"一"'],
    ['[]', []],
    ['{}', {}],
    ['{"a":[1,{"b":null}],"z":true}', { z: true, a: [1, { b: null }] }],
    ['{"10":1,"9":2,"a":3}', { 9: 2, 10: 1, a: 3 }],
    ['{"a":1}', { a: 1, b: undefined }],
    ['{"A":1,"a":2,"é":3,"中":4,"😀":5,"\uff01":6}', { '\uff01': 6, '😀': 5, 中: 4, é: 3, a: 2, A: 1 }],
    ['{"__proto__":1,"b":2}', JSON.parse('{"b":2,"__proto__":1}')],
    ['"\\ud800"', '\ud800'],
  ])('%s', (text, value) => {
    expect(canonicalJson(value)).toBe(text)
  })

  it.each<[name: string, value: unknown]>([
    ['a float', 0.1],
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['past the safe integers', 2 ** 53],
    ['undefined', undefined],
    ['undefined in an array', [undefined]],
    ['a hole in an array', new Array(2)],
    ['a big integer', 1n],
    ['a function', () => 1],
    ['a symbol', Symbol('a')],
    ['a date', new Date(0)],
    ['a map', new Map([['a', 1]])],
    ['a set', new Set([1])],
    ['bytes', new Uint8Array(2)],
    ['a float deep inside', { a: [{ b: 1.5 }] }],
  ])('refuses %s', (_name, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })

  const scalar = fc.oneof(
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger().map((n) => n || 0),
    fc.string({ unit: 'binary' }),
  )
  const key = fc.string({ unit: 'binary' }).filter((text) => text !== '__proto__')
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      scalar,
      fc.array(tie('value')),
      fc.dictionary(key, tie('value'), { noNullPrototype: true }),
    ),
  }))

  it('reads back as the same value, and writes the same text again', () => {
    fc.assert(
      fc.property(value, (one) => {
        const text = canonicalJson(one)
        expect(JSON.parse(text)).toEqual(one)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
  })

  it('does not depend on the order in which members were added', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(key, value), { selector: ([name]) => name }), (members) => {
        const there = canonicalJson(Object.fromEntries(members))
        expect(canonicalJson(Object.fromEntries([...members].reverse()))).toBe(there)
      }),
    )
  })

  it('takes a record from another realm, or without a prototype', async () => {
    const { runInNewContext } = await import('node:vm')
    expect(canonicalJson(runInNewContext('({ b: [1], a: {} })'))).toBe('{"a":{},"b":[1]}')
    expect(canonicalJson(Object.assign(Object.create(null), { a: 1 }))).toBe('{"a":1}')
  })
})
