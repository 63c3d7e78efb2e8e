import {
  ASYMMETRIC_MATCHERS_OBJECT,
  getState,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect'
import * as chai from 'chai'

/** What vitest gives the tests of the domain, for a run in memory: they collect here, and `runner.mjs` runs them. */
export interface CollectedTest {
  readonly name: string
  readonly body: () => unknown
}

export const tests: CollectedTest[] = []
const path: string[] = []

type Body = () => unknown

/** `describe(name, [options,] body)`: runs its body at once, which collects. */
export function describe(name: string, ...rest: readonly unknown[]): void {
  path.push(name)
  bodyOf(rest)()
  path.pop()
}

function collect(name: string, ...rest: readonly unknown[]): void {
  tests.push({ name: [...path, name].join(' > '), body: bodyOf(rest) })
}

function bodyOf(rest: readonly unknown[]): Body {
  const body = rest.find((one) => typeof one === 'function')
  if (body === undefined) throw new Error('a test without a body')
  return body as Body
}

/** A test for each row: the members of an array are its arguments, anything else is its only one. */
function each(rows: readonly unknown[]) {
  return (name: string, ...rest: readonly unknown[]): void => {
    const body = bodyOf(rest) as (...values: readonly unknown[]) => unknown
    rows.forEach((row, at) => {
      collect(`${name} [${at}]`, () => (Array.isArray(row) ? body(...row) : body(row)))
    })
  }
}

export const it = Object.assign(collect, { each })
export const test = it

const shared = globalThis as typeof globalThis & {
  [ASYMMETRIC_MATCHERS_OBJECT]?: object
  hasMatchers?: boolean
}
if (shared.hasMatchers !== true) {
  shared.hasMatchers = true
  for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin)
}

function assertion(value: unknown, message?: string) {
  return chai.expect(value, message)
}

export const expect = Object.assign(assertion, chai.expect, shared[ASYMMETRIC_MATCHERS_OBJECT])
setState({ assertionCalls: 0 }, expect as never)
Object.assign(expect, { getState: () => getState(expect as never) })
