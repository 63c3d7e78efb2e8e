import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { root, tool } from './paths.mjs'
import { runNode } from './run.mjs'

const totals = { passed: 0, failed: 0 }
const VITE_ENV = { VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' }

/** Runs a test runner that writes its result as JSON to the file it is given, and adds it to the totals. */
async function counted(start, count) {
  const folder = mkdtempSync(join(tmpdir(), 'scorebench-result-'))
  const file = join(folder, 'result.json')
  const { code } = await start(file)
  const before = totals.failed
  if (existsSync(file)) {
    const { passed, failed } = count(JSON.parse(readFileSync(file, 'utf8')))
    totals.passed += passed
    totals.failed += failed
  }
  if (code !== 0 && totals.failed === before) totals.failed += 1
  rmSync(folder, { recursive: true, force: true })
  return code === 0
}

function vitest(project) {
  const report = (file) => ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  return counted(
    (file) => runNode(tool.vitest, ['run', '--project', project, ...report(file)], { env: VITE_ENV }),
    (result) => ({ passed: result.numPassedTests, failed: result.numFailedTests }),
  )
}

function playwright(project, env) {
  return counted(
    (file) =>
      runNode(
        tool.playwright,
        ['test', '--project', project, '--reporter=list,json,./tests/faults/reporter.ts'],
        {
          env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
        },
      ),
    ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
  )
}

function hasFile(folder, ending) {
  return readdirSync(join(root, folder), { recursive: true }).some((name) => name.endsWith(ending))
}

/** Name → what it does; each says whether it went well. `env` starts programs with windows. */
export const steps = {
  'format and lint': async () => (await runNode(tool.biome, ['ci', '--error-on-warnings', '.'])).code === 0,
  types: async () => {
    const results = await Promise.all(
      ['tsconfig.json', 'tsconfig.node.json'].map((project) => runNode(tool.tsc, ['-p', project])),
    )
    return results.every(({ code }) => code === 0)
  },
  'unit tests': () => vitest('unit'),
  build: async () => (await build({ isForced: true })).ok,
  'end-to-end tests': (env) => playwright('e2e', env),
  'fault tests': async (env) => {
    if (hasFile('tests/faults', '.test.ts') && !(await vitest('faults'))) return false
    return !hasFile('tests/faults', '.spec.ts') || (await playwright('faults', env))
  },
}

/** Runs the named steps in order, each under a heading with its time, up to the first that fails. */
export async function runSteps(names, env = {}) {
  let isGood = true
  for (const name of names) {
    const started = Date.now()
    console.log(`\n== ${name}`)
    isGood = await steps[name](env)
    console.log(`== ${name}: ${isGood ? 'ok' : 'FAILED'}, ${((Date.now() - started) / 1000).toFixed(1)} s`)
    if (!isGood) break
  }
  if (!isGood && totals.failed === 0) totals.failed = 1
  console.log(`\n${totals.passed} passed, ${totals.failed} failed`)
  return isGood ? 0 : 1
}
