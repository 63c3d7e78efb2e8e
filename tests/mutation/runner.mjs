import { readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner'
import fc from 'fast-check'
import { rolldown } from 'rolldown'

// A test runner for Stryker. The domain's tests need memory alone, so they are bundled once, and each mutant meets them
// in a fresh run of that bundle, within one process: some hundred times faster than a start of vitest for each mutant.
// The assertions are vitest's own (@vitest/expect); describe and test are those of stand-in.ts.

const ENTRY = '\0tests'
const AsyncFunction = (async () => undefined).constructor

/** The tests that mutants are held against. */
function testFiles(folder) {
  if (folder.endsWith('.test.ts')) return [folder]
  return readdirSync(folder, { withFileTypes: true }).flatMap((child) => {
    const isWanted = child.isDirectory() || child.name.endsWith('.test.ts')
    return isWanted ? testFiles(join(folder, child.name)) : []
  })
}

/** All tests and the instrumented domain as one function, whose every call starts afresh; answers with the tests. */
async function bundle() {
  const files = (process.env.MUTATION_TESTS ?? 'tests/unit/domain')
    .split(',')
    .flatMap((folder) => testFiles(resolve(folder)))
  const imports = files.map((file) => `import ${JSON.stringify(file)}`)
  const standIn = resolve('tests/mutation/stand-in.ts')
  const text = [...imports, `export { tests } from ${JSON.stringify(standIn)}`].join('\n')
  const build = await rolldown({
    input: ENTRY,
    platform: 'node',
    treeshake: false,
    external: [/^node:/, 'fast-check', 'chai', '@vitest/expect', 'zod'],
    resolve: { alias: { vitest: standIn } },
    plugins: [
      {
        name: 'tests',
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) => (id === ENTRY ? text : null),
        transform: (code, id) =>
          code.includes('__dirname') ? code.replaceAll('__dirname', JSON.stringify(dirname(id))) : null,
      },
    ],
    logLevel: 'silent',
  })
  const { output } = await build.generate({ format: 'esm', codeSplitting: false })
  return new AsyncFunction('load', `'use strict';${asFunctionBody(output[0].code)}`)
}

/** A module's text with its imports asked of `load` and its only export returned. */
function asFunctionBody(code) {
  const members = (names) => names.replaceAll(' as ', ': ')
  return code
    .replace(/^import "[^"]+";$/gm, '')
    .replace(/^import \* as (\S+) from ("[^"]+");$/gm, 'const $1 = await load($2);')
    .replace(/^import (\w+) from ("[^"]+");$/gm, 'const $1 = (await load($2)).default;')
    .replace(
      /^import \{([^}]*)\} from ("[^"]+");$/gm,
      (_all, names, from) => `const {${members(names)}} = await load(${from});`,
    )
    .replace(/^export \{ tests \};$/m, 'return tests;')
}

class InMemoryRunner {
  /** Where the instrumented code asks which mutant is active, and counts what a test covers. */
  namespace = {}
  /** Test ids, the quickest first: most mutants die of a small test, and need not sit through the large ones. */
  order = new Map()

  constructor() {
    globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] = this.namespace
  }

  capabilities() {
    return { reloadEnvironment: true }
  }

  async init() {
    process.env.PROPERTY_PERCENT ??= '10'
    // A mutant lives or dies by its tests, not by the dice.
    fc.configureGlobal({ seed: 20_261_123, numRuns: 20, endOnFailure: true })
    this.start = await bundle()
  }

  async dryRun() {
    this.namespace.activeMutant = undefined
    const result = await this.run(undefined, true)
    const byTime = (result.tests ?? []).toSorted((a, b) => a.timeSpentMs - b.timeSpentMs)
    this.order = new Map(byTime.map(({ id }, at) => [id, at]))
    return { ...result, mutantCoverage: this.namespace.mutantCoverage }
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit }) {
    const { namespace } = this
    namespace.hitCount = hitLimit === undefined ? undefined : 0
    namespace.hitLimit = hitLimit
    namespace.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined
    const result = await this.run(testFilter, false, () => {
      namespace.activeMutant = activeMutant.id
    })
    return toMutantRunResult(determineHitLimitReached(namespace.hitCount, namespace.hitLimit) ?? result)
  }

  /** Runs the tests of these ids, or all, to the first that fails (or to the end). */
  async run(ids, isWhole, activate = () => undefined) {
    const { namespace } = this
    namespace.currentTestId = undefined
    let all
    try {
      all = await this.start((name) => import(name))
    } catch (error) {
      const failureMessage = String(error?.stack ?? error)
      if (isWhole) return { status: DryRunStatus.Error, errorMessage: failureMessage }
      // A mutant with which the domain can't even be loaded is noticed by every test.
      const told = { id: 'load', name: 'load', timeSpentMs: 0, status: TestStatus.Failed, failureMessage }
      return { status: DryRunStatus.Complete, tests: [told] }
    }
    activate()
    const wanted = ids === undefined ? null : new Set(ids)
    const tests = []
    const place = ({ id }) => this.order.get(id) ?? 0
    const each = all
      .map(({ name, body }, at) => ({ id: `${at} ${name}`, name, body }))
      .toSorted((a, b) => place(a) - place(b))
    for (const { id, name, body } of each) {
      if (wanted !== null && !wanted.has(id)) continue
      namespace.currentTestId = id
      const started = performance.now()
      let failure = null
      try {
        await body()
      } catch (error) {
        failure = String(error?.message ?? error)
      }
      const told = { id, name, timeSpentMs: performance.now() - started }
      tests.push(
        failure === null
          ? { ...told, status: TestStatus.Success }
          : { ...told, status: TestStatus.Failed, failureMessage: failure },
      )
      if (failure !== null && !isWhole) break
    }
    namespace.currentTestId = undefined
    return { status: DryRunStatus.Complete, tests }
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-memory', InMemoryRunner)]
