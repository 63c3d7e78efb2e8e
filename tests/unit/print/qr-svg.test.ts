import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { qrSvg, qrText } from '../../../renderer/print/qr-svg'

const text = qrText('5b0c7a52-6f0e-4c5a-9d3f-2f6f0c1b8a11', 'a'.repeat(64), '3fa9'.repeat(16))

test('the code names sheet, journal head and signer', () => {
  expect(text).toBe(
    `scorebench:1;sheet=5b0c7a52-6f0e-4c5a-9d3f-2f6f0c1b8a11;head=${'a'.repeat(64)};signer=${'3fa9'.repeat(16)}`,
  )
})

test('the drawn runs are exactly the dark modules', () => {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  const path = /<path d="([^"]+)"/.exec(qrSvg(text))?.[1] ?? ''
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let i = 0; i < Number(width); i += 1) {
      const row = drawn[Number(y)]
      if (row !== undefined) row[Number(x) + i] = true
    }
  }
  expect(drawn).toEqual(data)
})
